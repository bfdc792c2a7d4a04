package licet.rules.license;

/** Coarse kind of a license, for lists and policies, from the most to the least permissive. */
public enum LicenseClass {
    PERMISSIVE,
    COPYLEFT,
    /** Free of charge with use restrictions. */
    RESPONSIBLE_USE,
    /** Commercial use below a size, or with a producer's own conditions. */
    COMMUNITY,
    NON_COMMERCIAL,
    RESEARCH_ONLY
}
