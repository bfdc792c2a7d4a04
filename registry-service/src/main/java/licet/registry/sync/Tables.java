package licet.registry.sync;

import jakarta.inject.Singleton;

/** The tables of runs, which every phase writes together. */
@Singleton
record Tables(RunTable runs, ItemTable items, ErrorTable errors) {}
