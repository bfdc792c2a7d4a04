package licet.tests.standin;

import java.util.List;

/** A size by its measured quantiles; between two of them it grows evenly in its logarithm, since the tails are long. */
record Quantiles(List<Long> sizes) {
    private static final double[] SHARES = {0, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 1};

    Quantiles {
        sizes = List.copyOf(sizes);
        if (sizes.size() != SHARES.length) {
            throw new IllegalArgumentException("%d quantiles, expected %d".formatted(sizes.size(), SHARES.length));
        }
    }

    long pick(Draw draw) {
        double unit = draw.unit();
        int i = 1;
        while (unit > SHARES[i]) {
            i++;
        }
        double part = (unit - SHARES[i - 1]) / (SHARES[i] - SHARES[i - 1]);
        double low = Math.log1p(sizes.get(i - 1));
        double high = Math.log1p(sizes.get(i));
        return Math.round(Math.expm1(low + part * (high - low)));
    }
}
