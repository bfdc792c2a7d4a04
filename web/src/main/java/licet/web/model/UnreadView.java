package licet.web.model;

/**
 * A model that is not on record.
 *
 * @param waiting whether it will be read soon
 */
public record UnreadView(String model, boolean waiting, boolean mayRead) {
    public String href() {
        return "/models/" + model;
    }
}
