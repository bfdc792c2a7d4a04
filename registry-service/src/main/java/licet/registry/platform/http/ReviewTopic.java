package licet.registry.platform.http;

import licet.registry.platform.ClosedChoice;

/** What a reviewer reviews. The role alone says that somebody reviews; a topic says what their word counts for. */
public enum ReviewTopic implements ClosedChoice {
    LEGAL("legal"),
    SECURITY("security"),
    PRIVACY("privacy"),
    FINANCE("finance"),
    PRODUCT("product");

    private final String word;

    ReviewTopic(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
