package licet.rules.release;

import java.util.List;
import java.util.Set;
import licet.rules.Check;
import licet.rules.evidence.ModelId;

/**
 * What somebody says of a release. It is shown beside the evidence and never counts as such.
 *
 * @param about the release, family or group in the words of the source
 * @param source who says it
 * @param points what of it can be held against evidence
 * @param partly whether it says more than its points cover
 * @param against ids of claims that cannot be true beside it, although no point shows it
 */
public record Claim(
        String id,
        String about,
        Kind kind,
        String statement,
        String source,
        List<Point> points,
        boolean partly,
        Set<String> against) {
    public enum Kind {
        DATE,
        LICENSE,
        SIZE,
        ARCHITECTURE,
        CONTEXT,
        RESTRICTION,
        STATUS
    }

    /** @param models about which it is said: one of them that shows it is enough; none where nobody knows which */
    public record Point(Said said, List<ModelId> models) {
        public Point {
            models = List.copyOf(models);
        }
    }

    public Claim {
        Check.notBlank(id, "id of a claim");
        Check.notBlank(about, "what the claim is about");
        Check.notBlank(statement, "the statement");
        Check.notBlank(source, "the source");
        points = List.copyOf(points);
        against = Set.copyOf(against);
    }
}
