package licet.web.policy;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import licet.registry.platform.http.Principal;
import licet.registry.policy.Policies;
import licet.registry.policy.PolicyDesk;
import licet.registry.policy.PolicyRights;
import licet.registry.policy.PolicyTrials;
import licet.registry.policy.PolicyVersion;
import licet.registry.policy.ReadyPolicies;
import licet.web.layout.FormProblem;
import licet.web.layout.Texts;
import org.jspecify.annotations.Nullable;

/** Puts the pages of policies together. */
@Singleton
final class PolicyPages {
    private final Policies policies;
    private final PolicyTrials trials;
    private final ReadyPolicies ready;
    private final Texts texts;

    PolicyPages(Policies policies, PolicyTrials trials, ReadyPolicies ready, Texts texts) {
        this.policies = policies;
        this.trials = trials;
        this.ready = ready;
        this.texts = texts;
    }

    PoliciesView list(Principal caller) {
        var all = policies.list();
        return new PoliciesView(
                all.stream()
                        .filter(version -> version.is(PolicyVersion.State.ACTIVE))
                        .findFirst(),
                all.stream()
                        .filter(version -> version.is(PolicyVersion.State.DRAFT))
                        .toList(),
                all,
                ready.list(),
                PolicyRights.mayPropose(caller));
    }

    /** The version to show for a policy: the one in force, else the newest. */
    PolicyVersion choose(String key) {
        var all = policies.list(key);
        return all.stream()
                .filter(version -> version.is(PolicyVersion.State.ACTIVE))
                .findFirst()
                .orElseGet(all::getFirst);
    }

    PolicyView page(
            String key,
            int version,
            Principal caller,
            Optional<String> formToken,
            DecisionForm form,
            List<FormProblem> problems) {
        var policy = policies.get(key, version);
        boolean draft = policy.head().is(PolicyVersion.State.DRAFT);
        boolean own = policy.head()
                .proposer()
                .filter(author -> author.equals(caller.personId()))
                .isPresent();
        return new PolicyView(
                policy,
                policies.list(key),
                policy.source().lines().toList(),
                draft ? trials.of(policy).preview() : Optional.empty(),
                new PolicyView.Desk(
                        formToken,
                        draft && !own && PolicyRights.mayActivate(caller),
                        draft && PolicyRights.mayPropose(caller),
                        draft && own,
                        PolicyRights.mayPropose(caller),
                        inForce(),
                        form.reasonText()),
                problems);
    }

    private String inForce() {
        return policies.findActive().map(PolicyVersion::id).orElse("");
    }

    /** An editor that begins with a ready text, an older version, or what is in force. */
    PolicyEditView begin(Optional<String> from, Optional<Integer> version, String formToken) {
        String source = version.flatMap(number -> from.map(key -> policies.source(key, number)))
                .or(() -> from.flatMap(ready::find).map(ReadyPolicies.Ready::source))
                .or(() -> policies.findActive().map(active -> policies.source(active.key(), active.version())))
                .orElse("");
        return edit(PolicyForm.of(source, inForce()), formToken, List.of());
    }

    /** The editor as it begins, with what was wrong with a file. */
    PolicyEditView unread(UploadedText.Flaw flaw, @Nullable String basedOn, String formToken) {
        String source = policies.findActive()
                .map(active -> policies.source(active.key(), active.version()))
                .orElse("");
        return edit(
                new PolicyForm(source, "", basedOn),
                formToken,
                List.of(new FormProblem("file", texts.get("policy.file." + flaw.word()))));
    }

    PolicyEditView edit(PolicyForm form, String formToken, List<FormProblem> problems) {
        return new PolicyEditView(
                form.sourceText(),
                form.reasonText(),
                form.basedOnText(),
                List.of(),
                List.of(),
                Optional.empty(),
                formToken,
                problems);
    }

    PolicyEditView checked(PolicyForm form, Principal caller, String formToken) {
        var tried = trials.of(form.sourceText(), caller);
        return new PolicyEditView(
                form.sourceText(),
                form.reasonText(),
                // What the preview was held against is what the proposal is based on.
                tried.preview().map(preview -> preview.against()).orElse(form.basedOnText()),
                tried.flaws(),
                tried.tests(),
                tried.preview(),
                formToken,
                tried.flaws().isEmpty()
                        ? List.of()
                        : List.of(new FormProblem(
                                "source",
                                texts.get("policy.flaws", tried.flaws().size()))));
    }

    PolicyDesk.Proposal proposal(PolicyForm form) {
        return new PolicyDesk.Proposal(
                form.sourceText(),
                form.reasonText(),
                Optional.of(form.basedOnText()).filter(id -> !id.isBlank()));
    }
}
