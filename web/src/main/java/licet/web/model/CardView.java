package licet.web.model;

/**
 * A model card.
 *
 * @param local whether it is that of an imported model
 * @param html already sanitized: nothing in it runs or loads
 */
public record CardView(String model, String revision, String sha256, String html, boolean cut, boolean local) {
    public String back() {
        return "/models/" + model + (local ? "?source=local" : "");
    }
}
