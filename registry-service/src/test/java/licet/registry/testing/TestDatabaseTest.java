package licet.registry.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class TestDatabaseTest {
    @Test
    void eachDatabaseIsApartAndBothRolesReachIt() throws SQLException {
        try (var one = TestDatabase.create();
                var other = TestDatabase.create();
                var owner = one.owner().connect();
                var app = other.app().connect()) {
            assertThat(owner.getCatalog()).isEqualTo(one.name());
            assertThat(app.getCatalog()).isEqualTo(other.name()).isNotEqualTo(one.name());
            assertThat(owner.getMetaData().getUserName()).isEqualTo("licet_owner");
            assertThat(app.getMetaData().getUserName()).isEqualTo("licet_app");
        }
    }
}
