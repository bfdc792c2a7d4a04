package licet.registry.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import licet.registry.platform.ClosedChoice;

/**
 * How near other models come to one, and the order that follows.
 *
 * @param family as published, where the release is known
 * @param bases names in lower case of everything that the model was made from
 * @param developer its key
 * @param size bucket that is looked for; empty where the model's is not known
 * @param parameters of the model, where they are known
 */
record Likeness(
        Optional<String> family,
        Set<String> bases,
        String developer,
        Optional<String> size,
        Optional<Long> parameters) {
    private static final double NEARLY_EQUAL = 0.1;
    private static final double SIMILAR = 0.25;

    /** Why a model is offered where it is. */
    enum Reason implements ClosedChoice {
        SAME_FAMILY("same-family"),
        ITS_BASE("its-base"),
        SAME_BASE("same-base"),
        SAME_DEVELOPER("same-developer"),
        SIZE_NEARLY_EQUAL("size-nearly-equal"),
        SIZE_SIMILAR("size-similar"),
        SIZE_CLASS("size-class"),
        SIZE_UNKNOWN("size-unknown"),
        OPEN_POINTS("open-points"),
        DUTIES("duties"),
        ONLY_LISTED("only-listed"),
        DOWNLOADS("downloads");

        private final String word;

        Reason(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }

        SubstituteList.Why why(Object... arguments) {
            return new SubstituteList.Why(word, CompareWords.get("why." + word, arguments));
        }
    }

    /** The best first; no two are equal, since no two rows have one name and source. */
    Comparator<Candidate> order() {
        return Comparator.<Candidate, Boolean>comparing(one -> relation(one).isEmpty())
                .thenComparing(one -> !isSameDeveloper(one))
                .thenComparing(this::nearness)
                .thenComparing(one -> one.duties() + one.conditional())
                .thenComparing(one -> !isExamined(one))
                .thenComparing(one -> -one.peer().row().downloads().orElse(0L))
                .thenComparing(one -> one.peer().row().model().toLowerCase(Locale.ROOT))
                .thenComparing(one -> one.peer().row().source());
    }

    Comparator<Candidate> orderOfOpen() {
        return Comparator.comparing(Candidate::openPoints).thenComparing(order());
    }

    /** What applies, in the order in which it counts. */
    List<SubstituteList.Why> why(Candidate one) {
        var row = one.peer().row();
        var all = new ArrayList<SubstituteList.Why>();
        if (one.openPoints() > 0) {
            all.add(Reason.OPEN_POINTS.why(one.openPoints()));
        }
        relation(one).ifPresent(relation -> all.add(relation.why(family.orElse(""))));
        if (isSameDeveloper(one)) {
            all.add(Reason.SAME_DEVELOPER.why());
        }
        all.add(nearness(one).why());
        all.add(Reason.DUTIES.why(one.duties(), one.conditional()));
        if (!isExamined(one)) {
            all.add(Reason.ONLY_LISTED.why());
        }
        row.downloads().ifPresent(count -> all.add(Reason.DOWNLOADS.why(count)));
        return all;
    }

    private Optional<Reason> relation(Candidate one) {
        if (family.isPresent() && family.equals(one.family())) {
            return Optional.of(Reason.SAME_FAMILY);
        }
        if (bases.contains(one.peer().row().model().toLowerCase(Locale.ROOT))) {
            return Optional.of(Reason.ITS_BASE);
        }
        return one.peer().onHub().bases().stream().anyMatch(bases::contains)
                ? Optional.of(Reason.SAME_BASE)
                : Optional.empty();
    }

    private boolean isSameDeveloper(Candidate one) {
        return one.peer().row().developer().filter(developer::equals).isPresent();
    }

    private static boolean isExamined(Candidate one) {
        return one.peer().row().tier().equals("examined");
    }

    /** The nearest first in the order of the constants. */
    private Reason nearness(Candidate one) {
        if (size.isEmpty()) {
            return Reason.SIZE_UNKNOWN;
        }
        var theirs = one.peer().row().parameters().filter(count -> count > 0);
        if (theirs.isEmpty() || parameters.filter(count -> count > 0).isEmpty()) {
            return Reason.SIZE_CLASS;
        }
        double apart = Math.abs(theirs.get() - (double) parameters.get()) / parameters.get();
        return apart <= NEARLY_EQUAL
                ? Reason.SIZE_NEARLY_EQUAL
                : apart <= SIMILAR ? Reason.SIZE_SIMILAR : Reason.SIZE_CLASS;
    }
}
