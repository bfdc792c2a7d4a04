package licet.ingest.snapshot;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import licet.ingest.card.LineageHint;
import licet.ingest.hub.RepoId;

/**
 * Notices files of weights that carry the name of another model: converters and trainers name their files after what they
 * took. A name that is as general as {@code model} or belongs to the repository says nothing.
 */
final class FileNameHints {
    private static final int MOST = 10;
    private static final Pattern SHARD = Pattern.compile("[-_.]\\d{5}-of-\\d{5,6}$");

    /** How a file is packed, which converters add to the name of the model. */
    private static final Pattern PACKING = Pattern.compile(
            "(?i)[-_.](i?q\\d\\w*|tq\\d\\w*|bf16|fp?(8|16|32)|int[48]|[48]bit|mxfp4\\w*|ud|imat|i1|gguf|ggml|awq|gptq|hf)$");

    /** Hugging Face's cache writes the owner into the folder, some tools into the file. */
    private static final Pattern WITH_OWNER =
            Pattern.compile("(?:^|/)(?:models--([\\w.\\-]+?)--([\\w.\\-]+?)(?:/|$)|([\\w.\\-]+?)__([\\w.\\-]+?)$)");

    private static final Pattern SIZED = Pattern.compile("(?<![a-z\\d.])\\d{1,4}(?:\\.\\d{1,2})?b(?![a-z\\d])");
    private static final Pattern WORD = Pattern.compile("[a-z]{3,}");
    private static final Set<String> GENERAL =
            Set.of("model", "ggml", "gguf", "mmproj", "lora", "adapter", "checkpoint");

    private final Map<String, List<String>> families;
    private final Pattern family;

    private FileNameHints(Map<String, List<String>> families) {
        this.families = Map.copyOf(families);
        this.family = Pattern.compile("(?<![a-z])("
                + families.keySet().stream().map(Pattern::quote).collect(Collectors.joining("|"))
                + ")[-_. ]?[a-z]?\\d");
    }

    static FileNameHints shipped() {
        return new FileNameHints(DataFile.read("architecture-families.yaml").lists("file_names"));
    }

    /** At most ten, the first file of each name. */
    List<LineageHint> list(RepoId model, List<WeightFile> weights) {
        Set<String> names = new LinkedHashSet<>();
        List<LineageHint> hints = new ArrayList<>();
        for (WeightFile file : weights) {
            if (hints.size() < MOST && names.add(bare(file))) {
                hint(model, file).ifPresent(hints::add);
            }
        }
        return List.copyOf(hints);
    }

    private Optional<LineageHint> hint(RepoId model, WeightFile file) {
        Optional<RepoId> owned = withOwner(part(file)).filter(named -> !named.equals(model));
        if (owned.isPresent()) {
            return Optional.of(hint(LineageHint.Kind.LINKED_MODEL, file, List.of(owned.get())));
        }
        String path = bare(file);
        String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        boolean foreign = file.format() == WeightFile.Format.GGUF && isStranger(model, name);
        return foreign || isOfFamily(model, name)
                ? Optional.of(hint(LineageHint.Kind.NAMED_BASE, file, List.of()))
                : Optional.empty();
    }

    /** Two underscores are common in names of parts; with a version or size behind them they follow an owner. */
    private Optional<RepoId> withOwner(String path) {
        Matcher matcher = WITH_OWNER.matcher(path);
        if (!matcher.find()) {
            return Optional.empty();
        }
        boolean cache = matcher.group(1) != null;
        String name = cache ? matcher.group(2) : matcher.group(4);
        String lower = name.toLowerCase(Locale.ROOT);
        return cache || SIZED.matcher(lower).find() || family.matcher(lower).find()
                ? RepoId.find((cache ? matcher.group(1) : matcher.group(3)) + "/" + name)
                : Optional.empty();
    }

    private boolean isOfFamily(RepoId model, String name) {
        String own = joined(bare(model.name().toLowerCase(Locale.ROOT)));
        Matcher matcher = family.matcher(name);
        while (matcher.find()) {
            String found = matcher.group(1);
            boolean ownFamily = own.contains(joined(found)) && joined(name).contains(own);
            if (!own.contains(joined(name)) && !ownFamily && !isBy(model, families.getOrDefault(found, List.of()))) {
                return true;
            }
        }
        return false;
    }

    /** A name with a size, as models have, that shares no word with this repository. */
    private static boolean isStranger(RepoId model, String name) {
        String own = model.value().toLowerCase(Locale.ROOT);
        List<String> words =
                WORD.matcher(name).results().map(match -> match.group()).toList();
        return SIZED.matcher(name).find()
                && !words.isEmpty()
                && words.stream().noneMatch(word -> own.contains(word) || GENERAL.contains(word));
    }

    private static boolean isBy(RepoId model, List<String> owners) {
        return model.owner().stream().anyMatch(owner -> owners.stream().anyMatch(owner::equalsIgnoreCase));
    }

    /** Without extension, number of the part, and packing. */
    private static String bare(WeightFile file) {
        return bare(part(file));
    }

    private static String part(WeightFile file) {
        String path = file.path();
        int dot = path.lastIndexOf('.');
        return SHARD.matcher(dot > path.lastIndexOf('/') ? path.substring(0, dot) : path)
                .replaceFirst("");
    }

    private static String bare(String name) {
        String bare = name;
        Matcher packing = PACKING.matcher(bare);
        while (packing.find()) {
            bare = bare.substring(0, packing.start());
            packing = PACKING.matcher(bare);
        }
        return bare;
    }

    private static String joined(String name) {
        return name.replaceAll("[^a-z\\d]", "");
    }

    private static LineageHint hint(LineageHint.Kind kind, WeightFile file, List<RepoId> models) {
        return new LineageHint(kind, file.path(), 0, "file: " + file.path(), models);
    }
}
