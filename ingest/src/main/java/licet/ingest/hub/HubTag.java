package licet.ingest.hub;

/**
 * A tag that the Hub offers as a filter.
 *
 * @param id as models carry it: {@code license:mit}
 * @param label as people read it
 */
public record HubTag(String type, String id, String label) {}
