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
        AUDIT,
        DESIGN,
        NONE
    }

    /**
     * @param login the name to show
     * @param formToken proves that a form was made for this session
     * @param readsAudit whether the audit log is theirs to read
     */
    public record Account(String login, String formToken, boolean readsAudit) {
        public Account(String login, String formToken) {
            this(login, formToken, false);
        }
    }

    public boolean readsAudit() {
        return account.map(Account::readsAudit).orElse(false);
    }

    public boolean isIn(String name) {
        return section == Section.valueOf(name);
    }
}
