package licet.rules.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import licet.rules.facts.Figures;
import licet.rules.facts.Ids;
import licet.rules.facts.Organization;
import licet.rules.license.Act;
import licet.rules.license.Clause;
import licet.rules.license.Grant;
import licet.rules.license.License.Terms;
import licet.rules.license.LicenseClass;
import licet.rules.license.LicenseKey;
import licet.rules.license.Threshold;
import licet.rules.license.difference.Difference;

/** What a license or use policy says, in plain words, before anything is held against it. */
public final class LicenseWording {
    private final Messages messages;
    private final Messages own;
    private final Wording wording;
    private final ClauseWording clauses;

    public LicenseWording(Locale locale) {
        this.messages = Messages.of(locale);
        this.own = Messages.of("licenses", locale);
        this.wording = new Wording(messages, locale, new Organization(List.of(), new Figures(List.of())));
        this.clauses = new ClauseWording(messages, wording);
    }

    /**
     * The clause as sentences: what it says, then to what it applies.
     *
     * @param title of the document in which it stands
     */
    public List<String> clause(Clause clause, String title) {
        return switch (clause) {
            case Clause.Duty duty -> with(duty(duty, title), clause);
            case Clause.Term term -> with(term(term), clause);
            case Clause.UsageCap _, Clause.Territory _, Clause.PurposeLimit _, Clause.FieldOfUse _ ->
                clauses.sentences(clause);
            case Clause.OutputTraining _, Clause.NamePrefix _, Clause.Registration _ -> clauses.sentences(clause);
            case Clause.AgreementGate _, Clause.Ambiguity _ -> clauses.sentences(clause);
        };
    }

    private List<String> with(String first, Clause clause) {
        var all = new ArrayList<String>();
        all.add(first);
        all.addAll(clauses.scope(clause.head().scope()));
        return List.copyOf(all);
    }

    private String duty(Clause.Duty duty, String title) {
        boolean theirs =
                duty.kind() == Clause.Duty.Kind.NOTICE_FILE && duty.display().isBlank();
        String key = "duty." + Ids.of(duty.kind()) + (theirs ? ".theirs" : ".obliges");
        var sentence = messages.get(key, title, duty.display());
        return duty.compatible().isEmpty()
                ? sentence
                : sentence + " "
                        + own.get(
                                "duty.compatible",
                                String.join(
                                        ", ",
                                        duty.compatible().stream()
                                                .map(LicenseKey::value)
                                                .toList()));
    }

    private String term(Clause.Term term) {
        String says = own.get("term." + Ids.of(term.kind()));
        return term.detail().isBlank() ? says + "." : own.get("term.with", says, term.detail());
    }

    /** For example {@code distribute the weights}. */
    public String act(Act act) {
        return messages.get("act." + Ids.of(act));
    }

    public String grant(Grant.State state) {
        return own.get("grant." + Ids.of(state));
    }

    public String licenseClass(LicenseClass kind) {
        return own.get("class." + Ids.of(kind));
    }

    /** How the text can change. */
    public String terms(Terms.Kind kind) {
        return own.get("terms." + Ids.of(kind));
    }

    /** Which affiliates count with the licensee. */
    public String control(Terms.ControlTest test) {
        return own.get("control." + Ids.of(test));
    }

    /** One limit on its six axes, each in words; {@code effect} is what sets in. */
    public record Limit(String limit, String counted, String whose, String moment, String effect) {}

    public List<Limit> limits(Clause.UsageCap cap) {
        return cap.anyOf().stream().map(one -> limit(one, cap.effect())).toList();
    }

    private Limit limit(Threshold threshold, Clause.UsageCap.Effect effect) {
        return new Limit(
                wording.limit(threshold),
                messages.get("counted." + Ids.of(threshold.counted())),
                messages.get("whose." + Ids.of(threshold.whose())),
                wording.moment(threshold.moment()),
                own.get("effect." + Ids.of(effect)));
    }

    /**
     * What changed and how it stood and stands, each in words; where something is new or gone one side is empty.
     *
     * @param kind {@code added}, {@code gone} or {@code changed}
     */
    public record Change(String what, String kind, String before, String after) {}

    public Change change(Difference difference, String titleBefore, String titleAfter) {
        return switch (difference) {
            case Difference.GrantChanged(var act, var before, var after) ->
                new Change(own.get("change.grant", act(act)), "changed", grant(before), grant(after));
            case Difference.HeadChanged(var part, var before, var after) ->
                new Change(own.get("change." + Ids.of(part)), "changed", head(part, before), head(part, after));
            case Difference.ClauseAdded(var clause) -> new Change(clause.id(), "added", "", joined(clause, titleAfter));
            case Difference.ClauseGone(var clause) -> new Change(clause.id(), "gone", joined(clause, titleBefore), "");
            case Difference.ClauseChanged(var before, var after) ->
                new Change(after.id(), "changed", joined(before, titleBefore), joined(after, titleAfter));
        };
    }

    private String grant(Grant grant) {
        return own.get("change.at", grant(grant.state()), grant.citation().section());
    }

    private String joined(Clause clause, String title) {
        return own.get(
                "change.at",
                String.join(" ", clause(clause, title)),
                clause.head().citation().section());
    }

    private String head(Difference.HeadChanged.Part part, String value) {
        return switch (part) {
            case CLASS -> own.get("class." + value);
            case TERMS -> own.get("terms." + value);
            case CONTROL -> own.get("control." + value);
            case LICENSOR -> value.isEmpty() ? own.get("licensor.anybody") : value;
        };
    }
}
