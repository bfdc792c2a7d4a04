package licet.registry.identity;

/** Groups of people that own deployments. */
final class Teams {
    static final String KIND = "team";

    private Teams() {}
}
