package licet.rules.spdx;

import java.util.ArrayList;
import java.util.List;

/** Cuts an expression into ids, operators and parentheses. */
final class SpdxTokens {
    private SpdxTokens() {}

    enum Kind {
        ID,
        PLUS,
        AND,
        OR,
        WITH,
        OPEN,
        CLOSE,
        END,
        WRONG
    }

    /** @param column counted from 1 */
    record Token(Kind kind, String text, int column) {}

    /** All tokens, the last one {@link Kind#END} or {@link Kind#WRONG}. */
    static List<Token> of(String source) {
        var tokens = new ArrayList<Token>();
        int at = 0;
        while (at < source.length()) {
            char symbol = source.charAt(at);
            if (symbol == ' ' || symbol == '\t' || symbol == '\n' || symbol == '\r') {
                at++;
                continue;
            }
            Token token = token(source, at);
            tokens.add(token);
            if (token.kind() == Kind.WRONG) {
                return tokens;
            }
            at += token.text().length();
        }
        tokens.add(new Token(Kind.END, "", source.length() + 1));
        return tokens;
    }

    private static Token token(String source, int at) {
        char symbol = source.charAt(at);
        Kind single = switch (symbol) {
            case '(' -> Kind.OPEN;
            case ')' -> Kind.CLOSE;
            case '+' -> Kind.PLUS;
            default -> isIdSign(symbol) ? Kind.ID : Kind.WRONG;
        };
        if (single != Kind.ID) {
            return new Token(single, String.valueOf(symbol), at + 1);
        }
        int end = at;
        while (end < source.length() && isIdSign(source.charAt(end))) {
            end++;
        }
        String text = source.substring(at, end);
        return new Token(word(text), text, at + 1);
    }

    /** Operators are in upper or in lower case; in mixed case they are ids. */
    private static Kind word(String text) {
        return switch (text) {
            case "AND", "and" -> Kind.AND;
            case "OR", "or" -> Kind.OR;
            case "WITH", "with" -> Kind.WITH;
            default -> Kind.ID;
        };
    }

    private static boolean isIdSign(char symbol) {
        return (symbol >= 'a' && symbol <= 'z')
                || (symbol >= 'A' && symbol <= 'Z')
                || (symbol >= '0' && symbol <= '9')
                || symbol == '-'
                || symbol == '.'
                || symbol == ':';
    }
}
