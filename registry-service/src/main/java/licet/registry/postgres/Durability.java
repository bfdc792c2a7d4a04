package licet.registry.postgres;

import java.util.List;

/** Whether an acknowledged write must survive a power cut. Only tests may say no. */
public enum Durability {
    DURABLE(List.of("fsync=on", "full_page_writes=on", "synchronous_commit=on", "shared_buffers=" + Memory.forPages())),
    FAST_FOR_TESTS(List.of("fsync=off", "full_page_writes=off", "synchronous_commit=off"));

    private final List<String> settings;

    Durability(List<String> settings) {
        this.settings = settings;
    }

    List<String> settings() {
        return settings;
    }
}
