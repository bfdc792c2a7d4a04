package licet.web.dashboard;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import licet.registry.dashboard.Dashboard;
import licet.registry.dashboard.Need;
import licet.web.dashboard.DashboardView.Link;
import licet.web.dashboard.DashboardView.NeedLine;
import licet.web.layout.Texts;

/** Says what waits for somebody, and where to go for it. */
@Singleton
final class NeedLines {
    private final Texts texts;

    NeedLines(Texts texts) {
        this.texts = texts;
    }

    List<NeedLine> of(Dashboard dashboard) {
        return dashboard.needs().stream().map(need -> line(need, dashboard)).toList();
    }

    private NeedLine line(Need need, Dashboard dashboard) {
        String word = need.kind().word();
        String name = need.subject().map(key -> name(key, dashboard)).orElse("");
        return new NeedLine(
                word,
                Optional.of(need.number()).filter(number -> number > 0),
                texts.get(
                        "dashboard.need." + word,
                        need.number(),
                        name,
                        need.models().orElse(0L)),
                place(need).map(href -> new Link(texts.get("dashboard.action." + word), Optional.of(href))),
                need.examples().stream()
                        .map(example -> new Link(example.text(), place(need.kind(), example.id())))
                        .toList());
    }

    private static String name(String key, Dashboard dashboard) {
        return dashboard.deployments().stream()
                .filter(deployment -> deployment.key().equals(key))
                .map(Dashboard.InDeployment::name)
                .findFirst()
                .orElse(key);
    }

    private static Optional<String> place(Need need) {
        return switch (need.kind()) {
            case NO_MODELS, NO_WATCHES, FAILED_WATCHES, LATE_WATCHES, NEVER_RUN -> Optional.of("/sync");
            case SAMPLE_ORGANIZATION, ORGANIZATION_QUESTIONS -> Optional.of("/organization");
            case OLD_FACTS, AGING_FACTS -> Optional.of("/organization#figures");
            case FACT_CONFIRMATIONS -> Optional.of("/organization#confirmations");
            case DEPLOYMENT_CONFIRMATIONS -> need.subject().map(key -> "/deployments/" + key + "#confirmations");
            case SAMPLE_DEPLOYMENTS -> Optional.of("/deployments");
            case DEPLOYMENT_QUESTIONS -> need.subject().map(key -> "/deployments/" + key + "/edit");
            case PROPOSALS -> Optional.of("/policies");
            case RED_SLOTS, REVIEWS_DUE -> Optional.of("/stacks");
            case CLEARINGS -> Optional.of("/clearings");
            case UNREAD_TEXTS -> Optional.of("/?identification=unread&tier=examined");
            case CHANGED_TERMS -> Optional.empty();
        };
    }

    private static Optional<String> place(Need.Kind kind, String example) {
        return switch (kind) {
            case PROPOSALS -> Optional.of("/policies/" + example.replace("/", "/versions/"));
            case CLEARINGS -> Optional.of("/clearings/" + example);
            case RED_SLOTS, REVIEWS_DUE -> Optional.of("/stacks/" + example);
            case CHANGED_TERMS -> Optional.of("/models/" + example + "/snapshots");
            case NO_MODELS,
                    NO_WATCHES,
                    SAMPLE_ORGANIZATION,
                    SAMPLE_DEPLOYMENTS,
                    FAILED_WATCHES,
                    LATE_WATCHES,
                    NEVER_RUN,
                    OLD_FACTS,
                    AGING_FACTS,
                    FACT_CONFIRMATIONS,
                    DEPLOYMENT_CONFIRMATIONS,
                    ORGANIZATION_QUESTIONS,
                    DEPLOYMENT_QUESTIONS,
                    UNREAD_TEXTS -> Optional.empty();
        };
    }
}
