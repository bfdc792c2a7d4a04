package licet.registry;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.micronaut.http.annotation.HttpMethodMapping;
import jakarta.persistence.Entity;
import java.util.Set;
import licet.registry.platform.http.Access;

@AnalyzeClasses(packages = "licet", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule TIME_COMES_IN = noClasses()
            .should()
            .callMethodWhere(describe(
                    "it is a now() without a clock",
                    (JavaMethodCall call) -> call.getTarget().getName().equals("now")
                            && call.getTarget().getOwner().getPackageName().equals("java.time")
                            && call.getTarget().getRawParameterTypes().isEmpty()))
            .because("a verdict and its expiry are computed for an instant; tests and replay choose that instant");

    @ArchTest
    static final ArchRule ENTITIES_STAY_HOME = classes()
            .that()
            .areAnnotatedWith(Entity.class)
            .should()
            .bePackagePrivate()
            .because("an entity is how a feature stores something; others get records, so that storage can change");

    @ArchTest
    static final ArchRule ROUTES_DECLARE_THEIR_CALLERS = methods()
            .that()
            .areMetaAnnotatedWith(HttpMethodMapping.class)
            .should(declareAccess())
            .because("the door refuses what is not declared, and a reviewer sees the declaration beside the code");

    @ArchTest
    static final ArchRule FEATURES_HAVE_NO_CYCLES = slices().matching("licet.registry.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a feature that is part of a cycle cannot be understood or tested alone");

    @ArchTest
    static final ArchRule PARTS_OF_THE_PLATFORM_HAVE_NO_CYCLES = slices().matching("licet.registry.platform.(*)..")
            .should()
            .beFreeOfCycles()
            .because("problems, audit, jobs and the door are read one at a time");

    @ArchTest
    static final ArchRule FEATURES_STAND_ON_EACH_OTHER_IN_ONE_ORDER = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("licet.registry..")
            .layer("audit")
            .definedBy("licet.registry.audit..")
            .layer("knowledge")
            .definedBy("licet.registry.knowledge..")
            .layer("fact")
            .definedBy("licet.registry.fact..")
            .layer("catalog")
            .definedBy("licet.registry.catalog..")
            .layer("ingest")
            .definedBy("licet.registry.ingest..")
            .layer("sync")
            .definedBy("licet.registry.sync..", "licet.registry.webhook..", "licet.registry.imports..")
            .layer("instrument")
            .definedBy("licet.registry.instrument..")
            .layer("clearing")
            .definedBy("licet.registry.clearing..")
            .layer("decision")
            .definedBy("licet.registry.decision..")
            .layer("record")
            .definedBy("licet.registry.record..")
            .layer("alert")
            .definedBy("licet.registry.alert..")
            .layer("approval")
            .definedBy("licet.registry.approval..")
            .layer("waiver")
            .definedBy("licet.registry.waiver..")
            .layer("upstream")
            .definedBy("licet.registry.upstream..")
            .layer("delivery")
            .definedBy("licet.registry.delivery..")
            .layer("mail")
            .definedBy("licet.registry.mail..")
            .layer("attestation")
            .definedBy("licet.registry.attestation..")
            .layer("bom")
            .definedBy("licet.registry.bom..")
            .layer("calendar")
            .definedBy("licet.registry.calendar..")
            .layer("release")
            .definedBy("licet.registry.release..")
            .layer("stack")
            .definedBy("licet.registry.stack..")
            .layer("license")
            .definedBy("licet.registry.license..")
            .layer("policy")
            .definedBy("licet.registry.policy..")
            .layer("change")
            .definedBy("licet.registry.change..")
            .layer("compare")
            .definedBy("licet.registry.compare..")
            .layer("view")
            .definedBy("licet.registry.view..")
            .layer("dashboard")
            .definedBy("licet.registry.dashboard..")
            .layer("start")
            .definedBy("licet.registry.start..")
            .whereLayer("start")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("approval")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("waiver")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("upstream")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("delivery")
            .mayOnlyBeAccessedByLayers("mail")
            .whereLayer("mail")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("attestation")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("bom")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("alert")
            .mayOnlyBeAccessedByLayers("approval", "waiver", "upstream", "release", "stack", "delivery", "mail")
            .whereLayer("record")
            .mayOnlyBeAccessedByLayers("approval")
            .whereLayer("audit")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("dashboard")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("policy")
            .mayOnlyBeAccessedByLayers("dashboard")
            .whereLayer("calendar")
            .mayOnlyBeAccessedByLayers("release", "instrument", "approval", "waiver", "stack", "dashboard")
            .whereLayer("release")
            .mayOnlyBeAccessedByLayers("stack")
            .whereLayer("stack")
            .mayOnlyBeAccessedByLayers("bom", "dashboard")
            .whereLayer("license")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("change")
            .mayOnlyBeAccessedByLayers("bom", "dashboard")
            .whereLayer("compare")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("view")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("decision")
            .mayOnlyBeAccessedByLayers(
                    "attestation",
                    "bom",
                    "stack",
                    "record",
                    "approval",
                    "waiver",
                    "upstream",
                    "license",
                    "policy",
                    "change",
                    "compare",
                    "dashboard",
                    "view",
                    "start")
            .whereLayer("clearing")
            .mayOnlyBeAccessedByLayers("decision", "dashboard")
            .whereLayer("instrument")
            .mayOnlyBeAccessedByLayers("clearing", "decision", "approval", "waiver", "upstream")
            .whereLayer("ingest")
            .mayOnlyBeAccessedByLayers("sync", "clearing", "decision", "compare", "dashboard", "start")
            .whereLayer("catalog")
            .mayOnlyBeAccessedByLayers(
                    "attestation",
                    "bom",
                    "release",
                    "stack",
                    "ingest",
                    "sync",
                    "instrument",
                    "clearing",
                    "decision",
                    "record",
                    "approval",
                    "waiver",
                    "upstream",
                    "policy",
                    "change",
                    "compare",
                    "dashboard",
                    "start")
            .whereLayer("fact")
            .mayOnlyBeAccessedByLayers(
                    "attestation",
                    "bom",
                    "stack",
                    "catalog",
                    "ingest",
                    "instrument",
                    "decision",
                    "policy",
                    "change",
                    "compare",
                    "dashboard",
                    "start")
            .because("what was read never depends on what is decided about it");

    @ArchTest
    static final ArchRule ONE_EVALUATOR = noClasses()
            .that()
            .resideInAPackage("licet..")
            .and()
            .resideOutsideOfPackage("licet.rules..")
            .and()
            .doNotHaveFullyQualifiedName("licet.registry.decision.Judge")
            .should()
            .callMethodWhere(describe(
                    "it assesses or concludes",
                    (JavaMethodCall call) ->
                            call.getTarget().getOwner().getFullName().equals("licet.rules.verdict.Evaluator")
                                    && Set.of("assess", "conclude")
                                            .contains(call.getTarget().getName())))
            .because("a second path to a verdict would sooner or later give a second answer");

    @ArchTest
    static final ArchRule THE_PLATFORM_KNOWS_NO_FEATURE = classes()
            .that()
            .resideInAPackage("licet.registry.platform..")
            .should()
            .onlyDependOnClassesThat(describe(
                    "are of the platform, write values in their one form, or are not of the product",
                    type -> type.getPackageName().startsWith("licet.registry.platform")
                            || type.getPackageName().equals("licet.rules.format")
                            || !type.getPackageName().startsWith("licet.")))
            .because("everything stands on it, so it must not change when a feature does");

    @ArchTest
    static final ArchRule THE_REGISTRY_KNOWS_NO_PAGES = noClasses()
            .that()
            .resideInAPackage("licet.registry..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("licet.web..")
            .because("every bean of the server is reachable in tests and over REST without pages");

    @ArchTest
    static final ArchRule THE_RULES_ARE_PURE = noClasses()
            .that()
            .resideInAPackage("licet.rules..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "licet.registry..",
                    "licet.ingest..",
                    "io.micronaut..",
                    "jakarta..",
                    "org.hibernate..",
                    "java.sql..",
                    "javax.sql..",
                    "java.net.http..")
            .because("the same facts must give the same verdict in the gate, a page, a preview and a replay");

    @ArchTest
    static final ArchRule INGEST_KNOWS_NO_FRAMEWORK_AND_NO_RULES = noClasses()
            .that()
            .resideInAPackage("licet.ingest..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "licet.registry..",
                    "licet.rules..",
                    "io.micronaut..",
                    "jakarta..",
                    "org.hibernate..",
                    "java.sql..",
                    "javax.sql..")
            .because("what was found on the Hub must not depend on what we would like to conclude from it");

    private static ArchCondition<JavaMethod> declareAccess() {
        return new ArchCondition<>("declare @Access, on the method or its class") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                var declared = method.isAnnotatedWith(Access.class)
                        || method.getOwner().isAnnotatedWith(Access.class);
                events.add(new SimpleConditionEvent(method, declared, method.getFullName() + " declares no @Access"));
            }
        };
    }
}
