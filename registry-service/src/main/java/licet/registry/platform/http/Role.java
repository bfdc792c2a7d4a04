package licet.registry.platform.http;

import licet.registry.platform.ClosedChoice;

/** What a person may do. Being administrator allows to run the product, never to approve a model. */
public enum Role implements ClosedChoice {
    REQUESTER("requester"),
    REVIEWER("reviewer"),
    APPROVER("approver"),
    POLICY_AUTHOR("policy-author"),
    ADMINISTRATOR("administrator"),
    AUDITOR("auditor");

    private final String word;

    Role(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
