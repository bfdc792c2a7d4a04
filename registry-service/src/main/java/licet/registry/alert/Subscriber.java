package licet.registry.alert;

/**
 * Who subscribes.
 *
 * @param kind {@code person}, {@code team} or that of another group
 * @param id as it is stored
 * @param key as people call it
 */
public record Subscriber(String kind, String id, String key) {
    public static final String PERSON = "person";
    public static final String TEAM = "team";
}
