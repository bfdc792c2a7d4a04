package licet.rules.bench;

import java.util.List;
import licet.rules.text.Recognition;
import licet.rules.text.TextRecognizer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.spdx.core.InvalidSPDXAnalysisException;
import org.spdx.library.LicenseInfoFactory;
import org.spdx.library.SpdxModelFactory;
import org.spdx.library.model.v3_0_1.expandedlicensing.ListedLicense;
import org.spdx.utility.compare.LicenseCompareHelper;
import org.spdx.utility.compare.SpdxCompareException;

/**
 * Which license one text is: against 200 known texts here, against a shortlist of five with SPDX's own matcher. The text
 * comes out of the SPDX library, as it is and with one number changed.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
public class IdentificationBenchmark {
    private static final List<String> SHORTLIST =
            List.of("CC-BY-NC-4.0", "CC-BY-NC-SA-4.0", "CC-BY-NC-ND-4.0", "CC-BY-4.0", "CC-BY-SA-4.0");

    private List<ListedLicense> shortlist = List.of();
    private String known = "";
    private String changed = "";
    private TextRecognizer recognizer = new TextRecognizer(List.of(), List.of(), List.of());

    @Setup
    public void prepare() throws InvalidSPDXAnalysisException {
        SpdxModelFactory.init();
        shortlist = SHORTLIST.stream().map(IdentificationBenchmark::listed).toList();
        known = shortlist.getFirst().getLicenseText();
        changed = known.replace("30 days", "31 days");
        recognizer = FullCatalog.with("cc-by-nc-4.0", known);
        if (!(recognizer.recognize(known) instanceof Recognition.Exact)
                || !(recognizer.recognize(changed) instanceof Recognition.Near)) {
            throw new IllegalStateException("the benchmark measures something else than it says");
        }
    }

    private static ListedLicense listed(String id) {
        try {
            return (ListedLicense) LicenseInfoFactory.getListedLicenseById(id);
        } catch (InvalidSPDXAnalysisException e) {
            throw new IllegalStateException(e);
        }
    }

    @Benchmark
    public Recognition licetKnownText() {
        return recognizer.recognize(known);
    }

    @Benchmark
    public Recognition licetChangedText() {
        return recognizer.recognize(changed);
    }

    @Benchmark
    public long spdxShortlistKnownText() throws SpdxCompareException, InvalidSPDXAnalysisException {
        return matches(known);
    }

    @Benchmark
    public long spdxShortlistChangedText() throws SpdxCompareException, InvalidSPDXAnalysisException {
        return matches(changed);
    }

    private long matches(String text) throws SpdxCompareException, InvalidSPDXAnalysisException {
        long matches = 0;
        for (ListedLicense license : shortlist) {
            matches += LicenseCompareHelper.isTextStandardLicense(license, text).isDifferenceFound() ? 0 : 1;
        }
        return matches;
    }
}
