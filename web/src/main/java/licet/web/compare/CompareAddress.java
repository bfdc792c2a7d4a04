package licet.web.compare;

import java.util.Collection;
import java.util.stream.Collectors;

/** Addresses of comparisons. Names are checked before, so nothing in them needs an escape. */
final class CompareAddress {
    private CompareAddress() {}

    /** @param models as they are asked for */
    static String of(String deployment, Collection<String> models) {
        return "/compare?deployment=" + deployment
                + models.stream().map(model -> "&model=" + model).collect(Collectors.joining());
    }

    /** The page of a model, seen from a deployment. */
    static String ofModel(String model, boolean imported, String deployment) {
        return "/models/" + model + "?deployment=" + deployment + (imported ? "&source=local" : "");
    }
}
