package licet.tests.standin;

import java.util.Optional;
import licet.tests.standin.Draw.Aspect;

/**
 * All models at one moment. Moments differ by their version alone.
 *
 * @param models how many models there were at version 0; none are added later
 * @param version how often a part of the models has changed since
 * @param changing the part of the models that changes from one version to the next, from 0 to 1
 */
public record World(long seed, int models, int version, double changing) {
    /** One in so many models is talked about at any time. */
    private static final int TRENDING = 1000;

    public World {
        if (models < 1 || models > 10_000_000 || version < 0 || changing < 0 || changing > 1) {
            throw new IllegalArgumentException("a world of %d models at %d".formatted(models, version));
        }
    }

    public static World of(long seed, int models) {
        return new World(seed, models, 0, 0.01);
    }

    public World next() {
        return new World(seed, models, version + 1, changing);
    }

    Draw draw(int index) {
        return Draw.of(seed).at(index);
    }

    Past past(int index) {
        Past past = Past.NOTHING;
        Draw changes = draw(index).at(Aspect.CHANGE);
        for (int at = 1; at <= version; at++) {
            Draw draw = changes.at(at);
            if (draw.chance(changing) && !past.deleted()) {
                past = past.then(Past.Change.of(draw.at(0)), at);
            }
        }
        return past;
    }

    Model model(int index) {
        return Model.of(this, index);
    }

    public String id(int index) {
        return owner(index) + "/" + Names.model(draw(index), index, past(index).renamed());
    }

    /** Few owners have many models: the number of the owner grows with the square of what is drawn. */
    String owner(int index) {
        double unit = draw(index).at(Aspect.OWNER).unit();
        long owners = Math.max(1, (long) models * Figures.shipped().ownersPerThousand / 1000);
        return Names.owner((int) (owners * unit * unit));
    }

    long downloads(int index) {
        return popularity(Figures.shipped().downloads, index, 0);
    }

    long likes(int index) {
        return popularity(Figures.shipped().likes, index, 1);
    }

    long trendingScore(int index) {
        Draw trend = draw(index).at(Aspect.TREND).at(version);
        return trend.below(TRENDING) == 0 ? 1 + trend.at(0).below(8000) : 0;
    }

    /** Counters move between versions for every model, by up to 3 %, without any other change. */
    private long popularity(Quantiles quantiles, int index, int which) {
        Draw draw = draw(index).at(Aspect.POPULARITY).at(which);
        double moved = 1 + (version == 0 ? 0 : 0.03 * draw.at(version).unit());
        return Math.round(quantiles.pick(draw) * moved);
    }

    /** Whether anything but counters differs for the model that this name led to at an earlier moment. */
    public boolean hasChangedSince(World earlier, String id) {
        int index = Names.findIndex(id).orElseThrow(() -> new IllegalArgumentException("no model " + id));
        return !past(index).equals(earlier.past(index));
    }

    /** The owner with this number; those with small numbers have the most models. */
    public String ownerNumber(int number) {
        return Names.owner(number);
    }

    /** A model by any name that it has or had, in any case of letters. */
    Optional<Model> find(String id) {
        int slash = id.indexOf('/');
        var index = Names.findIndex(id);
        if (slash < 0 || index.isEmpty() || index.getAsInt() >= models) {
            return Optional.empty();
        }
        Model model = model(index.getAsInt());
        String name = id.substring(slash + 1);
        boolean known = id.substring(0, slash).equalsIgnoreCase(model.owner())
                && (name.equalsIgnoreCase(model.name()) || wasCalled(model, name));
        return known && !model.past().deleted() ? Optional.of(model) : Optional.empty();
    }

    private boolean wasCalled(Model model, String name) {
        for (int at = 0; at < model.past().renamed(); at++) {
            if (name.equalsIgnoreCase(Names.model(model.draw(), model.index(), at))) {
                return true;
            }
        }
        return false;
    }
}
