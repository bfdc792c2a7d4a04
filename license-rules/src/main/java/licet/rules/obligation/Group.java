package licet.rules.obligation;

import licet.rules.license.Clause;

/** When and where something has to be done, in the order of a checklist. */
public enum Group {
    BEFORE_START,
    /** With the weights, or with what is made from them. */
    SHIP,
    /** In the terms for those who receive or use it. */
    TERMS_FOR_USERS,
    /** Where people see the product or read about it. */
    SHOW,
    OPERATE,
    RECURRING;

    static Group of(Clause.Duty.Kind kind) {
        return switch (kind) {
            case SEEK_AUTHORIZATION -> BEFORE_START;
            case NOTICE_FILE,
                    COPY_OF_TERMS,
                    COPY_OF_POLICY,
                    MODIFICATION_NOTICE,
                    ATTRIBUTION,
                    PROVIDE_SOURCE,
                    DOCUMENT_DERIVATIVE,
                    DISCLOSE_MODIFICATIONS -> SHIP;
            case PASS_ON_RESTRICTIONS, SAME_LICENSE, NO_ADDITIONAL_TERMS -> TERMS_FOR_USERS;
            case BADGE,
                    DISPLAY_MODEL_NAME,
                    ACKNOWLEDGE_IN_PUBLICATIONS,
                    NAME_THE_PROVIDER,
                    DISCLOSE_MACHINE_ORIGIN,
                    NO_CLAIM_OF_HUMAN_ORIGIN,
                    DISCLOSE_KNOWN_DANGERS -> SHOW;
            case KEEP_SAFEGUARDS,
                    RUN_CONTENT_FILTERS,
                    REPORTING_CHANNEL,
                    PROTECT_PERSONAL_DATA,
                    NO_REVERSE_ENGINEERING,
                    COMPLY_WITH_TRADE_CONTROLS,
                    COMPLY_WITH_LAW,
                    COMPLY_WITH_POLICY -> OPERATE;
            case USE_LATEST_VERSION, WATCH_FOR_CHANGES -> RECURRING;
        };
    }
}
