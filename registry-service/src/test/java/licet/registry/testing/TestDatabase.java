package licet.registry.testing;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import licet.registry.postgres.Databases;
import licet.registry.postgres.Login;

/** A migrated, empty database of its own for one test class. */
public record TestDatabase(String name, Databases databases) implements AutoCloseable {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    public static TestDatabase create() {
        var name = next();
        return new TestDatabase(name, TestPostgres.shared().copyTemplate(name));
    }

    /** Another one with the same in it; nobody may be connected with this one. */
    TestDatabase copy() {
        var name = next();
        return new TestDatabase(name, TestPostgres.shared().copy(this.name, name));
    }

    private static String next() {
        return "test_" + NUMBER.incrementAndGet();
    }

    /** May change the schema: the role that migrates. */
    public Login owner() {
        return databases.owner();
    }

    /** The role that the product works with. */
    public Login app() {
        return databases.app();
    }

    /** The superuser in this database: for looking at what neither role may see. */
    public Login admin() {
        return TestPostgres.shared().admin().in(name);
    }

    /** The data source of the application role, as Micronaut's configuration names it. */
    public Map<String, Object> properties() {
        return Map.of(
                "datasources.default.url", app().url(),
                "datasources.default.username", app().user(),
                "datasources.default.password", app().password());
    }

    @Override
    public void close() {
        TestPostgres.shared().drop(name);
    }
}
