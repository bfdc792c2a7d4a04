package licet.web.pages;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import licet.registry.identity.OwnAccount;
import licet.registry.identity.PersonLine;
import licet.registry.identity.Team;
import licet.registry.platform.Language;
import licet.registry.platform.http.ReviewTopic;
import licet.registry.platform.http.Role;
import licet.web.layout.FormProblem;
import licet.web.people.AccountView;
import licet.web.people.Choice;
import licet.web.people.Filled;
import licet.web.people.JoinView;
import licet.web.people.LinkView;
import licet.web.people.PeopleView;
import licet.web.people.PersonView;
import licet.web.people.ProviderLeaveView;
import licet.web.people.TeamView;
import licet.web.people.TeamsView;
import licet.web.people.TokensView;

/** Pages of people, teams and tokens, with one of everything. */
final class PeopleSamples {
    private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");

    private PeopleSamples() {}

    private static PersonLine person(PersonLine.State state, Set<Role> roles) {
        return new PersonLine(
                new UUID(1, state.ordinal()),
                state.word(),
                Samples.SCRIPT,
                roles,
                Set.of(ReviewTopic.LEGAL),
                List.of("search"),
                state,
                Optional.of(AT).filter(at -> !roles.isEmpty()));
    }

    static PeopleView list(boolean mayChange) {
        var people = List.of(
                person(PersonLine.State.ACTIVE, Set.of(Role.REVIEWER, Role.AUDITOR)),
                person(PersonLine.State.INVITED, Set.of()));
        var form = new Filled(Map.of("login", List.of(Samples.SCRIPT), "roles", List.of("reviewer")));
        var problems = mayChange ? List.of(new FormProblem("login", "Use letters.")) : List.<FormProblem>of();
        return new PeopleView(people, mayChange, form, problems);
    }

    static PersonView active() {
        var heir = person(PersonLine.State.INVITED, Set.of());
        return new PersonView(
                person(PersonLine.State.ACTIVE, Set.of(Role.REVIEWER)),
                true,
                List.of("the team search"),
                List.of(heir),
                Filled.EMPTY,
                List.of(new FormProblem("successor", "Name who takes over.")));
    }

    static PersonView left() {
        var person = person(PersonLine.State.DEACTIVATED, Set.of());
        var filled = new Filled(Map.of("reason", List.of(Samples.SCRIPT)));
        var problems = List.of(new FormProblem("login", "Type the login."));
        return new PersonView(person, true, List.of(), List.of(), filled, problems);
    }

    static PersonView erased() {
        var person = person(PersonLine.State.ERASED, Set.of());
        return new PersonView(person, true, List.of(), List.of(), Filled.EMPTY, List.of());
    }

    static LinkView link() {
        return new LinkView("vera", "https://licet.example.org/join/secret", AT);
    }

    static JoinView join() {
        return new JoinView("/join/link", "vera", List.of(new FormProblem("password", "Use more.")));
    }

    static AccountView account() {
        return new AccountView(
                new OwnAccount.Profile("vera", Samples.SCRIPT, "", Language.ENGLISH, true, false),
                List.of("reviewer"),
                List.of("legal"),
                List.of(new OwnAccount.OwnSession(AT, AT, true), new OwnAccount.OwnSession(AT, AT, false)),
                Optional.of(Samples.SCRIPT),
                List.of(new FormProblem("oldPassword", "This is not the password.")));
    }

    static ProviderLeaveView leave() {
        return new ProviderLeaveView(Samples.SCRIPT, "https://login.example.com/authorize?scope=openid");
    }

    static TeamsView teams() {
        var member = new Team.Member(new UUID(1, 1), "vera", true);
        var team = new Team(new UUID(2, 2), "search", Samples.SCRIPT, List.of(member), List.of("internal", "hosted"));
        return new TeamsView(
                List.of(team, new Team(new UUID(2, 3), "empty", "Empty", List.of(), List.of())), true, true);
    }

    static TeamView team() {
        var boxes = List.of(new Choice("vera", true), new Choice("otto", false));
        return new TeamView("", "", true, boxes, List.of(), List.of(new FormProblem("key", "Use small letters.")));
    }

    static TokensView tokens() {
        var row = new TokensView.Row(
                "1", Samples.SCRIPT, "lct_a_123456", "read", "", "open", Optional.empty(), Optional.of(AT));
        var old = new TokensView.Row(
                "2", "old", "lct_a_654321", "gate", "vera", "revoked", Optional.of(AT), Optional.empty());
        var problems = List.of(new FormProblem("scope", "Use read."));
        return new TokensView(List.of(row, old), Optional.of("lct_a_secret"), Filled.EMPTY, problems);
    }
}
