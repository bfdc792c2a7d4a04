package licet.ingest.weights;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Where the tensors of a file lie, in bytes from the start of its data. */
final class Extents {
    private final List<Extent> extents = new ArrayList<>();

    private record Extent(long begin, long end) {}

    void add(long begin, long end) {
        extents.add(new Extent(begin, end));
    }

    /** @return the end of the last tensor */
    long requireNoOverlap() throws RefusedHeader {
        return check(false);
    }

    /** @return the end of the last tensor */
    long requireContiguous() throws RefusedHeader {
        return check(true);
    }

    private long check(boolean contiguous) throws RefusedHeader {
        extents.sort(Comparator.comparingLong(Extent::begin).thenComparingLong(Extent::end));
        long at = 0;
        for (Extent extent : extents) {
            if (extent.begin() < at) {
                throw new RefusedHeader(WeightsProblem.Kind.OVERLAP, "two tensors share the bytes before offset " + at);
            }
            if (contiguous && extent.begin() > at) {
                throw new RefusedHeader(
                        WeightsProblem.Kind.HOLE, "the bytes before offset " + extent.begin() + " belong to no tensor");
            }
            at = extent.end();
        }
        return at;
    }
}
