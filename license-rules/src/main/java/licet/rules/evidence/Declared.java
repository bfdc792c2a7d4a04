package licet.rules.evidence;

import java.util.SortedSet;
import java.util.TreeSet;
import licet.rules.license.LicenseKey;

/**
 * One statement of a publisher, resolved to the texts that it can mean.
 *
 * @param silent whether it names nothing
 * @param candidates texts of the catalog that it speaks of
 * @param alone those of them that can be all that governs: none of "both of these bind"
 * @param open whether it can also mean a text outside of the catalog
 * @param closed whether the name comes from a closed list, so that a foreign one surely means another text
 * @param expression whether several licenses are named with AND, OR or WITH
 */
record Declared(
        EvidenceRef at,
        boolean silent,
        SortedSet<LicenseKey> candidates,
        SortedSet<LicenseKey> alone,
        boolean open,
        boolean closed,
        boolean expression) {
    /** A statement that is kept although it names nothing. */
    static Declared silent(EvidenceRef at) {
        return new Declared(at, true, new TreeSet<>(), new TreeSet<>(), true, false, false);
    }

    /** The name of one license. */
    static Declared name(
            EvidenceRef at, boolean silent, SortedSet<LicenseKey> candidates, boolean open, boolean closed) {
        return new Declared(at, silent, candidates, candidates, open, closed, false);
    }

    boolean speaks() {
        return !silent;
    }

    boolean contradicts(LicenseKey text) {
        return speaks() && !candidates.contains(text) && (closed || !candidates.isEmpty());
    }

    /** Whether a text is only one of several that bind. */
    boolean saysMoreThan(LicenseKey text) {
        return candidates.contains(text) && !alone.contains(text);
    }

    Declared asOpenList() {
        return new Declared(at, silent, candidates, alone, open, !candidates.isEmpty(), expression);
    }
}
