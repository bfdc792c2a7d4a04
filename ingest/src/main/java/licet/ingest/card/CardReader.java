package licet.ingest.card;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits a card into front matter and body by the Hub's own pattern, and reads the front matter. */
public final class CardReader {
    /** Blank lines may stand before the block; any line ending counts; a rule further down is no front matter. */
    private static final Pattern BLOCK = Pattern.compile(
            "\\A(\\s*---(?:\\r\\n|\\r|\\n))([\\S\\s]*?)((?:\\r\\n|\\r|\\n)---[ \\t]*(?:\\r\\n|\\n|\\z))");

    private static final Pattern LINE_END = Pattern.compile("\\r\\n|\\r|\\n");
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private CardReader() {}

    public static ModelCard read(byte[] bytes) {
        List<CardProblem> problems = new ArrayList<>();
        return read(decode(bytes, problems), problems);
    }

    public static ModelCard read(String text) {
        return read(text, new ArrayList<>());
    }

    private static ModelCard read(String text, List<CardProblem> problems) {
        String card = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        Matcher block = BLOCK.matcher(card);
        if (!block.find()) {
            problems.add(new CardProblem(CardProblem.Kind.NO_FRONT_MATTER, "the card has no metadata block"));
            return new ModelCard(FrontMatter.EMPTY, problems, card, 1);
        }
        FrontMatter fields = FrontMatterReader.read(block.group(2), problems);
        String body = card.substring(block.end());
        return new ModelCard(fields, problems, body, 1 + lineEnds(card.substring(0, block.end())));
    }

    private static int lineEnds(String text) {
        return Math.toIntExact(LINE_END.matcher(text).results().count());
    }

    /** Text in UTF-16 says so itself. Other text that is not UTF-8 is read as if each byte were a character, so that the ASCII in it, the ids, survives. */
    private static String decode(byte[] bytes, List<CardProblem> problems) {
        if (startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0xFF, 0xFE)) {
            problems.add(new CardProblem(CardProblem.Kind.NOT_UTF8, "the card is in UTF-16"));
            return new String(bytes, StandardCharsets.UTF_16);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            problems.add(new CardProblem(CardProblem.Kind.NOT_UTF8, "the card is not in UTF-8"));
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }

    private static boolean startsWith(byte[] bytes, int first, int second) {
        return bytes.length >= 2 && Byte.toUnsignedInt(bytes[0]) == first && Byte.toUnsignedInt(bytes[1]) == second;
    }
}
