package licet.rules;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import licet.rules.evidence.ArtifactFiles;
import licet.rules.evidence.Families;
import licet.rules.format.CanonicalJson;
import licet.rules.format.FamiliesYaml;
import licet.rules.format.FillInsYaml;
import licet.rules.format.FormatException;
import licet.rules.format.JurisdictionsYaml;
import licet.rules.format.LicenseYaml;
import licet.rules.format.RegionsYaml;
import licet.rules.format.RegulationYaml;
import licet.rules.format.StandInYaml;
import licet.rules.format.UsePolicyYaml;
import licet.rules.jurisdiction.Jurisdictions;
import licet.rules.jurisdiction.Regions;
import licet.rules.license.LicenseCatalog;
import licet.rules.regulation.Regulation;
import licet.rules.regulation.Regulations;
import licet.rules.text.Fingerprint;
import licet.rules.text.StandIn;
import licet.rules.text.TextRecognizer;

/**
 * Everything that Licet knows before it sees a model.
 *
 * @param digest of all data files that went in
 */
public record Knowledge(
        LicenseCatalog licenses,
        Jurisdictions jurisdictions,
        Regions regions,
        Regulations regulations,
        Families families,
        ArtifactFiles artifactFiles,
        TextRecognizer recognizer,
        String digest) {
    private static final String FOLDER = "/licet/knowledge";
    private static final String ANCHOR = "families.yaml";

    /**
     * Reads the data that is shipped with this module.
     *
     * @param withStandIns whether the marked stand-in texts of the recorded Hub are recognized
     */
    public static Knowledge load(boolean withStandIns) {
        return of(files(withStandIns));
    }

    /** The shipped data files by path. */
    public static SortedMap<String, String> files(boolean withStandIns) {
        SortedMap<String, String> files = new TreeMap<>(KnowledgeFiles.read(FOLDER, ANCHOR));
        if (!withStandIns) {
            files.keySet().removeIf(path -> path.startsWith("stand-ins/"));
        }
        return files;
    }

    /** Builds the knowledge from files by path, as {@link #load} finds them. */
    public static Knowledge of(SortedMap<String, String> files) {
        var problems = new ArrayList<String>();
        var licenses = all(
                files, "licenses", LicenseYaml::parse, license -> license.key().value(), problems);
        var policies = all(
                files,
                "use-policies",
                UsePolicyYaml::parse,
                policy -> policy.key().value(),
                problems);
        var standIns = all(
                files, "stand-ins", StandInYaml::parse, standIn -> standIn.key().value(), problems);
        var prints = all(
                files, "fingerprints", Fingerprint::parse, print -> print.key().value(), problems);
        var regulations = all(files, "regulations", RegulationYaml::parse, Regulation::id, problems);
        if (!problems.isEmpty()) {
            throw new FormatException(problems);
        }
        var catalog = new LicenseCatalog(licenses, policies);
        var fillIns = one(files, "fill-ins.yaml", FillInsYaml::parse);
        fillIns.forEach(places -> catalog.get(places.license()));
        checkReferences(catalog, prints, standIns);
        return new Knowledge(
                catalog,
                one(files, "jurisdictions/developers.yaml", JurisdictionsYaml::parse),
                one(files, "regions.yaml", RegionsYaml::parse),
                new Regulations(regulations),
                one(files, "families.yaml", FamiliesYaml::parse),
                one(files, "artifact-files.yaml", FamiliesYaml::parseArtifactFiles),
                new TextRecognizer(prints, standIns, fillIns),
                digest(files));
    }

    private static <T> T one(SortedMap<String, String> files, String path, BiFunction<String, String, T> parser) {
        String text = files.get(path);
        if (text == null) {
            throw new IllegalArgumentException("the knowledge has no " + path);
        }
        return parser.apply(path, text);
    }

    /** Every file of a folder; its key must be the file's name, so that one can be found by the other. */
    private static <T> List<T> all(
            SortedMap<String, String> files,
            String folder,
            BiFunction<String, String, T> parser,
            Function<T, String> key,
            List<String> problems) {
        var values = new ArrayList<T>();
        KnowledgeFiles.under(files, folder).forEach((path, text) -> {
            try {
                T value = parser.apply(path, text);
                String name = path.substring(folder.length() + 1, path.lastIndexOf('.'));
                Check.that(
                        key.apply(value).equals(name),
                        "%s: key '%s' must be the file's name '%s'".formatted(path, key.apply(value), name));
                values.add(value);
            } catch (FormatException e) {
                problems.addAll(e.problems());
            } catch (IllegalArgumentException e) {
                problems.add(e.getMessage());
            }
        });
        return values;
    }

    private static void checkReferences(LicenseCatalog catalog, List<Fingerprint> prints, List<StandIn> standIns) {
        prints.forEach(print -> Check.that(
                switch (print.kind()) {
                    case LICENSE -> catalog.find(print.key()).isPresent();
                    case USE_POLICY -> catalog.findPolicy(print.key()).isPresent();
                },
                "there is a fingerprint, but no file, of " + print.key()));
        standIns.stream()
                .filter(standIn -> catalog.findPolicy(standIn.standsInFor()).isEmpty())
                .forEach(standIn -> catalog.get(standIn.standsInFor()));
    }

    private static String digest(SortedMap<String, String> files) {
        var lines = new StringBuilder();
        for (Map.Entry<String, String> file : files.entrySet()) {
            lines.append(file.getKey())
                    .append(' ')
                    .append(CanonicalJson.sha256(file.getValue().getBytes(StandardCharsets.UTF_8)))
                    .append('\n');
        }
        return CanonicalJson.sha256(lines.toString().getBytes(StandardCharsets.UTF_8));
    }
}
