package licet.registry.dashboard;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import licet.registry.catalog.DriftLog;
import licet.registry.change.FactRecords;
import licet.registry.change.FactRights;
import licet.registry.change.FigureAge;
import licet.registry.clearing.ClearingCases;
import licet.registry.clearing.ClearingRights;
import licet.registry.decision.AskedVerdicts;
import licet.registry.decision.CatalogCounts;
import licet.registry.decision.Facet;
import licet.registry.decision.ModelFilter;
import licet.registry.fact.CurrentFacts;
import licet.registry.fact.Facts;
import licet.registry.fact.Samples;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.Role;
import licet.registry.policy.Policies;
import licet.registry.policy.PolicyRights;
import licet.registry.policy.PolicyVersion;
import licet.registry.stack.StackState;
import licet.registry.sync.WatchHealth;
import licet.registry.whatif.QuestionTexts;
import licet.rules.facts.Ids;
import licet.rules.lineage.Profile;

/** What waits for one caller: only what that caller has the right to do something about. */
@Singleton
final class Needs {
    static final int EXAMPLES = 5;
    private static final Duration LATELY = Duration.ofDays(30);
    private static final String OF_A_DEPLOYMENT = "deployment:";
    private static final String OF_AN_ACT = "act:";
    private static final Set<Role> EXAMINERS = Set.of(Role.REVIEWER, Role.ADMINISTRATOR);

    private final Policies policies;
    private final ClearingCases clearings;
    private final Facts facts;
    private final FactRecords records;
    private final ConfirmationNeeds confirmations;
    private final StackNeeds stacks;
    private final DriftLog drift;
    private final Clock clock;

    Needs(
            Policies policies,
            ClearingCases clearings,
            Facts facts,
            FactRecords records,
            ConfirmationNeeds confirmations,
            StackNeeds stacks,
            DriftLog drift,
            Clock clock) {
        this.policies = policies;
        this.clearings = clearings;
        this.facts = facts;
        this.records = records;
        this.confirmations = confirmations;
        this.stacks = stacks;
        this.drift = drift;
        this.clock = clock;
    }

    List<Need> of(Principal caller, CatalogCounts.Counted counted, IngestHealth.Look ingest, List<StackState> running) {
        var current = facts.current();
        var all = new ArrayList<Need>();
        if (runsTheProduct(caller)) {
            all.addAll(watches(ingest.watches(), counted.models()));
        }
        if (FactRights.mayChangeOrganization(caller)) {
            all.addAll(organization(current, counted));
        }
        if (FactRights.mayChangeDeployments(caller)) {
            all.addAll(deployments(current, counted));
        }
        all.addAll(confirmations.of(caller));
        all.addAll(stacks.of(caller, running));
        if (PolicyRights.mayActivate(caller)) {
            all.addAll(proposals(caller));
        }
        if (ClearingRights.mayClear(caller)) {
            all.addAll(clearings(caller));
        }
        if (EXAMINERS.stream().anyMatch(caller::has)) {
            all.addAll(texts(counted));
        }
        all.sort(Comparator.comparing(Need::kind));
        return all;
    }

    /** Whoever runs the host made its tokens. */
    private static boolean runsTheProduct(Principal caller) {
        return caller.has(Role.ADMINISTRATOR) || caller.personId() == null;
    }

    private static List<Need> watches(List<WatchHealth> health, long models) {
        var all = new ArrayList<Need>();
        if (models == 0) {
            all.add(Need.of(Need.Kind.NO_MODELS, 0));
        }
        if (health.isEmpty()) {
            all.add(Need.of(Need.Kind.NO_WATCHES, 0));
        }
        var byState = health.stream()
                .filter(one -> one.state().needsSomebody())
                .collect(Collectors.groupingBy(WatchHealth::state));
        byState.forEach((state, watches) -> all.add(Need.of(kind(state), watches.size())
                .with(watches.stream()
                        .limit(EXAMPLES)
                        .map(one -> new Need.Example(
                                one.watch().id().toString(), one.watch().label()))
                        .toList())));
        return all;
    }

    private static Need.Kind kind(WatchHealth.State state) {
        return switch (state) {
            case FAILED -> Need.Kind.FAILED_WATCHES;
            case NEVER -> Need.Kind.NEVER_RUN;
            case LATE, STOPPED, RUNNING, WAITING, CURRENT -> Need.Kind.LATE_WATCHES;
        };
    }

