package licet.web.design;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The colors of the stylesheet in both themes, and how well each pair that meets on a page can be told apart. */
final class Palette {
    /** WCAG 2.1, success criteria 1.4.3 and 1.4.11. */
    private static final double TEXT = 4.5;

    private static final double CONTROL = 3.0;
    private static final Pattern TOKEN = Pattern.compile("--(\\w+): (#[0-9a-f]{6});");
    private static final String DARK = "prefers-color-scheme: dark";
    /** The first rule after the tokens. */
    private static final String AFTER = "box-sizing";

    private static final List<List<String>> TEXTS = List.of(
            List.of("ink", "paper"),
            List.of("ink", "leaf"),
            List.of("faint", "paper"),
            List.of("faint", "leaf"),
            List.of("accent", "paper"),
            List.of("accent", "leaf"),
            List.of("paper", "ink"),
            List.of("paper", "accent"));
    private static final List<List<String>> CONTROLS = List.of(List.of("line", "paper"), List.of("line", "leaf"));

    private final Map<String, String> light;
    private final Map<String, String> dark;

    private Palette(Map<String, String> light, Map<String, String> dark) {
        this.light = light;
        this.dark = dark;
    }

    /** @param stylesheet with the tokens of the light theme first, then those of the dark one */
    static Palette of(String stylesheet) {
        int dark = stylesheet.indexOf(DARK);
        return new Palette(
                tokens(stylesheet.substring(0, dark)),
                tokens(stylesheet.substring(dark, stylesheet.indexOf(AFTER, dark))));
    }

    /** In the order of the stylesheet. */
    List<DesignView.Color> colors() {
        return light.entrySet().stream()
                .map(token -> new DesignView.Color(
                        token.getKey(), token.getValue(), dark.getOrDefault(token.getKey(), token.getValue())))
                .toList();
    }

    List<DesignView.Pair> pairs() {
        var all = new ArrayList<DesignView.Pair>();
        TEXTS.forEach(pair -> all.add(pair(pair, TEXT)));
        CONTROLS.forEach(pair -> all.add(pair(pair, CONTROL)));
        return all;
    }

    private DesignView.Pair pair(List<String> of, double least) {
        String front = of.getFirst();
        String ground = of.getLast();
        return new DesignView.Pair(front, ground, contrast(light, front, ground), contrast(dark, front, ground), least);
    }

    private static Map<String, String> tokens(String css) {
        var tokens = new LinkedHashMap<String, String>();
        TOKEN.matcher(css).results().forEach(match -> tokens.putIfAbsent(match.group(1), match.group(2)));
        return tokens;
    }

    private static double contrast(Map<String, String> theme, String one, String other) {
        double a = luminance(theme.getOrDefault(one, "#000000"));
        double b = luminance(theme.getOrDefault(other, "#000000"));
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String color) {
        int rgb = Integer.parseInt(color.substring(1), 16);
        return 0.2126 * linear(rgb >> 16 & 255) + 0.7152 * linear(rgb >> 8 & 255) + 0.0722 * linear(rgb & 255);
    }

    private static double linear(int channel) {
        double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
