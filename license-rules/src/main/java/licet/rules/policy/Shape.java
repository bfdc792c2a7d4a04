package licet.rules.policy;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.SimpleType;

/** Of what kind the value of a fact is. Dates are of a type of their own, which no operator takes. */
enum Shape {
    TEXT(SimpleType.STRING, "one text"),
    TEXTS(ListType.create(SimpleType.STRING), "a list of texts"),
    FLAG(SimpleType.BOOL, "true or false"),
    DATE(OpaqueType.create("date"), "a date such as 2026-11-22"),
    DATES(ListType.create(DATE.type), "a list of dates such as [2026-11-22]");

    private final CelType type;
    private final String form;

    Shape(CelType type, String form) {
        this.type = type;
        this.form = form;
    }

    CelType type() {
        return type;
    }

    /** How a value of it is written. */
    String form() {
        return form;
    }

    boolean isList() {
        return this == TEXTS || this == DATES;
    }

    boolean isDated() {
        return this == DATE || this == DATES;
    }
}
