package licet.tests.standin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The counts of {@code figures.yaml}, ready to be drawn from. */
final class Figures {
    private static final Figures SHIPPED = new Figures(read());

    final Shares licenses;
    final Shares gates;
    final Shares relations;
    final Shares pipelines;
    final Shares libraries;
    final Shares licenseFiles;
    final Shares policyFiles;
    final Shares noticeFiles;
    final Shares configs;
    final Shares weights;
    final Shares frontMatter;
    final Quantiles tags;
    final Quantiles languages;
    final Quantiles files;
    final Quantiles downloads;
    final Quantiles likes;
    final Quantiles cardBytes;
    final Quantiles licenseBytes;
    final Quantiles configBytes;
    final int ownersPerThousand;
    final List<Shape> shapes;

    private Figures(Map<?, ?> data) {
        licenses = shares(data, "licenses");
        gates = shares(data, "gates");
        relations = shares(data, "relations");
        pipelines = shares(data, "pipelines");
        libraries = shares(data, "libraries");
        licenseFiles = shares(data, "license-files");
        policyFiles = shares(data, "policy-files");
        noticeFiles = shares(data, "notice-files");
        configs = shares(data, "configs");
        weights = shares(data, "weights");
        frontMatter = shares(data, "front-matter");
        tags = quantiles(data, "tags");
        languages = quantiles(data, "languages");
        files = quantiles(data, "files");
        downloads = quantiles(data, "downloads");
        likes = quantiles(data, "likes");
        cardBytes = quantiles(data, "card-bytes");
        licenseBytes = quantiles(data, "license-bytes");
        configBytes = quantiles(data, "config-bytes");
        ownersPerThousand = (Integer) get(data, "owners");
        shapes = ((List<?>) get(data, "shapes"))
                .stream().map(fields -> Shape.of((Map<?, ?>) fields)).toList();
    }

    static Figures shipped() {
        return SHIPPED;
    }

    private static Map<?, ?> read() {
        try (InputStream in = Figures.class.getResourceAsStream("figures.yaml")) {
            var load = new Load(LoadSettings.builder().setLabel("figures.yaml").build());
            return (Map<?, ?>) load.loadFromInputStream(Objects.requireNonNull(in, "figures.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Shares shares(Map<?, ?> data, String name) {
        Map<String, Integer> weights = new LinkedHashMap<>();
        ((Map<?, ?>) get(data, name)).forEach((key, weight) -> weights.put(String.valueOf(key), (Integer) weight));
        return Shares.of(weights);
    }

    private static Quantiles quantiles(Map<?, ?> data, String name) {
        return new Quantiles(((List<?>) get(data, name))
                .stream().map(size -> ((Integer) size).longValue()).toList());
    }

    private static Object get(Map<?, ?> data, String name) {
        return Objects.requireNonNull(data.get(name), name);
    }
}
