package licet.registry.alert;

import licet.registry.platform.ClosedChoice;

/** What a subscription covers. */
public enum SubscriptionScope implements ClosedChoice {
    MODEL("model"),
    /** Every model of a namespace. */
    DEVELOPER("developer"),
    /** Every model with this in its name, of one namespace where it is written {@code owner/part}. */
    FAMILY("family"),
    /** What happens in a deployment, and everything that is approved for it. */
    DEPLOYMENT("deployment"),
    /** Everything that any watch covers. */
    WATCHED("watched"),
    /** Everything that is approved for the deployments of a team. */
    APPROVED("approved");

    private final String word;

    SubscriptionScope(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
