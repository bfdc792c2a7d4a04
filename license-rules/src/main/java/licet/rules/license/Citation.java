package licet.rules.license;

import licet.rules.Check;

/**
 * Where a text says something.
 *
 * @param document key of the license or use policy
 * @param section the text's own section mark, for example {@code 1.b.v}, or words such as {@code head}
 */
public record Citation(String document, String section) {
    public Citation {
        Check.notBlank(document, "citation document");
        Check.notBlank(section, "citation section");
    }
}
