package licet.registry.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import licet.registry.platform.Database;
import licet.registry.testing.TestRegistry;
import org.junit.jupiter.api.Test;

class JobsTest {
    @Test
    void whatFeaturesContributeIsScheduledOnceTheServerIsUp() {
        var registry = TestRegistry.shared();
        var names = registry.bean(Database.class)
                .read(sql -> sql.list("SELECT task_name FROM scheduled_tasks", row -> row.getString(1)));
        assertThat(names).contains("delete-ended-sessions");
    }
}
