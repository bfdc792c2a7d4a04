package licet.web.model;

import licet.registry.decision.ModelParts;

/**
 * A license, notice or policy file as it was read.
 *
 * @param local whether it is that of an imported model
 */
public record TextView(ModelParts.TextShown shown, boolean local) {
    public String back() {
        return "/models/" + shown.model() + (local ? "?source=local" : "");
    }
}