    private List<Need> organization(CurrentFacts current, CatalogCounts.Counted counted) {
        var all = new ArrayList<Need>();
        if (Samples.isSampleOrganization(current)) {
            all.add(Need.of(Need.Kind.SAMPLE_ORGANIZATION, 0));
        }
        var ages = ages(current);
        long old = count(ages, EnumSet.of(FigureAge.Kind.OLD, FigureAge.Kind.MONTH_PASSED));
        long aging = count(ages, EnumSet.of(FigureAge.Kind.SOON));
        if (old > 0) {
            all.add(Need.of(Need.Kind.OLD_FACTS, old));
        }
        if (aging > 0) {
            all.add(Need.of(Need.Kind.AGING_FACTS, aging));
        }
        var asked = counted.questions().stream()
                .filter(open -> !isOfDeployment(open.question()))
                .toList();
        questions(Need.Kind.ORGANIZATION_QUESTIONS, Optional.empty(), asked, current)
                .ifPresent(all::add);
        return all;
    }

    private List<FigureAge.Kind> ages(CurrentFacts current) {
        var organization = current.organization().organization();
        var exchange = organization.exchange();
        return Stream.concat(
                        records.figures(organization, List.of()).stream().map(FactRecords.Recorded::age),
                        exchange.rates().stream().map(rate -> records.age(rate, exchange)))
                .map(FigureAge::kind)
                .toList();
    }

    private static long count(List<FigureAge.Kind> ages, Set<FigureAge.Kind> kinds) {
        return ages.stream().filter(kinds::contains).count();
    }

    private static List<Need> deployments(CurrentFacts current, CatalogCounts.Counted counted) {
        var all = new ArrayList<Need>();
        if (Samples.areSampleDeployments(current)) {
            all.add(Need.of(Need.Kind.SAMPLE_DEPLOYMENTS, current.deployments().size()));
        }
        var byDeployment = new TreeMap<String, List<CatalogCounts.Open>>();
        counted.questions().stream()
                .filter(open -> isOfDeployment(open.question()))
                .forEach(open -> byDeployment
                        .computeIfAbsent(open.deployment(), _ -> new ArrayList<>())
                        .add(open));
        byDeployment.forEach((key, asked) -> questions(Need.Kind.DEPLOYMENT_QUESTIONS, Optional.of(key), asked, current)
                .ifPresent(all::add));
        return all;
    }

    private static boolean isOfDeployment(String question) {
        return question.startsWith(OF_A_DEPLOYMENT) || question.startsWith(OF_AN_ACT);
    }

    /** @param asked the most awaited first; a question of the organization comes once for each deployment */
    private static Optional<Need> questions(
            Need.Kind kind, Optional<String> deployment, List<CatalogCounts.Open> asked, CurrentFacts current) {
        var ids = asked.stream().map(CatalogCounts.Open::question).distinct().toList();
        var texts = new QuestionTexts(Locale.ENGLISH, current.organization().organization());
        return ids.isEmpty()
                ? Optional.empty()
                : Optional.of(new Need(
                        kind,
                        ids.size(),
                        deployment,
                        Optional.of(asked.getFirst().models()),
                        ids.stream()
                                .limit(EXAMPLES)
                                .map(id -> new Need.Example(id, texts.of(id)))
                                .toList()));
    }

    private List<Need> proposals(Principal caller) {
        var waiting = policies.listDrafts().stream()
                .filter(draft -> !draft.proposer().equals(Optional.ofNullable(caller.personId())))
                .map(PolicyVersion::id)
                .toList();
        return waiting.isEmpty()
                ? List.of()
                : List.of(Need.of(Need.Kind.PROPOSALS, waiting.size())
                        .with(waiting.stream()
                                .limit(EXAMPLES)
                                .map(Need.Example::of)
                                .toList()));
    }

    private List<Need> clearings(Principal caller) {
        var waiting = clearings.listProposed().stream()
                .filter(one -> !one.proposed().person().equals(caller.personId()))
                .toList();
        return waiting.isEmpty()
                ? List.of()
                : List.of(Need.of(Need.Kind.CLEARINGS, waiting.size())
                        .with(waiting.stream()
                                .limit(EXAMPLES)
                                .map(one -> new Need.Example(
                                        one.id().toString(), one.about().model()))
                                .toList()));
    }

    private List<Need> texts(CatalogCounts.Counted counted) {
        var all = new ArrayList<Need>();
        long unread = counted.of(new ModelFilter(
                Optional.empty(),
                Map.of(
                        Facet.IDENTIFICATION, Set.of(Ids.of(Profile.State.UNREAD)),
                        Facet.TIER, Set.of("examined")),
                AskedVerdicts.ANY));
        if (unread > 0) {
            all.add(Need.of(Need.Kind.UNREAD_TEXTS, unread));
        }
        var changed = drift.listChangedTerms(clock.instant().minus(LATELY), Dashboards.MOST);
        if (!changed.isEmpty()) {
            all.add(Need.of(Need.Kind.CHANGED_TERMS, changed.size())
                    .with(changed.stream()
                            .limit(EXAMPLES)
                            .map(model -> Need.Example.of(model.value()))
                            .toList()));
        }
        return all;
    }
}
