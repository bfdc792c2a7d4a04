package licet.web.compare;

import java.util.List;
import java.util.Optional;
import licet.registry.compare.SubstituteList;
import licet.rules.release.ReleaseDate;

/**
 * Models to take instead of one.
 *
 * @param back the page of the model itself
 * @param action where the choice of a deployment is sent
 * @param compare the model beside the best ones, absent where there are none
 */
public record AlternativesView(
        SubstituteList found,
        boolean imported,
        String back,
        String action,
        List<DeploymentChoice> deployments,
        List<Row> permitted,
        List<Row> open,
        Optional<String> compare) {
    public AlternativesView {
        deployments = List.copyOf(deployments);
        permitted = List.copyOf(permitted);
        open = List.copyOf(open);
    }

    public boolean isAllowed() {
        return found.answer().equals("ALLOW");
    }

    /**
     * One model to take instead.
     *
     * @param license what its weights stand under, absent where nothing names one
     */
    public record Row(
            SubstituteList.Substitute model,
            String href,
            boolean imported,
            Optional<String> license,
            String developer,
            Optional<String> country,
            Optional<ReleaseDate> released) {}
}
