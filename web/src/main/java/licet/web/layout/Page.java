package licet.web.layout;

import java.util.Optional;

/**
 * What the frame around a page shows.
 *
 * @param section which entry of the navigation is the current one
 * @param account who is signed in
 * @param recordedHub whether the data comes from the recorded Hub, which the banner says
 */
public record Page(Section section, Optional<Account> account, boolean recordedHub) {
    public enum Section {
        DASHBOARD,
        MODELS,
        LICENSES,
        POLICIES,
        CLEARINGS,
        DEPLOYMENTS,
        ORGANIZATION,
        SYNC,
        DESIGN,
        NONE
    }

    /**
     * @param login the name to show
     * @param formToken proves that a form was made for this session
     */
    public record Account(String login, String formToken) {}

    public boolean isIn(String name) {
        return section == Section.valueOf(name);
    }
}
