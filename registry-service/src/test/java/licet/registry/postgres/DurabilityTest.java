package licet.registry.postgres;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import licet.registry.testing.TestDatabase;
import org.junit.jupiter.api.Test;

class DurabilityTest {
    @Test
    void refusesADatabaseThatMayLoseWrites() throws SQLException {
        try (var fast = TestDatabase.create();
                var connection = fast.admin().connect()) {
            assertThatThrownBy(() -> new Provisioning(connection).requireDurable())
                    .isInstanceOf(DatabaseProblem.NotDurable.class)
                    .hasMessageContaining("fsync = off");
        }
    }
}
