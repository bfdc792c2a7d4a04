package licet.web.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;
import licet.registry.decision.ModelDetail;
import licet.rules.explain.VerdictDocument;
import licet.rules.license.LicenseCatalog;
import licet.rules.license.LicenseKey;
import licet.web.model.EvidenceColumn.Place;
import licet.web.model.EvidenceColumn.Said;
import licet.web.model.EvidenceColumn.Standing;

/** Sorts what the sources say into columns, and says of each how it stands to the conclusion. */
final class EvidenceTable {
    private static final String OTHER = "other";

    private final LicenseCatalog licenses;
    private final Map<String, ModelDetail.Artifact> artifacts;

    EvidenceTable(LicenseCatalog licenses, Map<String, ModelDetail.Artifact> artifacts) {
        this.licenses = licenses;
        this.artifacts = Map.copyOf(artifacts);
    }

    private enum Column {
        CARD_TAG("card-tag"),
        LICENSE_NAME("license-name"),
        FILE("file"),
        HEADER("header");

        private final String word;

        Column(String word) {
            this.word = word;
        }
    }

    List<EvidenceColumn> columns(List<ModelDetail.Statement> statements) {
        var said = new EnumMap<Column, List<Said>>(Column.class);
        for (var column : Column.values()) {
            said.put(column, new ArrayList<>());
        }
        for (var statement : statements) {
            said.getOrDefault(column(statement), List.of()).add(said(statement));
        }
        return said.entrySet().stream()
                .map(entry -> new EvidenceColumn(entry.getKey().word, entry.getValue()))
                .toList();
    }

    private static Column column(ModelDetail.Statement statement) {
        return switch (statement.source()) {
            case "card-tag" -> Column.CARD_TAG;
            case "license-name", "license-link" -> Column.LICENSE_NAME;
            case "header-field" -> Column.HEADER;
            default -> Column.FILE;
        };
    }

    private Said said(ModelDetail.Statement statement) {
        return switch (statement.source()) {
            case "card-tag" -> declared(statement, licenses.namedByHubId(statement.says()));
            case "license-name" -> declared(statement, licenses.namedByLicenseName(statement.says()));
            case "file-text" -> text(statement);
            case "file-unread" -> said(statement, Optional.empty(), Standing.UNREAD);
            default -> said(statement, Optional.empty(), Standing.INFORMS);
        };
    }

    private Said declared(ModelDetail.Statement statement, SortedSet<LicenseKey> named) {
        return said(statement, titles(named), standing(statement, named));
    }

    private Standing standing(ModelDetail.Statement statement, SortedSet<LicenseKey> named) {
        if (statement.says().equalsIgnoreCase(OTHER)) {
            return Standing.INFORMS;
        }
        if (named.isEmpty()) {
            return Standing.UNRECOGNIZED;
        }
        var concluded = artifacts.values().stream()
                .filter(artifact -> artifact.state().equals("identified"))
                .map(ModelDetail.Artifact::candidates)
                .flatMap(List::stream)
                .toList();
        return named.stream().map(LicenseKey::value).anyMatch(concluded::contains)
                ? Standing.AGREES
                : Standing.CONFLICTS;
    }

    private Said text(ModelDetail.Statement statement) {
        var behind = artifacts.values().stream()
                .filter(artifact -> artifact.evidence().stream().anyMatch(source -> isSame(source, statement.at())))
                .toList();
        return said(statement, readings(behind), standing(behind));
    }

    private static Standing standing(List<ModelDetail.Artifact> behind) {
        if (behind.stream().anyMatch(artifact -> artifact.nearMiss().isPresent())) {
            return Standing.NEAR_MISS;
        }
        var states = behind.stream().map(ModelDetail.Artifact::state).toList();
        if (states.contains("conflicting")) {
            return Standing.CONFLICTS;
        }
        if (states.contains("identified")) {
            return Standing.AGREES;
        }
        return states.contains("unrecognized") ? Standing.UNRECOGNIZED : Standing.INFORMS;
    }

    private Optional<String> readings(List<ModelDetail.Artifact> behind) {
        return titles(behind.stream()
                .flatMap(artifact -> artifact.candidates().stream())
                .map(LicenseKey::new)
                .distinct()
                .toList());
    }

    private Optional<String> titles(Collection<LicenseKey> keys) {
        Stream<String> titles = keys.stream()
                .map(key -> licenses.find(key)
                        .map(license -> license.names().title())
                        .orElse(key.value()));
        return titles.reduce((left, right) -> left + " · " + right);
    }

    private static boolean isSame(VerdictDocument.Source source, VerdictDocument.Source other) {
        return source.file().equals(other.file()) && source.revision().equals(other.revision());
    }

    private static Said said(ModelDetail.Statement statement, Optional<String> reading, Standing standing) {
        var value = statement.source().startsWith("file-")
                ? statement.at().file()
                : statement.source().equals("card-tag") ? "license: " + statement.says() : statement.says();
        var passage = statement.source().startsWith("file-")
                ? Optional.of(statement.says()).filter(words -> !words.isBlank())
                : statement.at().passage();
        return new Said(value, reading, standing, place(statement.at(), passage));
    }

    static Place place(VerdictDocument.Source at, Optional<String> passage) {
        return new Place(at.file(), at.revision(), at.sha256(), at.line(), passage);
    }
}
