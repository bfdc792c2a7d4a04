package licet.rules.obligation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import licet.rules.facts.Ids;
import licet.rules.license.License;
import licet.rules.license.LicenseCatalog;
import licet.rules.license.LicenseKey;
import licet.rules.verdict.Finding;
import licet.rules.verdict.Subject;

/** Everything to do, as items of a checklist. */
final class Tasks {
    private final LicenseCatalog catalog;
    private final Sentences sentences;

    Tasks(LicenseCatalog catalog, Sentences sentences) {
        this.catalog = catalog;
        this.sentences = sentences;
    }

    private record Task(Group group, String kind, String text, Optional<String> words) {}

    List<Pack.Item> items(List<Held> models, List<Due> duties, Pack.NameCheck name) {
        var all = new Once<Task>();
        duties.forEach(due -> all.add(
                new Task(Group.of(due.kind()), Ids.of(due.kind()), sentences.of(due.finding()), due.words()),
                due.basis()));
        models.forEach(held -> registrations(held, all));
        models.forEach(held -> monitoring(held, all));
        naming(name, all);
        var items = new ArrayList<Pack.Item>();
        items.addAll(all.list(Tasks::item));
        models.forEach(held -> renewal(held).ifPresent(items::add));
        return items.stream()
                .sorted(Comparator.comparing(item -> Ids.parse(Group.class, item.group())))
                .toList();
    }

    private static Pack.Item item(Task task, Basis basis) {
        var first = basis.clauses().getFirst();
        return new Pack.Item(
                task.kind() + ":" + first.document() + "/" + first.section(),
                Ids.of(task.group()),
                task.kind(),
                task.text(),
                task.words(),
                basis,
                Pack.Owner.EMPTY);
    }

    private void registrations(Held held, Once<Task> all) {
        for (var cited : held.verdict().findings()) {
            if (cited.finding() instanceof Finding.Needs(Subject.OfClause subject, var because, var need, var open)
                    && need == Finding.Need.REGISTRATION) {
                all.add(
                        new Task(
                                Group.BEFORE_START,
                                Ids.of(need),
                                sentences.get(
                                        "registration", because.arguments().getFirst()),
                                Optional.empty()),
                        sentences.basis(held, subject, open));
            }
        }
    }

    private void naming(Pack.NameCheck name, Once<Task> all) {
        name.prefixes()
                .forEach(prefix -> all.add(
                        new Task(
                                Group.BEFORE_START,
                                "name-prefix",
                                sentences.get("name.task", prefix.text()),
                                name.suggestion()),
                        prefix.basis()));
    }

    /** Terms that can change without a new file: somebody has to look. */
    private void monitoring(Held held, Once<Task> all) {
        for (var cited : held.verdict().findings()) {
            if (cited.finding().subject() instanceof Subject.OfClause subject) {
                var license = catalog.get(subject.license());
                watch(held, subject, license.terms().kind(), license.key(), all);
                license.usePolicies()
                        .forEach(policy ->
                                watch(held, subject, catalog.policy(policy).terms(), policy, all));
            }
        }
    }

    private void watch(Held held, Subject.OfClause subject, License.Terms.Kind terms, LicenseKey key, Once<Task> all) {
        String title = sentences.citations().title(key.value());
        var text = switch (terms) {
            case FIXED -> Optional.<String>empty();
            case LIVE -> Optional.of(sentences.get("watch.live", title));
            case AMENDABLE_BY_NOTICE -> Optional.of(sentences.get("watch.amendable-by-notice", title));
        };
        var cite = new licet.rules.explain.VerdictDocument.Cite(
                subject.license().value(), key.value(), title, sentences.get("watch.whole-text"));
        text.ifPresent(words -> all.add(
                new Task(Group.RECURRING, "watch-terms", words, Optional.empty()),
                new Basis(List.of(held.model().value()), List.of(cite), Optional.empty())));
    }

    /** A verdict that ends on a day has to be asked for again before it. */
    private Optional<Pack.Item> renewal(Held held) {
        return held.verdict()
                .validUntil()
                .map(until -> new Pack.Item(
                        "ask-again:" + held.model(),
                        Ids.of(Group.RECURRING),
                        "ask-again",
                        sentences.get("ask-again", held.model().value()),
                        Optional.empty(),
                        new Basis(List.of(held.model().value()), List.of(), Optional.empty()),
                        new Pack.Owner("", until.toString(), false, "")));
    }
}
