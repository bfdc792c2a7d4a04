package licet.web.layout;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import licet.registry.platform.http.Role;

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
        INSTRUMENTS,
        SYNC,
        AUDIT,
        RECORDS,
        PEOPLE,
        DESIGN,
        NONE
    }

    /**
     * @param login the name to show
     * @param formToken proves that a form was made for this session
     * @param roles what they may do
     */
    public record Account(String login, String formToken, Set<Role> roles) {
        public Account {
            roles = Set.copyOf(roles);
        }

        public Account(String login, String formToken) {
            this(login, formToken, Set.of());
        }
    }

    /** Whether the audit log is theirs to read. */
    public boolean readsAudit() {
        return hasOneOf(Role.AUDITOR, Role.ADMINISTRATOR);
    }

    /** Whether decisions of record are theirs to read. */
    public boolean readsRecords() {
        return hasOneOf(Role.AUDITOR, Role.REVIEWER, Role.APPROVER, Role.ADMINISTRATOR);
    }

    /** Whether they put verdicts on record. */
    public boolean records() {
        return hasOneOf(Role.REVIEWER, Role.APPROVER);
    }

    private boolean hasOneOf(Role... wanted) {
        return account.filter(known -> Stream.of(wanted).anyMatch(known.roles()::contains))
                .isPresent();
    }

    public boolean isIn(String name) {
        return section == Section.valueOf(name);
    }
}
