package licet.tests.standin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.IntPredicate;

/** In which order models are listed. Each has a rank, and smaller ranks come first. */
enum Order {
    CREATED_AT,
    LAST_MODIFIED,
    DOWNLOADS,
    LIKES,
    TRENDING_SCORE;

    /** Empty for a name that the Hub does not know. */
    static Optional<Order> find(String name) {
        for (Order order : values()) {
            if (order.name().replace("_", "").equalsIgnoreCase(name)) {
                return Optional.of(order);
            }
        }
        return Optional.empty();
    }

    private long value(World world, int index) {
        return switch (this) {
            case CREATED_AT -> 0;
            case LAST_MODIFIED -> world.past(index).last();
            case DOWNLOADS -> world.downloads(index);
            case LIKES -> world.likes(index);
            case TRENDING_SCORE -> world.trendingScore(index);
        };
    }

    /**
     * The next models after a place. Nothing is kept between two calls: all ranks are computed again each time, except for the
     * order of creation, which is that of the indexes.
     *
     * @param after the rank of the last model before; {@code Long.MIN_VALUE} for the beginning
     * @return ranks, at most {@code count}
     */
    List<Long> next(World world, boolean ascending, long after, int count, IntPredicate filter) {
        return this == CREATED_AT
                ? byIndex(world, ascending, after, count, filter)
                : byRank(world, ascending, after, count, filter);
    }

    static int index(World world, long rank) {
        return (int) (Math.abs(rank) % world.models());
    }

    private static List<Long> byIndex(World world, boolean ascending, long after, int count, IntPredicate filter) {
        List<Long> found = new ArrayList<>();
        int step = ascending ? 1 : -1;
        int first = ascending ? 0 : world.models() - 1;
        int from = after == Long.MIN_VALUE ? first : index(world, after) + step;
        for (int i = from; i >= 0 && i < world.models() && found.size() < count; i += step) {
            if (filter.test(i)) {
                found.add(ascending ? (long) i : (long) -i);
            }
        }
        return found;
    }

    private List<Long> byRank(World world, boolean ascending, long after, int count, IntPredicate filter) {
        var best = new PriorityQueue<Long>(Comparator.reverseOrder());
        for (int i = 0; i < world.models(); i++) {
            long place = value(world, i) * world.models() + i;
            long rank = ascending ? place : -place;
            boolean wanted = rank > after && (best.size() < count || rank < best.element());
            if (wanted && filter.test(i)) {
                best.add(rank);
                if (best.size() > count) {
                    best.remove();
                }
            }
        }
        return best.stream().sorted().toList();
    }
}
