package licet.web.pages;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import licet.registry.decision.LicensePopulation;
import licet.registry.decision.LicenseUse;
import licet.registry.license.ClauseGroup;
import licet.registry.license.LicenseDocument;
import licet.registry.license.LicenseLine;
import licet.rules.explain.LicenseWording;
import licet.web.license.LicenseView;
import licet.web.license.LicensesView;

/** Invented licenses in the shape of real ones. */
final class LicenseSamples {
    private static final LicenseDocument.Reference OLDER =
            new LicenseDocument.Reference("sample-1.0", "Sample License 1.0");

    private LicenseSamples() {}

    private static LicenseLine line(String title) {
        return new LicenseLine(
                "sample-1.1",
                "license",
                title,
                "1.1",
                Optional.of("LicenseRef-sample-1.1"),
                Optional.of("sample"),
                Optional.of("Steward"),
                Optional.of("community"),
                Optional.of(LocalDate.of(2025, 1, 20)),
                List.of("sample"),
                List.of("sample-license"),
                1234,
                5);
    }

    static LicensesView list(boolean empty) {
        var any = List.of(new LicensesView.Choice("", "Any", true));
        return new LicensesView(
                empty ? "nothing" : "",
                any,
                any,
                any,
                List.of(new LicensesView.Choice("title", "Name", true)),
                empty ? List.of() : List.of(new LicensesView.Row(line(Samples.SCRIPT), "Community")));
    }

    static LicenseView page() {
        var clause = new LicenseDocument.ClauseLine(
                "users",
                "limits",
                "usage-cap",
                "sample-1.1",
                "2",
                List.of("It gives no rights above a size.", Samples.SCRIPT),
                List.of(new LicenseWording.Limit(
                        "above 700 users", "all products", "the licensee", "once", "no rights")),
                Optional.of("Read as a cap."));
        return new LicenseView(
                document(clause),
                List.of(new LicenseView.Group(ClauseGroup.LIMITS, List.of(clause))),
                List.of(new LicenseView.DeploymentChoice("eu", "Internal tool", true)),
                Optional.of(new LicenseView.PackPreview(
                        "eu",
                        List.of("a/b"),
                        List.of(new LicenseView.Task("Show the badge.", Optional.of("Built so"), Optional.empty())),
                        List.of(new LicenseView.Task("Hand it on.", Optional.empty(), Optional.of("when asked"))),
                        "/api/v1/obligations?deployment=eu&model=a%2Fb")));
    }

    private static LicenseDocument document(LicenseDocument.ClauseLine clause) {
        return new LicenseDocument(
                LicenseDocument.SCHEMA,
                line("Sample License"),
                new LicenseDocument.Change("fixed", "The text is fixed", "none", "Nobody counts", Optional.of("dev")),
                List.of(new LicenseDocument.GrantLine("use", "use it", "conditioned", "1.a", Optional.empty())),
                List.of(clause),
                List.of(new LicenseDocument.Reference("sample-aup", "Sample Use Policy")),
                List.of(),
                Samples.SCRIPT,
                List.of(
                        new LicenseDocument.FamilyLine(OLDER.key(), OLDER.title(), "1.0", Optional.empty(), false, 1),
                        new LicenseDocument.FamilyLine(
                                "sample-1.1", "Sample License", "1.1", Optional.empty(), true, 0)),
                Optional.of(new LicenseDocument.Differences(
                        OLDER, List.of(new LicenseWording.Change("users", "added", "", "It gives no rights.")))),
                new LicenseDocument.Place(
                        "Steward",
                        List.of(URI.create("https://example.org/terms")),
                        Optional.of(URI.create("https://example.org/spdx"))),
                new LicenseUse.Use(
                        new LicensePopulation.Count(1234, 5),
                        List.of("a/b"),
                        List.of(new LicenseUse.TextFile("a/b", Samples.REVISION, "LICENSE", Samples.HASH)),
                        List.of(new LicenseUse.InDeployment(
                                "eu",
                                "Internal tool",
                                1,
                                2,
                                3,
                                List.of(new LicenseUse.Passage("sample-1.1", "2", "users"))))));
    }
}
