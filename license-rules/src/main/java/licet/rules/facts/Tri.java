package licet.rules.facts;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/** Yes, no, or unknown with the questions whose answers would decide it (Kleene's logic). */
public sealed interface Tri {
    Tri YES = new Yes();
    Tri NO = new No();

    record Yes() implements Tri {}

    record No() implements Tri {}

    record Unknown(SortedSet<Question> questions) implements Tri {
        public Unknown {
            questions = Collections.unmodifiableSortedSet(new TreeSet<>(questions));
        }
    }

    static Tri of(boolean value) {
        return value ? YES : NO;
    }

    static Tri unknown(Question question) {
        return new Unknown(new TreeSet<>(java.util.Set.of(question)));
    }

    default boolean isYes() {
        return this instanceof Yes;
    }

    default boolean isNo() {
        return this instanceof No;
    }

    default Tri and(Tri other) {
        return switch (this) {
            case Yes() -> other;
            case No() -> NO;
            case Unknown(var questions) ->
                switch (other) {
                    case Yes() -> this;
                    case No() -> NO;
                    case Unknown(var more) -> union(questions, more);
                };
        };
    }

    default Tri or(Tri other) {
        return switch (this) {
            case Yes() -> YES;
            case No() -> other;
            case Unknown(var questions) ->
                switch (other) {
                    case Yes() -> YES;
                    case No() -> this;
                    case Unknown(var more) -> union(questions, more);
                };
        };
    }

    default Tri not() {
        return switch (this) {
            case Yes() -> NO;
            case No() -> YES;
            case Unknown unknown -> unknown;
        };
    }

    private static Tri union(SortedSet<Question> left, SortedSet<Question> right) {
        var all = new TreeSet<>(left);
        all.addAll(right);
        return new Unknown(all);
    }
}
