package licet.registry.approval;

import licet.registry.platform.ClosedChoice;

/** How the board is sorted; each way has an index. */
public enum BoardSort implements ClosedChoice {
    /** What changed last comes first. */
    CHANGED("changed", "r.changed_at", "timestamptz", true),
    /** What was written down last comes first. */
    CREATED("created", "r.created_at", "timestamptz", true),
    /** What is needed first; without a day it comes last. */
    NEEDED_BY("needed-by", "COALESCE(r.needed_by, DATE 'infinity')", "date", false);

    private final String word;
    private final String expression;
    private final String type;
    private final boolean newestFirst;

    BoardSort(String word, String expression, String type, boolean newestFirst) {
        this.word = word;
        this.expression = expression;
        this.type = type;
        this.newestFirst = newestFirst;
    }

    @Override
    public String word() {
        return word;
    }

    /** Condition for what comes after a key, as the database writes it, and an id. */
    String after() {
        return "(%s, r.id) %s (CAST(? AS %s), ?)".formatted(expression, newestFirst ? "<" : ">", type);
    }

    String order() {
        String way = newestFirst ? " DESC" : "";
        return " ORDER BY " + expression + way + ", r.id" + way;
    }

    /** Of a line: what the next page begins after. */
    String key(BoardRow row) {
        return switch (this) {
            case CHANGED -> row.changedAt().toString();
            case CREATED -> row.createdAt().toString();
            case NEEDED_BY -> row.neededBy().map(Object::toString).orElse("infinity");
        };
    }
}
