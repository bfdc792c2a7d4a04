package licet.web.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * One line of a picture: what it says in words, and a bar of one part or several.
 *
 * @param href where these models are listed, absent where no list shows just them
 * @param note said beside the name
 * @param share of the whole, in words
 */
public record Bar(
        String name, Optional<String> href, Optional<String> note, long number, String share, List<Part> parts) {
    /** Fills that are patterns of the page; the others are painted by the stylesheet. */
    private static final Set<String> PATTERNS =
            Set.of("needs", "copyleft", "responsible-use", "community", "non-commercial", "no-class");

    public Bar {
        parts = List.copyOf(parts);
    }

    /**
     * A part of a bar, as SVG writes lengths.
     *
     * @param fill name of the pattern, so that nothing depends on color
     */
    public record Part(String x, String width, String fill) {
        /** For the attribute; where the stylesheet paints, it goes before. */
        public String paint() {
            return PATTERNS.contains(fill) ? "url(#fill-" + fill + ")" : "currentColor";
        }
    }

    /** One part, as long as its number is beside the greatest of the picture. */
    public static List<Part> single(long number, long greatest, String fill) {
        return number == 0 ? List.of() : List.of(new Part("0%", percent(number, greatest), fill));
    }

    /** Parts that follow each other over the whole length; what is empty is left out. */
    public static List<Part> stacked(List<Long> numbers, List<String> fills) {
        long all = numbers.stream().mapToLong(Long::longValue).sum();
        var parts = new ArrayList<Part>();
        long before = 0;
        for (int i = 0; i < numbers.size(); i++) {
            if (numbers.get(i) > 0) {
                parts.add(new Part(percent(before, all), percent(numbers.get(i), all), fills.get(i)));
            }
            before += numbers.get(i);
        }
        return parts;
    }

    private static String percent(long part, long whole) {
        return String.format(Locale.ROOT, "%.2f%%", whole == 0 ? 0.0 : 100.0 * part / whole);
    }
}
