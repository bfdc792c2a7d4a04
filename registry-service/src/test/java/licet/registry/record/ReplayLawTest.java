package licet.registry.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import licet.ingest.hub.RepoId;
import licet.ingest.hub.Revision;
import licet.registry.decision.Closure;
import licet.registry.decision.Closures;
import licet.registry.decision.Judge;
import licet.registry.fact.Facts;
import licet.registry.testing.TestRegistry;
import licet.rules.Knowledge;
import licet.rules.evidence.Artifact;
import licet.rules.format.CanonicalJson;
import licet.rules.license.LicenseKey;
import licet.rules.lineage.Conclusion;
import licet.rules.lineage.Modality;
import licet.rules.lineage.Profile;
import licet.rules.lineage.Traits;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever goes in: what is written down gives the same bytes again, and the same answer. */
class ReplayLawTest {
    private static final int PROFILES = 12;
    private static final List<String> PATHS = List.of("self", "finetune", "quantized>finetune", "distilled>merge");

    private static TestRegistry registry;
    private static List<LicenseKey> licenses;

    @BeforeAll
    static void start() {
        registry = RecordFixture.start();
        licenses = registry.bean(Knowledge.class).licenses().licenses().stream()
                .map(license -> license.key())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void anyProfileGivesTheSameAnswerFromWhatWasWrittenDown(long seed) {
        var random = new Random(seed);
        var judge = registry.bean(Judge.class);
        var knowledge = registry.bean(Knowledge.class);
        var deployments = registry.bean(Facts.class).current().deployments();
        for (int i = 0; i < PROFILES; i++) {
            var deployment = deployments.get(random.nextInt(deployments.size())).deployment();
            var real = registry.bean(Closures.class)
                    .now(RepoId.parse(RecordFixture.MODEL), Revision.MAIN, false, deployment.key());
            var closure = with(real, profile(random));
            var text = CanonicalJson.write(closure);
            var read = CanonicalJson.read(text, Closure.class);
            assertThat(CanonicalJson.write(read)).isEqualTo(text);
            assertThat(CanonicalJson.write(judge.again(read, knowledge)))
                    .as("seed %d, profile %d", seed, i)
                    .isEqualTo(CanonicalJson.write(judge.again(closure, knowledge)));
        }
    }

    private static Closure with(Closure real, Profile profile) {
        var conclusion = new Conclusion(
                real.conclusion().lineage(), profile, real.conclusion().bindings());
        return new Closure(
                real.schema(),
                real.source(),
                real.model(),
                real.revision(),
                conclusion,
                real.use(),
                real.policy(),
                real.knowledge(),
                real.engine(),
                real.instruments(),
                real.at());
    }

    private static Profile profile(Random random) {
        var terms = new TreeSet<Profile.Term>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            var candidates = new TreeSet<LicenseKey>();
            for (int n = random.nextInt(3); n >= 0; n--) {
                candidates.add(any(random, licenses));
            }
            terms.add(new Profile.Term(
                    i == 0 ? "self" : any(random, PATHS),
                    i == 0 ? Artifact.WEIGHTS : any(random, List.of(Artifact.values())),
                    candidates.size() == 1 ? Profile.State.IDENTIFIED : any(random, UNSETTLED),
                    candidates,
                    any(random, List.of(Modality.values())),
                    any(random, List.of("meta", "qwen", "hub:somebody"))));
        }
        var gaps = new TreeSet<>(Arrays.asList(Profile.LineageGap.values())
                .subList(0, random.nextInt(Profile.LineageGap.values().length)));
        var countries = new ArrayList<>(List.of("US", "CN", "??")).subList(0, 1 + random.nextInt(3));
        return new Profile(
                terms, gaps, "meta", new TreeSet<>(List.of("meta", "qwen")), new TreeSet<>(countries), Traits.UNKNOWN);
    }

    private static final List<Profile.State> UNSETTLED =
            List.of(Profile.State.ONE_OF, Profile.State.CONFLICTING, Profile.State.UNREAD);

    private static <T> T any(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
