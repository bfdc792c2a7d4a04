package licet.rules.format;

import java.util.ArrayList;
import java.util.List;
import licet.rules.SourceText;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * Follows the value of a scalar through the file as it is written there: quotes, folded lines and indentation make the
 * two differ, and a reader is helped only by the place in the file.
 */
final class ScalarPlaces {
    private final String file;
    private int position;
    private int line;
    private int column;

    private ScalarPlaces(String file, Mark start) {
        this.file = file;
        this.position = file.offsetByCodePoints(0, Math.min(start.getIndex(), file.codePointCount(0, file.length())));
        this.line = start.getLine() + 1;
        this.column = start.getColumn() + 1;
    }

    static SourceText of(String file, ScalarNode node, String value) {
        return node.getStartMark()
                .map(start -> new SourceText(value, new ScalarPlaces(file, start).follow(node.getScalarStyle(), value)))
                .orElseGet(() -> SourceText.of(value));
    }

    private List<SourceText.Place> follow(ScalarStyle style, String value) {
        if (style == ScalarStyle.LITERAL || style == ScalarStyle.FOLDED) {
            skipHeader();
        }
        var places = new ArrayList<SourceText.Place>();
        int expectedColumn = -1;
        int expectedLine = -1;
        for (int offset = 0; offset < value.length(); offset++) {
            advanceTo(value.charAt(offset));
            if (places.isEmpty() || line != expectedLine || column != expectedColumn) {
                places.add(new SourceText.Place(offset, line, column));
            }
            expectedLine = line;
            expectedColumn = column + 1;
            boolean doubled = style == ScalarStyle.SINGLE_QUOTED && value.charAt(offset) == '\'';
            advance();
            if (doubled) {
                advance();
            }
        }
        return places.isEmpty() ? List.of(new SourceText.Place(0, line, column)) : places;
    }

    private void skipHeader() {
        while (position < file.length() && file.charAt(position) != '\n') {
            advance();
        }
        advance();
    }

    private void advanceTo(char wanted) {
        while (position < file.length() && !stands(wanted)) {
            advance();
        }
    }

    private boolean stands(char wanted) {
        char written = file.charAt(position);
        return written == wanted || (Character.isWhitespace(written) && Character.isWhitespace(wanted));
    }

    private void advance() {
        if (position < file.length()) {
            boolean ends = file.charAt(position++) == '\n';
            line += ends ? 1 : 0;
            column = ends ? 1 : column + 1;
        }
    }
}
