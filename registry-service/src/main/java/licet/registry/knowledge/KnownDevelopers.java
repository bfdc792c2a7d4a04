package licet.registry.knowledge;

import licet.rules.Knowledge;
import licet.rules.evidence.LicenseIdentifier;
import licet.rules.evidence.ModelId;
import licet.rules.jurisdiction.Jurisdictions;
import licet.rules.lineage.Concluder;
import licet.rules.lineage.Developers;

/** Developers by the name of their account on the Hub. */
public record KnownDevelopers(Jurisdictions jurisdictions) implements Developers {
    public static KnownDevelopers of(Knowledge knowledge) {
        return new KnownDevelopers(knowledge.jurisdictions());
    }

    /** Concludes by the licenses of this knowledge. */
    public static Concluder concluder(Knowledge knowledge, Developers developers) {
        return new Concluder(new LicenseIdentifier(knowledge)::identify, developers, knowledge.licenses()::isGrantedBy);
    }

    @Override
    public String developerOf(ModelId model) {
        return jurisdictions.developerOf(model.value().split("/", 2)[0]).key();
    }

    @Override
    public String countryOf(String developer) {
        return jurisdictions.countryOf(developer);
    }
}
