package licet.rules.license;

/** Shared taxonomy of fields of use; the license files map the texts' own words to it. */
public enum Field {
    MILITARY,
    WEAPONS,
    CRITICAL_INFRASTRUCTURE,
    SURVEILLANCE,
    BIOMETRICS,
    MEDICAL_ADVICE,
    LEGAL_ADVICE,
    FINANCIAL_ADVICE,
    LAW_ENFORCEMENT,
    AUTOMATED_DECISIONS,
    EMPLOYMENT_OR_CREDIT,
    DISCRIMINATION,
    HARM_TO_MINORS,
    DISINFORMATION,
    IMPERSONATION,
    MALWARE,
    SEXUAL_CONTENT,
    ILLEGAL_ACTS,
    /** Everyday work that none of the texts restricts. */
    GENERAL_BUSINESS,
    SOFTWARE_DEVELOPMENT,
    RESEARCH,
    EDUCATION
}
