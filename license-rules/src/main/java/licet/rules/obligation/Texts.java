package licet.rules.obligation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import licet.rules.evidence.EvidenceRef;
import licet.rules.license.Clause;
import licet.rules.license.LicenseKey;

/** The license texts and use policies that have to be shipped or kept. */
final class Texts {
    private static final Set<Clause.Duty.Kind> POLICY =
            Set.of(Clause.Duty.Kind.COPY_OF_POLICY, Clause.Duty.Kind.COMPLY_WITH_POLICY);

    private final Sentences sentences;

    Texts(Sentences sentences) {
        this.sentences = sentences;
    }

    private record Text(String document, boolean ship) {}

    /** One text, with the files in which it was found; where none was read, people have to get it. */
    private final class Found {
        private final Once<Text> texts = new Once<>();
        private final LinkedHashMap<String, Set<Pack.File>> files = new LinkedHashMap<>();

        void add(Text text, Due due, List<Pack.File> found) {
            texts.add(text, due.basis());
            files.computeIfAbsent(text.document(), _ -> new java.util.LinkedHashSet<>())
                    .addAll(found);
        }

        List<Pack.Copy> list() {
            return texts.list((text, basis) -> new Pack.Copy(
                    text.document(),
                    sentences.citations().title(text.document()),
                    text.ship(),
                    List.copyOf(files.getOrDefault(text.document(), Set.of())),
                    basis));
        }
    }

    List<Pack.Copy> licenses(List<Due> duties) {
        var found = new Found();
        duties.stream()
                .filter(due -> due.kind() == Clause.Duty.Kind.COPY_OF_TERMS)
                .forEach(due -> found.add(new Text(due.license().key().value(), true), due, files(due)));
        return found.list();
    }

    /** A policy that has to be handed on is not named a second time as one to keep. */
    List<Pack.Copy> policies(List<Due> duties) {
        var shipped = new TreeSet<LicenseKey>();
        duties.stream()
                .filter(due -> due.kind() == Clause.Duty.Kind.COPY_OF_POLICY)
                .forEach(due -> shipped.addAll(due.license().usePolicies()));
        var found = new Found();
        for (var due : duties) {
            if (POLICY.contains(due.kind())) {
                boolean ship = due.kind() == Clause.Duty.Kind.COPY_OF_POLICY;
                due.license().usePolicies().stream()
                        .filter(policy -> ship || !shipped.contains(policy))
                        .forEach(policy -> found.add(new Text(policy.value(), ship), due, List.of()));
            }
        }
        return found.list();
    }

    /** Files of the repository that hold a license text: the card and the Hub's own record only name one. */
    private static List<Pack.File> files(Due due) {
        var all = new ArrayList<Pack.File>();
        for (EvidenceRef at : due.evidence()) {
            String name = at.file().toLowerCase(Locale.ROOT);
            if (!name.equals("api") && !name.endsWith("readme.md") && !name.endsWith(".gguf")) {
                all.add(new Pack.File(at.model().value(), at.revision(), at.file(), at.sha256()));
            }
        }
        return all;
    }
}
