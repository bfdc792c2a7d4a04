package licet.tests.standin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Names with the weight of each. */
record Shares(List<String> names, List<Double> upTo) {
    private static final String NONE = "none";

    Shares {
        names = List.copyOf(names);
        upTo = List.copyOf(upTo);
    }

    static Shares of(Map<String, Integer> weights) {
        double total = weights.values().stream().mapToInt(Integer::intValue).sum();
        var upTo = new ArrayList<Double>();
        double sum = 0;
        for (int weight : weights.values()) {
            sum += weight / total;
            upTo.add(sum);
        }
        return new Shares(
                weights.keySet().stream().map(n -> n.equals(NONE) ? "" : n).toList(), upTo);
    }

    /** A name by its weight; empty where the field is absent. */
    String pick(Draw draw) {
        double unit = draw.unit();
        for (int i = 0; i < upTo.size(); i++) {
            if (unit < upTo.get(i)) {
                return names.get(i);
            }
        }
        return names.getLast();
    }
}
