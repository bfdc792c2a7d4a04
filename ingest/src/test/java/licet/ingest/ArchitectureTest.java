package licet.ingest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;

@AnalyzeClasses(packages = "licet.ingest", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule THE_CLIENT_KNOWS_NOTHING_ABOVE_IT = noClasses()
            .that()
            .resideInAPackage("licet.ingest.hub..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("licet.ingest.card..", "licet.ingest.snapshot..", "licet.ingest.recorded..")
            .because("the Hub client is a library in its own right");

    @ArchTest
    static final ArchRule CARDS_ARE_READ_WITHOUT_SNAPSHOTS = noClasses()
            .that()
            .resideInAPackage("licet.ingest.card..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("licet.ingest.snapshot..", "licet.ingest.recorded..", "okhttp3..")
            .because("a card can come from a folder as well as from the Hub");

    @ArchTest
    static final ArchRule WEIGHTS_ARE_READ_FROM_ANY_SOURCE = noClasses()
            .that()
            .resideInAPackage("licet.ingest.weights..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "licet.ingest.snapshot..", "licet.ingest.recorded..", "licet.ingest.card..", "okhttp3..")
            .because("a header can lie on a disk as well as behind range requests");

    @ArchTest
    static final ArchRule SNAPSHOTS_DO_NOT_KNOW_THE_RECORDED_HUB = noClasses()
            .that()
            .resideInAPackage("licet.ingest.snapshot..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("licet.ingest.recorded..", "okhttp3..")
            .because("the recorded Hub is reached over HTTP like any other");

    @ArchTest
    static final ArchRule NO_FRAMEWORK_AND_NO_RULES = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.micronaut..", "jakarta..", "licet.rules..", "licet.registry..")
            .because("ingest is framework-free and knows nothing of licenses or policy");

    @ArchTest
    static final ArchRule TIME_COMES_IN_AS_AN_ARGUMENT = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Thread.class, "sleep", long.class)
            .because("waits and retries are tested without waiting");
}
