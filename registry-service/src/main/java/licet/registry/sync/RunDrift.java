package licet.registry.sync;

/** How many models of a run changed in one way. */
record RunDrift(String kind, long models) {}
