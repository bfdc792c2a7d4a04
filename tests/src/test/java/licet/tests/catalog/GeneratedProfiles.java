package licet.tests.catalog;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import licet.rules.Knowledge;
import licet.rules.evidence.Artifact;
import licet.rules.format.CanonicalJson;
import licet.rules.jurisdiction.Developer;
import licet.rules.license.License;
import licet.rules.license.LicenseKey;
import licet.rules.lineage.Modality;
import licet.rules.lineage.Profile;
import licet.rules.lineage.Traits;

/** Profiles as the rules read them, all different, out of the licenses and developers that the product knows. */
final class GeneratedProfiles {
    private final List<License> licenses;
    private final List<Developer> developers;

    GeneratedProfiles(Knowledge knowledge) {
        licenses = List.copyOf(knowledge.licenses().licenses());
        developers = knowledge.jurisdictions().developers().stream()
                .filter(developer -> !developer.hubOwners().isEmpty())
                .toList();
    }

    /**
     * One of them.
     *
     * @param listed whether its models are known by their tags alone
     * @param owner namespace of its models; empty where the developer is not known
     * @param age from 0 for the newest licenses to 1: old licenses stand on old models
     */
    record Generated(String digest, boolean listed, String owner, double age, Profile profile) {}

    List<Generated> list(int count) {
        Map<String, Generated> all = new LinkedHashMap<>();
        for (int i = 0; all.size() < count; i++) {
            var one = generate(new SplittableRandom(31L * i + 5));
            all.putIfAbsent(one.digest() + one.listed(), one);
        }
        return List.copyOf(all.values());
    }

    private Generated generate(SplittableRandom random) {
        boolean listed = random.nextInt(3) > 0;
        // Common licenses stand first in few profiles with many models; the rest of the catalog is rare.
        int rank = (int) (licenses.size() * random.nextDouble() * random.nextDouble());
        var license = licenses.get((rank * 37 + 11) % licenses.size());
        var developer = random.nextInt(4) == 0 ? developers.get(random.nextInt(developers.size())) : null;
        String key = developer == null ? "hub:?" : developer.key();
        var state = listed ? Profile.State.UNREAD : state(random);
        var modality = Modality.values()[random.nextInt(Modality.values().length)];
        var terms = new TreeSet<Profile.Term>();
        for (var artifact : EnumSet.allOf(Artifact.class)) {
            terms.add(term("self", artifact, state, license.key(), modality, key));
        }
        boolean made = !listed && random.nextInt(3) == 0;
        if (made) {
            var base = licenses.get(random.nextInt(licenses.size())).key();
            terms.add(term("finetune", Artifact.WEIGHTS, Profile.State.IDENTIFIED, base, modality, "meta"));
        }
        var gaps = new TreeSet<Profile.LineageGap>();
        if (random.nextInt(3) == 0) {
            gaps.add(
                    listed || random.nextBoolean()
                            ? Profile.LineageGap.PARENT_NOT_READ
                            : Profile.LineageGap.UNDECLARED);
        }
        var countries = new TreeSet<>(List.of(developer == null ? Developer.UNKNOWN_COUNTRY : developer.country()));
        var names = new TreeSet<>(List.of(key));
        if (made) {
            names.add("meta");
            countries.add("US");
        }
        var profile = new Profile(terms, gaps, key, names, countries, traits(random, listed, modality));
        String owner = developer == null ? "" : developer.hubOwners().getFirst();
        return new Generated(CanonicalJson.digest(profile), listed, owner, rank / (double) licenses.size(), profile);
    }

    private static Profile.State state(SplittableRandom random) {
        var states = Profile.State.values();
        return random.nextInt(10) < 7 ? Profile.State.IDENTIFIED : states[random.nextInt(states.length)];
    }

    private static Profile.Term term(
            String path,
            Artifact artifact,
            Profile.State state,
            LicenseKey license,
            Modality modality,
            String licensor) {
        var candidates = new TreeSet<LicenseKey>();
        if (state != Profile.State.ABSENT) {
            candidates.add(license);
        }
        return new Profile.Term(path, artifact, state, candidates, modality, licensor);
    }

    private static Traits traits(SplittableRandom random, boolean listed, Modality modality) {
        var formats = new TreeSet<Traits.WeightFormat>();
        if (!listed) {
            formats.add(Traits.WeightFormat.values()[random.nextInt(Traits.WeightFormat.values().length)]);
        }
        var sizes = Traits.SizeBucket.values();
        return new Traits(
                modality,
                Traits.Gating.values()[random.nextInt(10) < 8 ? 0 : 1 + random.nextInt(2)],
                listed ? Traits.Scan.UNKNOWN : Traits.Scan.CLEAN,
                formats,
                listed ? Traits.SizeBucket.UNKNOWN : sizes[random.nextInt(sizes.length)]);
    }
}
