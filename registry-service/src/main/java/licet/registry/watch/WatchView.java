package licet.registry.watch;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A watch as the API shows it: of owner, search, model and collection those that its kind has. */
@Schema(name = "Watch")
record WatchView(
        UUID id,
        String kind,
        Optional<String> owner,
        Optional<String> search,
        Optional<String> model,
        Optional<String> collection,
        String tier,
        long everyHours,
        Instant nextAt,
        Instant createdAt) {
    @Schema(name = "WatchPage")
    record Page(List<WatchView> watches) {}

    static WatchView of(Watch watch) {
        var target = watch.target();
        return new WatchView(
                watch.id(),
                target.kind(),
                owner(target),
                search(target),
                target instanceof Target.Model(var id) ? Optional.of(id.value()) : Optional.empty(),
                target instanceof Target.Collection(var slug) ? Optional.of(slug) : Optional.empty(),
                watch.tier().word(),
                watch.every().toHours(),
                watch.nextAt(),
                watch.createdAt());
    }

    private static Optional<String> owner(Target target) {
        return switch (target) {
            case Target.Developer(var owner) -> Optional.of(owner);
            case Target.Family(var owner, var _) -> Optional.of(owner);
            case Target.Collection _, Target.Search _, Target.Model _, Target.WholeHub _ -> Optional.empty();
        };
    }

    private static Optional<String> search(Target target) {
        return switch (target) {
            case Target.Family(var _, var words) -> Optional.of(words);
            case Target.Search(var words) -> Optional.of(words);
            case Target.Developer _, Target.Collection _, Target.Model _, Target.WholeHub _ -> Optional.empty();
        };
    }
}
