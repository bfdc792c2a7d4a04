package licet.tests.standin;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import licet.tests.standin.Draw.Aspect;

/**
 * One model at one version of the world. Absent texts are empty.
 *
 * @param base the index of the model that this one is made from
 */
record Model(
        World world,
        int index,
        Draw draw,
        Past past,
        String owner,
        String name,
        String license,
        String gate,
        String relation,
        OptionalInt base,
        Shape shape) {
    private static final Instant FIRST = Instant.parse("2022-03-02T23:29:04Z");
    private static final Duration SPAN = Duration.ofDays(1_650);
    private static final Duration VERSION = Duration.ofDays(1);
    /** So many early models are what the others are made from. */
    private static final int BASES = 4_000;

    static Model of(World world, int index) {
        Figures figures = Figures.shipped();
        Draw draw = world.draw(index);
        Past past = world.past(index);
        String relation = index == 0 ? "" : figures.relations.pick(draw.at(Aspect.RELATION));
        return new Model(
                world,
                index,
                draw,
                past,
                world.owner(index),
                Names.model(draw, index, past.renamed()),
                figures.licenses.pick(draw.at(Aspect.LICENSE).at(past.license())),
                figures.gates.pick(draw.at(Aspect.GATE).at(past.gate())),
                relation,
                relation.isEmpty()
                        ? OptionalInt.empty()
                        : OptionalInt.of(draw.at(Aspect.BASE).below(Math.min(index, BASES))),
                figures.shapes.get(draw.at(Aspect.SHAPE).below(figures.shapes.size())));
    }

    String id() {
        return owner + "/" + name;
    }

    String objectId() {
        return HexFormat.of().toHexDigits((int) createdAt().getEpochSecond())
                + draw.at(Aspect.HASH).hex(16);
    }

    String commit() {
        return commitOf(past.content());
    }

    String commitOf(int version) {
        return draw.at(Aspect.HASH).at(1L + version).hex(40);
    }

    /** The versions of the world at which something was pushed, newest first. */
    List<Integer> pushes() {
        List<Integer> pushes = new ArrayList<>();
        for (int at = past.content(); at > 0; at = past(at - 1).content()) {
            pushes.add(at);
        }
        pushes.add(0);
        return pushes;
    }

    /** This model as a revision has it: a branch, or a commit of which seven digits are enough. */
    Optional<Model> at(String revision) {
        if (revision.equals("main") || revision.equals("HEAD")) {
            return Optional.of(this);
        }
        return revision.length() < 7
                ? Optional.empty()
                : pushes().stream()
                        .filter(at -> commitOf(at).startsWith(revision))
                        .findFirst()
                        .map(this::files);
    }

    /** Name and gate are those of now, files and license those of then. */
    private Model files(int version) {
        Model then = of(new World(world.seed(), world.models(), version, world.changing()), index);
        return new Model(world, index, draw, then.past, owner, name, then.license, gate, relation, base, shape);
    }

    private Past past(int version) {
        return new World(world.seed(), world.models(), version, world.changing()).past(index);
    }

    Instant createdAt() {
        long step = Math.max(1, SPAN.toSeconds() / world.models());
        return FIRST.plusSeconds(step * index);
    }

    Instant modifiedAt() {
        return past.last() == 0 ? createdAt().plusSeconds(1) : pushedAt(past.last());
    }

    /** Later than every creation, and in the order of versions and indexes. */
    Instant pushedAt(int version) {
        return version == 0
                ? createdAt()
                : FIRST.plus(SPAN).plus(VERSION.multipliedBy(version)).plusMillis(index * 5L);
    }

    boolean isGated() {
        return !gate.isEmpty();
    }

    String pipeline() {
        return Figures.shipped().pipelines.pick(draw.at(Aspect.PIPELINE));
    }

    String library() {
        return Figures.shipped().libraries.pick(draw.at(Aspect.LIBRARY));
    }

    /** One of {@code safetensors}, {@code gguf} and {@code bin}. */
    String weights() {
        return relation.equals("quantized") && draw.at(Aspect.WEIGHTS).chance(0.5)
                ? "gguf"
                : Figures.shipped().weights.pick(draw.at(Aspect.WEIGHTS).at(1));
    }

    Optional<String> baseId() {
        return base.isPresent() ? Optional.of(originalId(base.getAsInt())) : Optional.empty();
    }

    /** Cards keep the name under which their base was known first. */
    private String originalId(int other) {
        return world.owner(other) + "/" + Names.model(world.draw(other), other, 0);
    }
}
