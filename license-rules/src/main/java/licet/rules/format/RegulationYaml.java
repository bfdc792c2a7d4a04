package licet.rules.format;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import licet.rules.regulation.Reach;
import licet.rules.regulation.Regulation;

/** Reads one file of {@code regulations}. */
public final class RegulationYaml {
    private RegulationYaml() {}

    /** Whom or what a rule reaches, as it is written. */
    enum Kind {
        PRODUCT_OR_SERVICE,
        DEVELOPED_BY,
        PROVIDER,
        DEPLOYER,
        INFORMATION
    }

    /** Whether naming the regulation switches a rule on. */
    enum Default {
        ON,
        OFF
    }

    public static Regulation parse(String file, String text) {
        return YamlSource.read(file, text, RegulationYaml::regulation);
    }

    private static Regulation regulation(YamlNode root) {
        var fields = root.fields(
                "schema", "regulation", "title", "authority", "jurisdiction", "status", "timeline", "sources", "rules");
        fields.schema(1);
        return new Regulation(
                fields.text("regulation"),
                fields.text("title"),
                fields.text("authority"),
                fields.text("jurisdiction"),
                fields.choice("status", Regulation.Status.class),
                fields.list("timeline", RegulationYaml::event),
                fields.list("sources", RegulationYaml::reference),
                fields.listOrEmpty("rules", RegulationYaml::rule));
    }

    private static Regulation.Event event(YamlNode node) {
        var fields = node.fields("date", "what");
        return new Regulation.Event(fields.date("date"), fields.text("what"));
    }

    private static Regulation.Reference reference(YamlNode node) {
        var fields = node.fields("citation", "mark");
        return new Regulation.Reference(fields.text("citation"), fields.choice("mark", Regulation.Mark.class));
    }

    private static Regulation.Rule rule(YamlNode node) {
        var fields = node.fields(
                "id",
                "section",
                "kind",
                "developers",
                "through",
                "from",
                "until",
                "default",
                "when",
                "then",
                "because");
        return new Regulation.Rule(
                fields.text("id"),
                fields.text("section"),
                reach(fields),
                fields.date("from"),
                fields.findDate("until"),
                !fields.has("default") || fields.choice("default", Default.class) == Default.ON,
                fields.choice("then", Regulation.Effect.class),
                fields.at("when").source(),
                fields.at("because").source());
    }

    private static Reach reach(YamlFields fields) {
        var kind = fields.choice("kind", Kind.class);
        Set<String> developers = new TreeSet<>(fields.texts("developers"));
        List.of("developers", "through")
                .forEach(name -> fields.find(name)
                        .filter(_ -> !takes(kind, name))
                        .ifPresent(node -> node.report("this kind of rule has no '%s'; remove it".formatted(name))));
        return switch (kind) {
            case PRODUCT_OR_SERVICE -> new Reach.ProductOrService(developers);
            case DEVELOPED_BY -> new Reach.DevelopedBy(developers, through(fields));
            case PROVIDER -> new Reach.Provider();
            case DEPLOYER -> new Reach.Deployer();
            case INFORMATION -> new Reach.Information();
        };
    }

    private static boolean takes(Kind kind, String field) {
        return kind == Kind.DEVELOPED_BY || (kind == Kind.PRODUCT_OR_SERVICE && field.equals("developers"));
    }

    private static Reach.Through through(YamlFields fields) {
        return Optional.of(fields)
                .filter(all -> all.has("through"))
                .map(all -> all.choice("through", Reach.Through.class))
                .orElse(Reach.Through.WEIGHTS);
    }
}
