package licet.registry.sync;

import jakarta.inject.Singleton;
import licet.registry.catalog.Absences;
import licet.registry.catalog.Catalog;
import licet.registry.catalog.Denials;
import licet.registry.catalog.ListedModels;

/** What runs write beside their own tables. */
@Singleton
record Catalogs(Catalog catalog, ListedModels listed, Absences absences, Denials denials) {}
