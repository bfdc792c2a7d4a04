package licet.rules.policy;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import licet.rules.license.LicenseCatalog;
import licet.rules.license.LicenseKey;

/** The facts of each license that some model was asked about; at most one entry for each file of the catalog. */
final class LicenseFactsTable {
    private final LicenseCatalog catalog;
    private final Map<LicenseKey, LicenseFacts> read = new ConcurrentHashMap<>();

    LicenseFactsTable(LicenseCatalog catalog) {
        this.catalog = catalog;
    }

    LicenseFacts get(LicenseKey key) {
        return read.computeIfAbsent(key, wanted -> LicenseFacts.of(catalog.get(wanted), catalog));
    }
}
