package licet.registry.decision;

import licet.registry.catalog.LocalCatalog;

/**
 * Which rows of {@code model m} a list shows at all: those of the Hub that this product reads, and what was imported. A
 * name that somebody only brought is no model beside the Hub's own of that name; a folder is.
 *
 * @param hub the source of the Hub's models
 */
record Visible(String hub) {
    private static final String HELD = "m.name_lost_at IS NULL AND m.source = ANY(?)";

    /** The limit keeps the planner from reading all models once instead of one for each bare name. */
    void addTo(SqlText sql) {
        sql.add(
                HELD + " AND (m.source = ? OR m.tier = 'examined' OR (SELECT h.id FROM model h WHERE h.source = ?"
                        + " AND h.owner_lower = m.owner_lower AND h.name_lower = m.name_lower"
                        + " AND h.name_lost_at IS NULL LIMIT 1) IS NULL)",
                sources(),
                hub,
                hub);
    }

    /** The same for rows that have a profile, which a bare name has not. */
    void addWithProfile(SqlText sql) {
        sql.add(HELD, sources());
    }

    private Object sources() {
        return new String[] {hub, LocalCatalog.SOURCE};
    }
}
