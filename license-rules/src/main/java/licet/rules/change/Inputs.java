package licet.rules.change;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import licet.rules.facts.Deployment;
import licet.rules.facts.Organization;
import licet.rules.lineage.Profile;
import licet.rules.policy.CompiledPolicy;
import licet.rules.verdict.Instrument;

/** Everything that one verdict is made from, as far as it can change the answer. */
public record Inputs(
        Profile profile,
        Deployment deployment,
        Organization organization,
        CompiledPolicy policy,
        List<Instrument> instruments,
        Instant now) {
    public Inputs {
        instruments = List.copyOf(instruments);
    }

    LocalDate day() {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

    Inputs with(Deployment other) {
        return new Inputs(profile, other, organization, policy, instruments, now);
    }

    Inputs with(Profile other) {
        return new Inputs(other, deployment, organization, policy, instruments, now);
    }

    Inputs with(Instrument more) {
        var all = new ArrayList<>(instruments);
        all.add(more);
        return new Inputs(profile, deployment, organization, policy, all, now);
    }

    /** Instruments are given for one model at one revision, so none of them is counted on for another. */
    Inputs insteadOf(Profile other) {
        return new Inputs(other, deployment, organization, policy, List.of(), now);
    }
}
