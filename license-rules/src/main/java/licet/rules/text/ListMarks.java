package licet.rules.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import licet.rules.text.WordScanner.Range;

/**
 * The marks of list items at the beginnings of lines ({@code 1.}, {@code 2.3}, {@code (a)}, {@code iv.}). Copies of one
 * text number their lists in different ways or not at all, so a text counts as the same with other marks. All of them
 * must follow each other then: a number that stands out of its order may be one that somebody changed.
 */
final class ListMarks {
    private static final Pattern MARK = Pattern.compile("(?m)^[ \\t*#>_\\-•·]*(?:"
            + "\\(?(?<number>\\d{1,2})[*_]{0,2}[.):][*_]{0,2}(?![\\d.])"
            + "|(?<dotted>\\d{1,2}(?:\\.\\d{1,2}){1,3})\\.?[*_]{0,2}(?=\\s)"
            + "|\\(?(?<letter>[a-zA-Z]|[ivxIVX]{2,5})[*_]{0,2}[.)][*_]{0,2}(?=\\s))");

    private static final List<String> ROMANS = List.of(
            "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi",
            "xvii", "xviii", "xix", "xx");

    private static final String NUMBER = "number";

    /** No text goes deeper; without a bound a text of many first items would be searched from each of them. */
    private static final int MAX_OPEN = 16;

    /** The last mark of each list that is open, the innermost first. */
    private final Deque<Mark> open = new ArrayDeque<>();

    private ListMarks() {}

    /** @param list what the marks of one list have in common; {@code place} counts from 1 */
    private record Mark(String list, int place) {}

    /** All marks of a text. */
    static List<Range> find(String clean) {
        var found = new ArrayList<Range>();
        Matcher matcher = MARK.matcher(clean);
        while (matcher.find()) {
            found.add(new Range(matcher.start(), matcher.end()));
        }
        return found;
    }

    /** All marks of a text; nothing where there are none or one is out of order. */
    static Optional<List<Range>> findInOrder(String clean) {
        var order = new ListMarks();
        Matcher matcher = MARK.matcher(clean);
        boolean any = false;
        while (matcher.find()) {
            any = true;
            if (!order.follows(meanings(matcher))) {
                return Optional.empty();
            }
        }
        return any ? Optional.of(find(clean)) : Optional.empty();
    }

    /** What a mark can mean: some letters are Roman numbers as well. */
    private static List<Mark> meanings(Matcher matcher) {
        if (matcher.group("number") != null) {
            return List.of(new Mark(NUMBER, Integer.parseInt(matcher.group("number"))));
        }
        if (matcher.group("dotted") != null) {
            String dotted = matcher.group("dotted");
            int last = dotted.lastIndexOf('.');
            return List.of(new Mark(dotted.substring(0, last), Integer.parseInt(dotted.substring(last + 1))));
        }
        String letter = matcher.group("letter").toLowerCase(Locale.ROOT);
        var meanings = new ArrayList<Mark>();
        if (letter.length() == 1) {
            meanings.add(new Mark("letter", letter.charAt(0) - 'a' + 1));
        }
        if (ROMANS.contains(letter)) {
            meanings.add(new Mark("roman", ROMANS.indexOf(letter) + 1));
        }
        return meanings;
    }

    /** The next mark of the innermost list that it can continue, or the first of a new list. */
    private boolean follows(List<Mark> meanings) {
        for (Mark last : List.copyOf(open)) {
            for (Mark next : meanings) {
                if (next.list().equals(last.list()) && next.place() == last.place() + 1) {
                    while (!last.equals(open.pop())) {
                        // Inner lists end where an outer one goes on.
                    }
                    open.push(next);
                    return true;
                }
            }
        }
        for (Mark next : meanings) {
            if (next.place() == 1 && canBegin(next.list())) {
                open(next);
                return true;
            }
        }
        return false;
    }

    private void open(Mark first) {
        if (open.size() == MAX_OPEN) {
            open.removeLast();
        }
        open.push(first);
    }

    /** A list of {@code 6.1, 6.2} stands under item 6 or behind the list of {@code 5.1, 5.2}. */
    private boolean canBegin(String list) {
        if (!Character.isDigit(list.charAt(0))) {
            return true;
        }
        int dot = list.lastIndexOf('.');
        String above = dot < 0 ? "" : list.substring(0, dot);
        int place = Integer.parseInt(list.substring(dot + 1));
        String before = (dot < 0 ? "" : above + ".") + (place - 1);
        var parent = new Mark(dot < 0 ? NUMBER : above, place);
        return place == 1
                || open.stream()
                        .anyMatch(mark -> mark.equals(parent) || mark.list().equals(before));
    }
}
