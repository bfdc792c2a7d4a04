package licet.rules.obligation;

import java.util.List;
import java.util.stream.Collectors;
import licet.rules.explain.Messages;
import licet.rules.facts.Ids;

/** The checklist in Markdown, with blanks for who does what until when. */
final class Checklist {
    private final Messages messages;

    Checklist(Messages messages) {
        this.messages = messages;
    }

    String of(Pack pack) {
        var text = new StringBuilder();
        text.append("# ").append(messages.get("list.title", pack.name())).append("\n\n");
        pack.models()
                .forEach(model -> text.append("- ")
                        .append(messages.get("list.model", model.id(), model.revision(), model.verdict()))
                        .append('\n'));
        for (var group : Group.values()) {
            table(text, messages.get("group." + Ids.of(group)), of(pack.checklist(), group));
        }
        table(text, messages.get("list.conditional"), pack.conditional());
        name(text, pack.planned());
        texts(text, pack);
        words(text, messages.get("list.badges"), pack.badges());
        words(text, messages.get("list.modified"), pack.modificationNotices());
        return text.toString();
    }

    private static List<Pack.Item> of(List<Pack.Item> items, Group group) {
        return items.stream().filter(item -> item.group().equals(Ids.of(group))).toList();
    }

    private void table(StringBuilder text, String title, List<Pack.Item> items) {
        if (items.isEmpty()) {
            return;
        }
        text.append("\n## ").append(title).append('\n');
        text.append(messages.get("list.columns")).append('\n').append("|---|---|---|---|---|---|---|\n");
        for (var item : items) {
            text.append("| %s | %s | %s | %s | %s | [%s] | %s |%n"
                    .formatted(
                            cell(task(item)),
                            cell(String.join(", ", item.basis().models())),
                            cell(sources(item.basis())),
                            cell(item.owner().role()),
                            cell(item.owner().due()),
                            item.owner().done() ? "x" : " ",
                            cell(item.owner().evidence())));
        }
    }

    private String task(Pack.Item item) {
        return item.text()
                + item.basis()
                        .condition()
                        .map(condition -> " " + messages.get("list.condition", condition))
                        .orElse("");
    }

    /** A bar would end the cell. */
    private static String cell(String text) {
        return text.replace("|", "\\|").replace('\n', ' ');
    }

    String sources(Basis basis) {
        return basis.clauses().stream()
                .map(cite -> messages.get("list.source", cite.title(), cite.section()))
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private void name(StringBuilder text, Pack.NameCheck name) {
        if (name.state() == Pack.NameCheck.State.NOT_ASKED) {
            return;
        }
        text.append("\n## ").append(messages.get("list.name")).append('\n');
        name.prefixes()
                .forEach(prefix -> text.append("- ")
                        .append(messages.get(
                                "name.prefix",
                                prefix.text(),
                                String.join(", ", prefix.basis().models()),
                                sources(prefix.basis())))
                        .append('\n'));
        text.append("- ")
                .append(messages.get(
                        "name.state." + Ids.of(name.state()),
                        name.planned().orElse(""),
                        name.suggestion().orElse("")))
                .append('\n');
    }

    private void texts(StringBuilder text, Pack pack) {
        if (pack.licenses().isEmpty() && pack.policies().isEmpty()) {
            return;
        }
        text.append("\n## ").append(messages.get("list.texts")).append('\n');
        pack.licenses().forEach(copy -> text(text, copy));
        pack.policies().forEach(copy -> text(text, copy));
    }

    private void text(StringBuilder text, Pack.Copy copy) {
        text.append("- ")
                .append(messages.get(
                        copy.ship() ? "text.ship" : "text.keep",
                        copy.title(),
                        String.join(", ", copy.basis().models())))
                .append(copy.basis()
                        .condition()
                        .map(condition -> " " + messages.get("list.condition", condition))
                        .orElse(""))
                .append('\n');
        if (copy.files().isEmpty()) {
            text.append("  - ").append(messages.get("text.no-file")).append('\n');
        }
        copy.files().forEach(file -> text.append("  - ").append(file(file)).append('\n'));
    }

    private String file(Pack.File file) {
        return messages.get("text.file", file.file(), file.model(), file.revision())
                + file.sha256().map(hash -> messages.get("text.hash", hash)).orElse("");
    }

    private void words(StringBuilder text, String title, List<Pack.Words> words) {
        if (words.isEmpty()) {
            return;
        }
        text.append("\n## ").append(title).append('\n');
        words.forEach(one -> text.append("- ")
                .append(one.text())
                .append(" (")
                .append(String.join(", ", one.basis().models()))
                .append(")")
                .append(one.basis()
                        .condition()
                        .map(condition -> " " + messages.get("list.condition", condition))
                        .orElse(""))
                .append('\n'));
    }
}
