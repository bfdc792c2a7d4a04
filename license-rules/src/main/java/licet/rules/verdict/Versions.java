package licet.rules.verdict;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import licet.rules.license.LicenseKey;

/**
 * A text of which one of several versions binds, where they differ in what they do to the use.
 *
 * @param open what stands until somebody says which; the first finding asks for it
 * @param under what each version says of the use
 */
record Versions(List<Finding> open, SortedMap<LicenseKey, List<Finding>> under) {
    Versions {
        open = List.copyOf(open);
        under = Collections.unmodifiableSortedMap(new TreeMap<>(under));
    }

    Finding question() {
        return open.getFirst();
    }
}
