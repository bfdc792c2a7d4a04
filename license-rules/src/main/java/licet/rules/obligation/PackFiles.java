package licet.rules.obligation;

import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import licet.rules.explain.Messages;
import licet.rules.format.CanonicalJson;

/** The pack as files that can be handed to people: {@code NOTICE}, {@code CHECKLIST.md}, {@code HAND-DOWN.txt}, JSON. */
public final class PackFiles {
    private final Messages messages;
    private final Checklist checklist;

    public PackFiles(Locale locale) {
        this.messages = Messages.of("obligations", locale);
        this.checklist = new Checklist(messages);
    }

    /** Files by name; a notice file or a hand-down text is there only when something stands in it. */
    public SortedMap<String, String> of(Pack pack) {
        var files = new TreeMap<String, String>();
        files.put("CHECKLIST.md", checklist.of(pack));
        files.put("obligations.json", CanonicalJson.write(pack));
        var notices =
                pack.notices().stream().filter(notice -> notice.basis().isDue()).toList();
        if (!notices.isEmpty()) {
            files.put("NOTICE", notice(pack, notices));
        }
        var restrictions =
                pack.handDown().stream().filter(one -> one.basis().isDue()).toList();
        if (!restrictions.isEmpty()) {
            files.put("HAND-DOWN.txt", handDown(pack, restrictions));
        }
        return files;
    }

    private String notice(Pack pack, List<Pack.Words> notices) {
        return notices.stream()
                .map(notice -> messages.get(
                                "file.notice.for",
                                String.join(", ", notice.basis().models())) + "\n" + notice.text() + "\n")
                .collect(Collectors.joining("\n", messages.get("file.notice.title", pack.name()) + "\n\n", ""));
    }

    private String handDown(Pack pack, List<Pack.Restriction> restrictions) {
        var text = new StringBuilder();
        text.append(messages.get("file.hand-down.title", pack.name())).append("\n\n");
        text.append(messages.get("file.hand-down.head")).append("\n\n");
        int number = 1;
        for (var restriction : restrictions) {
            text.append(number++)
                    .append(". ")
                    .append(restriction.text())
                    .append('\n')
                    .append("   ")
                    .append(checklist.sources(restriction.basis()))
                    .append('\n');
        }
        return text.append('\n')
                .append(messages.get("file.hand-down.foot"))
                .append('\n')
                .toString();
    }
}
