package licet.tests.pages;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import licet.ingest.hub.RepoId;
import licet.registry.identity.TeamText;
import licet.registry.identity.Teams;
import licet.registry.platform.http.Principal;
import licet.registry.stack.Decision;
import licet.registry.stack.NewDecision;
import licet.registry.stack.NewFilling;
import licet.registry.stack.NewStack;
import licet.registry.stack.StackReviews;
import licet.registry.stack.Stacks;
import licet.registry.testing.TestRegistry;
import licet.rules.facts.DeploymentKey;

/** A stack that was reviewed once and is under review again. */
record Desk(TestRegistry registry, Principal administrator) {
    private static final String KEY = "desk";

    /** Returns the review that is open. */
    UUID record() {
        registry.bean(Teams.class)
                .save(
                        new TeamText("assistants", "Assistants", List.of(administrator.login()), List.of()),
                        administrator);
        registry.bean(Stacks.class).make(new NewStack(KEY, "Assistants of the desk", "assistants", 3), administrator);
        fill("generalist", "Qwen/Qwen2.5-72B-Instruct");
        fill("reasoning", "Qwen/QwQ-32B");
        fill("coding", "microsoft/phi-4");
        fill("vision", "meta-llama/Llama-4-Scout-17B-16E-Instruct");
        fill("fallback", "mistralai/Mixtral-8x7B-v0.1");
        review();
        return open();
    }

    private void fill(String role, String model) {
        var wish = new NewFilling(
                role,
                RepoId.parse(model),
                Optional.empty(),
                new DeploymentKey("eu-internal-tool"),
                Optional.empty(),
                Optional.of("what no other slot takes"));
        registry.bean(Stacks.class).fill(KEY, role, wish, administrator);
    }

    private UUID open() {
        var reviews = registry.bean(StackReviews.class);
        var today = registry.clock().instant().toString().substring(0, "2026-01-01".length());
        var id = reviews.schedule(KEY, StackReviews.day(today), administrator)
                .head()
                .id();
        reviews.open(KEY, id, administrator);
        return id;
    }

    private void review() {
        var id = open();
        decide(id, "generalist", Decision.RENEW, Optional.empty());
        decide(id, "reasoning", Decision.RENEW, Optional.empty());
        decide(id, "coding", Decision.RENEW, Optional.empty());
        decide(id, "vision", Decision.RENEW, Optional.empty());
        decide(id, "fallback", Decision.REPLACE, Optional.of(RepoId.parse("Qwen/Qwen2.5-32B-Instruct")));
        registry.bean(StackReviews.class).close(KEY, id, administrator);
    }

    private void decide(UUID id, String slot, Decision decision, Optional<RepoId> model) {
        var wish = new NewDecision(decision, "as it was agreed", model, Optional.empty());
        registry.bean(StackReviews.class).decide(KEY, id, slot, wish, administrator);
    }
}
