package licet.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "licet.rules", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule FEW_LIBRARIES = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "licet.rules..",
                    "org.jspecify..",
                    "org.snakeyaml.engine..",
                    "dev.cel..",
                    "com.google.common.collect..",
                    "com.fasterxml.jackson..")
            .because("the rules must run wherever a verdict is asked for, without a framework");

    @ArchTest
    static final ArchRule EXPRESSIONS_BELONG_TO_POLICY = noClasses()
            .that()
            .resideOutsideOfPackage("licet.rules.policy..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.cel..", "com.google..")
            .because("license clauses are typed; only an organization's own rules are expressions");

    @ArchTest
    static final ArchRule FORMATS_ARE_READ_IN_ONE_PLACE = noClasses()
            .that()
            .resideOutsideOfPackage("licet.rules.format..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.snakeyaml.engine..",
                    "com.fasterxml.jackson.core..",
                    "com.fasterxml.jackson.databind..",
                    "com.fasterxml.jackson.datatype..")
            .because("records say how they are written with annotations only, and one package does the writing");

    @ArchTest
    static final ArchRule TIME_COMES_IN_AS_AN_ARGUMENT = noClasses()
            .should()
            .callMethodWhere(
                    DescribedPredicate.<JavaMethodCall>describe("a clock of its own", ArchitectureTest::asksTheClock))
            .because("a verdict must be computed again for any moment");

    private static boolean asksTheClock(JavaMethodCall call) {
        boolean now = call.getName().equals("now")
                && call.getTargetOwner().getPackageName().startsWith("java.time")
                && call.getTarget().getRawParameterTypes().isEmpty();
        boolean system = call.getTargetOwner().isEquivalentTo(System.class)
                && (call.getName().equals("currentTimeMillis") || call.getName().equals("nanoTime"));
        return now || system;
    }

    @ArchTest
    static final ArchRule NO_FILES_AND_NO_NETWORK = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(KnowledgeFiles.class.getName())
            .should()
            .dependOnClassesThat(DescribedPredicate.describe(
                    "files, sockets or processes",
                    type -> type.getPackageName().startsWith("java.net")
                            || type.getPackageName().startsWith("java.nio.file")
                            || (type.getPackageName().equals("java.io")
                                    && !type.getName().equals("java.io.Serializable")
                                    && !type.getName().equals("java.io.IOException")
                                    && !type.getName().equals("java.io.UncheckedIOException"))
                            || type.isEquivalentTo(ProcessBuilder.class)))
            .because("what is judged comes in as an argument; only the shipped data is read, by one class");

    @ArchTest
    static final ArchRule FACTS_AND_LICENSES_KNOW_NO_VERDICT = noClasses()
            .that()
            .resideInAnyPackage(
                    "licet.rules.license..",
                    "licet.rules.facts..",
                    "licet.rules.lineage..",
                    "licet.rules.evidence..",
                    "licet.rules.text..",
                    "licet.rules.policy..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("licet.rules.verdict..", "licet.rules.explain..")
            .because("a verdict is made from them, never the other way around");

    @ArchTest
    static final ArchRule ONE_EVALUATOR = noClasses()
            .that()
            .resideOutsideOfPackage("licet.rules.verdict..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("licet.rules.verdict.Lifting")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("licet.rules.verdict.ClauseCheck")
            .because("gate, page, preview and replay all go through assess and conclude");
}
