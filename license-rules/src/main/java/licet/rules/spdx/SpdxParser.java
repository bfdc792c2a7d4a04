package licet.rules.spdx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import licet.rules.spdx.SpdxExpression.Listed;
import licet.rules.spdx.SpdxExpression.Referenced;
import licet.rules.spdx.SpdxExpression.Simple;
import licet.rules.spdx.SpdxTokens.Kind;
import licet.rules.spdx.SpdxTokens.Token;

/** Reads expressions. {@code +} binds most, then {@code WITH}, then {@code AND}, then {@code OR}. */
public final class SpdxParser {
    private static final int MAX_LENGTH = 10_000;
    private static final int MAX_DEPTH = 100;
    private static final Pattern REFERENCE =
            Pattern.compile("(?i)(?:DocumentRef-([a-z0-9.-]+):)?LicenseRef-([a-z0-9.-]+)");

    private static final Pattern ADDITION = Pattern.compile("(?i)(?:DocumentRef-[a-z0-9.-]+:)?AdditionRef-[a-z0-9.-]+");

    private final List<Token> tokens;
    private int next = 0;
    private int depth = 0;

    private SpdxParser(List<Token> tokens) {
        this.tokens = tokens;
    }

    public static SpdxParse parse(String source) {
        if (source.length() > MAX_LENGTH) {
            return new SpdxParse.Invalid(MAX_LENGTH, "the expression is longer than " + MAX_LENGTH + " characters");
        }
        var parser = new SpdxParser(SpdxTokens.of(source));
        try {
            SpdxExpression expression = parser.or();
            parser.expect(Kind.END, "AND, OR or the end");
            return new SpdxParse.Valid(expression);
        } catch (Stop stop) {
            return new SpdxParse.Invalid(stop.column, stop.reason);
        }
    }

    /** Leaves the descent; never seen outside. */
    private static final class Stop extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final int column;
        private final String reason;

        Stop(int column, String reason) {
            super(reason, null, false, false);
            this.column = column;
            this.reason = reason;
        }
    }

    private SpdxExpression or() {
        return chain(Kind.OR, this::and, SpdxExpression.Or::new);
    }

    private SpdxExpression and() {
        return chain(Kind.AND, this::unit, SpdxExpression.And::new);
    }

    private SpdxExpression chain(
            Kind operator, Supplier<SpdxExpression> side, Function<List<SpdxExpression>, SpdxExpression> joined) {
        var sides = new ArrayList<SpdxExpression>();
        sides.add(side.get());
        while (peek().kind() == operator) {
            next++;
            sides.add(side.get());
        }
        return sides.size() == 1 ? sides.getFirst() : joined.apply(sides);
    }

    private SpdxExpression unit() {
        if (peek().kind() != Kind.OPEN) {
            return granted();
        }
        Token open = take();
        if (++depth > MAX_DEPTH) {
            throw new Stop(open.column(), "more than " + MAX_DEPTH + " parentheses in each other");
        }
        SpdxExpression inner = or();
        expect(Kind.CLOSE, "AND, OR or ')'");
        depth--;
        return inner;
    }

    private SpdxExpression granted() {
        Simple license = simple();
        if (peek().kind() != Kind.WITH) {
            return license;
        }
        next++;
        Token addition = expect(Kind.ID, "an exception id");
        boolean plain = addition.text().indexOf(':') < 0;
        if (!plain && !ADDITION.matcher(addition.text()).matches()) {
            throw new Stop(addition.column(), "'" + addition.text() + "' is no exception id");
        }
        return new SpdxExpression.With(license, addition.text());
    }

    private Simple simple() {
        Token id = expect(Kind.ID, "a license id");
        Matcher reference = REFERENCE.matcher(id.text());
        if (reference.matches()) {
            return new Referenced(Optional.ofNullable(reference.group(1)), reference.group(2));
        }
        if (id.text().indexOf(':') >= 0) {
            throw new Stop(id.column(), "'" + id.text() + "' is no license id");
        }
        Token plus = peek();
        boolean glued = plus.kind() == Kind.PLUS
                && plus.column() == id.column() + id.text().length();
        next += glued ? 1 : 0;
        return new Listed(id.text(), glued);
    }

    private Token peek() {
        return tokens.get(next);
    }

    private Token take() {
        return tokens.get(next++);
    }

    private Token expect(Kind kind, String what) {
        Token token = peek();
        if (token.kind() != kind) {
            String found = token.kind() == Kind.END ? "the end" : "'" + token.text() + "'";
            throw new Stop(token.column(), "expected " + what + ", found " + found);
        }
        return kind == Kind.END ? token : take();
    }
}
