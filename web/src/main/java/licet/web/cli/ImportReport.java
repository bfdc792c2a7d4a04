package licet.web.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import licet.ingest.local.ModelListResult;
import licet.registry.catalog.LocalCatalog;
import licet.registry.imports.FolderImport;
import licet.registry.imports.ListImport;
import licet.rules.evidence.Artifact;
import licet.rules.evidence.Identification;
import licet.rules.lineage.Lineage;

/** Says what came of an import: for each model its name, its revision, the licenses it stands under, what was left out. */
final class ImportReport {
    private final Terminal terminal;
    private int stored;
    private int news;
    private int skipped;

    ImportReport(Terminal terminal) {
        this.terminal = terminal;
    }

    void add(Path path, FolderImport.Outcome outcome) {
        switch (outcome) {
            case FolderImport.Outcome.Stored(var kept, var notes) -> stored(kept, notes);
            case FolderImport.Outcome.Skipped(var reason, var detail) -> {
                skipped++;
                terminal.warn(
                        "import-skipped",
                        path,
                        reason.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        detail);
            }
            case FolderImport.Outcome.Stopped() -> {
                skipped++;
                terminal.warn("import-stopped", path);
            }
        }
    }

    private void stored(LocalCatalog.Kept kept, List<String> notes) {
        stored++;
        news += kept.isNew() ? 1 : 0;
        var lineage = kept.model().conclusion().lineage();
        terminal.say(
                kept.isNew() ? "import-stored" : "import-known",
                kept.model().model().value(),
                kept.model().revision(),
                license(lineage.own()));
        lineage.nodes().stream()
                .filter(node -> !node.path().isEmpty())
                .forEach(node -> terminal.say("import-base", node.model().value(), node.revision(), license(node)));
        lineage.gaps().forEach(gap -> terminal.say("import-gap", gap.parent().value()));
        notes.forEach(note -> terminal.line("  " + note));
    }

    /** Every text that can govern the weights, and how sure that is. */
    private static String license(Lineage.Node node) {
        return Optional.ofNullable(node.identifications().get(Artifact.WEIGHTS))
                .map(ImportReport::license)
                .orElseGet(() -> Texts.get("license-absent"));
    }

    private static String license(Identification found) {
        var names = String.join(
                " or ", found.candidates().stream().map(key -> key.value()).toList());
        return switch (found) {
            case Identification.Identified _ -> names;
            case Identification.Conflicting _ -> Texts.get("license-conflicting", names);
            case Identification.OneOf _, Identification.Unrecognized _ -> Texts.get("license-unrecognized", names);
            case Identification.Absent _ -> Texts.get("license-absent");
            case Identification.Unread _ -> Texts.get("license-unread", names);
        };
    }

    void add(Path path, ListImport.Outcome outcome) {
        switch (outcome) {
            case ListImport.Outcome.Taken(int models, int known, int watched, int queued) -> {
                stored += models;
                news += known;
                terminal.say("import-list", path, models, known, watched, queued);
            }
            case ListImport.Outcome.Rejected(var problems) -> {
                skipped++;
                problems.forEach(problem -> terminal.complain(place(path, problem) + ": " + problem.message()));
                terminal.warn("import-rejected", path);
            }
        }
    }

    /** As compilers name a place, so that an editor can jump to it. */
    private static String place(Path path, ModelListResult.LineProblem problem) {
        if (problem.line() == 0) {
            return path.toString();
        }
        return path + ":" + problem.line() + (problem.column() == 0 ? "" : ":" + problem.column())
                + (problem.field().isEmpty() ? "" : ": " + problem.field());
    }

    /** The last line, and how the command ends unless all is well. */
    Optional<ExitCode> end() {
        terminal.say("import-end", stored, news, skipped);
        return skipped == 0 ? Optional.empty() : Optional.of(ExitCode.INCOMPLETE);
    }
}
