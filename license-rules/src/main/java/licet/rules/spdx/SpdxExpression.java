package licet.rules.spdx;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import licet.rules.Check;

/**
 * A license expression as in annex B of SPDX 3.0.1. Ids are equal whatever their case; they are kept as they were written.
 */
public sealed interface SpdxExpression {
    /** A license, alone or with an exception. */
    sealed interface Granted extends SpdxExpression {}

    /** What an exception can be added to. */
    sealed interface Simple extends Granted {}

    /**
     * A license of the SPDX list, or what looks like one: the list is not consulted.
     *
     * @param orLater whether a {@code +} follows the id
     */
    record Listed(String id, boolean orLater) implements Simple {
        public Listed {
            Check.notBlank(id, "license id");
        }
    }

    /**
     * A license that a document defines.
     *
     * @param document behind {@code DocumentRef-}, absent for the same document
     * @param name behind {@code LicenseRef-}
     */
    record Referenced(Optional<String> document, String name) implements Simple {
        public Referenced {
            Check.notBlank(name, "license reference");
        }
    }

    /** A license with an exception or other addition. */
    record With(Simple license, String addition) implements Granted {
        public With {
            Check.notBlank(addition, "exception id");
        }
    }

    /** All bind. */
    record And(List<SpdxExpression> all) implements SpdxExpression {
        public And {
            all = List.copyOf(all);
            Check.that(all.size() > 1, "AND needs two sides");
        }
    }

    /** Who receives it may choose. */
    record Or(List<SpdxExpression> any) implements SpdxExpression {
        public Or {
            any = List.copyOf(any);
            Check.that(any.size() > 1, "OR needs two sides");
        }
    }

    /** The canonical spelling: operators in upper case, only the parentheses that are needed. */
    default String written() {
        return switch (this) {
            case Listed(var id, var orLater) -> orLater ? id + "+" : id;
            case Referenced(var document, var name) ->
                document.map(ref -> "DocumentRef-" + ref + ":").orElse("") + "LicenseRef-" + name;
            case With(var license, var addition) -> license.written() + " WITH " + addition;
            case And(var all) -> Written.joined(all, " AND ", Or.class);
            case Or(var any) -> Written.joined(any, " OR ", SpdxExpression[].class);
        };
    }

    /** The id alone, in lower case and without what only the expression adds; for looking a license up. */
    static String idOf(Simple license) {
        return switch (license) {
            case Listed(var id, var _) -> id.toLowerCase(Locale.ROOT);
            case Referenced(var _, var name) -> ("LicenseRef-" + name).toLowerCase(Locale.ROOT);
        };
    }
}
