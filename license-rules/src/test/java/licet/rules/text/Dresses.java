package licet.rules.text;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Ways in which copies of one text differ although nobody changed a word. */
final class Dresses {
    static final Map<String, UnaryOperator<String>> ALL = all();

    private Dresses() {}

    private static Map<String, UnaryOperator<String>> all() {
        var dresses = new LinkedHashMap<String, UnaryOperator<String>>();
        dresses.put("as it is", UnaryOperator.identity());
        dresses.put("CRLF", text -> text.replace("\r\n", "\n").replace("\n", "\r\n"));
        dresses.put("byte order mark", text -> "\uFEFF" + text);
        dresses.put("straight quotes", Dresses::straight);
        dresses.put(
                "curly quotes", text -> straight(text).replaceAll("'", "\u2019").replaceAll("\"", "\u201D"));
        dresses.put("wrapped at 60", text -> wrapped(text, 60));
        dresses.put("wrapped at 100", text -> wrapped(text, 100));
        dresses.put("unwrapped", text -> wrapped(text, Integer.MAX_VALUE));
        dresses.put(
                "Markdown escapes",
                text -> text.replaceAll("(\\d)\\.", "$1\\\\.").replace("_", "\\_"));
        dresses.put(
                "Markdown emphasis",
                text -> Pattern.compile("(?m)^(\\S.{3,60})$").matcher(text).replaceAll("**$1**"));
        dresses.put("bullets", text -> text.replaceAll("(\\R[ \\t]*\\R[ \\t]+)(?=\\S)", "$1* "));
        dresses.put("hyphen breaks", text -> text.replaceAll("(\\p{L})-(\\p{L})", "$1-\n$2"));
        dresses.put("no-break spaces", text -> text.replaceAll("(?<=\\S) (?=\\S)", "\u00A0"));
        dresses.put("HTML residue", text -> text.replaceAll("\\n[ \\t]*\\n", "\n\n<br/><ins>\n\n") + "</ins>");
        dresses.put(
                "entities",
                text -> straight(text)
                        .replace("&", "&amp;")
                        .replace("\"", "&quot;")
                        .replace("'", "&#39;"));
        dresses.put(
                "typographic entities",
                text -> straight(text).replace("'", "&rsquo;").replace("-", "&#x2011;"));
        dresses.put(
                "front matter", text -> "---\nlicense: other\nlicense_name: some-name\ntags:\n- text\n---\n\n" + text);
        dresses.put("heading", text -> "LICENSE TEXT\n\n" + text);
        dresses.put("Markdown heading", text -> "# License\n\n" + text);
        dresses.put("code block", text -> "```text\n" + text + "\n```\n");
        dresses.put("quoted", text -> text.replaceAll("(?m)^", "> "));
        dresses.put("commented", text -> text.replaceAll("(?m)^", "# "));
        dresses.put(
                "tabs and trailing space",
                text -> text.replaceAll("(?m)^ +", "\t").replaceAll("(?m)$", "  "));
        dresses.put("full-width signs", text -> text.replace(",", "\uFF0C").replace(";", "\uFF1B"));
        dresses.put("ligatures", text -> text.replace("fi", "\uFB01").replace("ff", "\uFB00"));
        dresses.put("decomposed", text -> Normalizer.normalize(text, Normalizer.Form.NFD));
        dresses.put("soft hyphens", text -> text.replaceAll("(\\p{L}{3})(\\p{L}{3})(?![\\p{L}:])", "$1\u00AD$2"));
        dresses.put("zero width", text -> text.replaceAll("(\\p{L}{4})(\\p{L}{3})", "$1\u200B$2"));
        dresses.put("links", text -> text.replaceAll("(?<![\\[(<\"])(https?://[\\w./#?=-]*\\w)", "[$1]($1)"));
        dresses.put("no scheme", text -> text.replaceAll("(?<!\\()https?://(www\\.)?", ""));
        dresses.put("copyright signs", text -> text.replaceAll("(?i)copyright \\(c\\)", "Copyright \u00A9"));
        dresses.put("dashes", text -> text.replaceAll("(?<=\\p{L})-(?=\\p{L})", "\u2013"));
        dresses.put("upper case", text -> text.toUpperCase(java.util.Locale.ROOT));
        return dresses;
    }

    private static String straight(String text) {
        return text.replaceAll("[\u2018\u2019]", "'").replaceAll("[\u201C\u201D]", "\"");
    }

    /** Each paragraph filled to a width, as an editor or a mail client would. */
    private static String wrapped(String text, int width) {
        var lines = new StringBuilder();
        for (String paragraph : text.replace("\r\n", "\n").split("\\n[ \\t]*\\n")) {
            int column = 0;
            for (String word : paragraph.strip().split("\\s+")) {
                if (column > 0 && column + word.length() >= width) {
                    lines.append('\n');
                    column = 0;
                }
                lines.append(column == 0 ? "" : " ").append(word);
                column += word.length() + 1;
            }
            lines.append("\n\n");
        }
        return lines.toString();
    }
}
