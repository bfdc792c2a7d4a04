package licet.rules.lineage;

import licet.rules.evidence.ModelId;

/** Who publishes a model and from where. */
public interface Developers {
    String UNKNOWN_COUNTRY = "??";

    /** Key of the developer; {@code hub:<owner>} when the data does not know the owner. */
    String developerOf(ModelId model);

    /** ISO 3166 country of a developer's seat, or {@link #UNKNOWN_COUNTRY}. */
    String countryOf(String developer);
}
