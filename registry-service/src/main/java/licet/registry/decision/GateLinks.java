package licet.registry.decision;

import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import licet.registry.platform.http.PublicAddress;
import licet.rules.explain.VerdictDocument;

/** Where an answer is found again. */
@Singleton
final class GateLinks {
    private final PublicAddress address;

    GateLinks(PublicAddress address) {
        this.address = address;
    }

    /** Addresses; without a configured one of the installation, paths. */
    record Links(String permalink, String page) {}

    Links of(VerdictDocument verdict, boolean local) {
        var model = verdict.model();
        var deployment = "deployment=" + encoded(verdict.deployment().key());
        var source = local ? "&source=local" : "";
        return new Links(
                address.link("/api/v1/gate/" + model.id() + "?revision=" + encoded(model.revision()) + "&" + deployment
                        + "&report=true" + source),
                address.link("/models/" + model.id() + "?" + deployment + source));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
