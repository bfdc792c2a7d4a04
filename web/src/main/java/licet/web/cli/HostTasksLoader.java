package licet.web.cli;

import java.util.ServiceLoader;
import licet.registry.host.HostTasks;

/** The service's side of the commands. */
final class HostTasksLoader {
    private HostTasksLoader() {}

    static HostTasks load() {
        return ServiceLoader.load(HostTasks.class)
                .findFirst()
                .orElseThrow(() -> new Complaint(ExitCode.FAILED, "no-host-tasks"));
    }
}
