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
        INBOX,
        MODELS,
        RELEASES,
        CALENDAR,
        STACKS,
        LICENSES,
        POLICIES,
        CLEARINGS,
        REQUESTS,
        DEPLOYMENTS,
        ORGANIZATION,
        INSTRUMENTS,
        WAIVERS,
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
     * @param waiting how many requests and waivers wait for their decision
     */
    public record Account(String login, String formToken, Set<Role> roles, long waiting) {
        public Account {
            roles = Set.copyOf(roles);
        }

        public Account(String login, String formToken) {
            this(login, formToken, Set.of(), 0);
        }
    }

    /** Whether they ask for approval, review or approve. */
    public boolean takesPart() {
        return hasOneOf(Role.REQUESTER, Role.REVIEWER, Role.APPROVER);
    }

    /** Whether they can ask for approval. */
    public boolean requests() {
        return hasOneOf(Role.REQUESTER);
    }

    public long waiting() {
        return account.map(Account::waiting).orElse(0L);
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

    /** Whether they look after the installation. */
    public boolean administers() {
        return hasOneOf(Role.ADMINISTRATOR);
    }

    private boolean hasOneOf(Role... wanted) {
        return account.filter(known -> Stream.of(wanted).anyMatch(known.roles()::contains))
                .isPresent();
    }

    public boolean isIn(String name) {
        return section == Section.valueOf(name);
    }
}
