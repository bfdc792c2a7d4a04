package licet.registry.dashboard;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The state of everything at one moment. Each number of models comes with the parameters under which lists show them.
 *
 * @param models in the catalog
 * @param needs what waits for the caller, the most pressing first
 * @param licenses under which the weights stand, where it is exactly one
 * @param classes of these licenses; what can be one of several counts under each
 * @param countries seats of the developers, {@code ??} where it is not known
 * @param outlook what happened lately and what comes
 * @param lineage {@code none} and {@code declared} where nothing is open, else the gravest gap
 */
@Schema(name = "Dashboard")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Dashboard(
        Instant at,
        long models,
        List<Need> needs,
        List<InDeployment> deployments,
        Mix licenses,
        Mix classes,
        Mix countries,
        Mix lineage,
        Outlook outlook,
        Ingest ingest) {
    public Dashboard {
        needs = List.copyOf(needs);
        deployments = List.copyOf(deployments);
    }

    @Schema(name = "DashboardDeployment")
    public record InDeployment(String key, String name, long allow, long needs, long deny) {
        public long models() {
            return allow + needs + deny;
        }
    }

    /**
     * How many models have which value.
     *
     * @param top the most frequent values
     * @param others models with other values than these
     * @param otherValues how many values that are
     * @param without models without any value
     */
    @Schema(name = "DashboardMix")
    public record Mix(List<Share> top, long others, int otherValues, long without) {
        public Mix {
            top = List.copyOf(top);
        }
    }

    /**
     * Models with one value.
     *
     * @param kind class of a license, where the value is one
     * @param filter parameters of a list that shows just these models, for example {@code license=mit}
     */
    @Schema(name = "DashboardShare")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Share(String value, long models, Optional<String> kind, String filter) {}

    /**
     * How current the catalog is.
     *
     * @param watches by state, those that need somebody first
     * @param runs the newest first
     * @param waiting models that wait to be read, {@value Dashboards#MOST} at most
     * @param covered when the watch that is furthest behind was last covered; absent where one never was, or none is
     */
    @Schema(name = "DashboardIngest")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Ingest(List<Watching> watches, List<Run> runs, long waiting, Optional<Instant> covered) {
        public Ingest {
            watches = List.copyOf(watches);
            runs = List.copyOf(runs);
        }
    }

    @Schema(name = "DashboardWatches")
    public record Watching(String state, long watches) {}

    /** @param kind of what it covers, as watches have it; absent where the watch has ended */
    @Schema(name = "DashboardRun")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Run(
            long id,
            Optional<String> kind,
            String subject,
            String words,
            String state,
            Instant startedAt,
            Optional<Instant> endedAt,
            long listed,
            long wanted,
            long read,
            long notRead) {}
}
