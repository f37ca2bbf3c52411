package cn.qiaotong;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Controller;

/** What the compiler cannot refuse; beside each rule stands a class that breaks it, so that no rule is blind. */
class ArchitectureTests {

    private static final int MOST_TYPES = 24;
    /** The values that decision tables speak, which only happen to live beside the engine. */
    static final String TYPED_VALUES = "org.camunda.bpm.engine.variable..";

    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("cn.qiaotong");

    enum Rule {
        THE_ENGINE_STAYS_IN_PROCESS(
                noClasses()
                        .that()
                        .resideOutsideOfPackages("cn.qiaotong.process..", "cn.qiaotong.decision..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("org.camunda..")
                        .because("leaving the engine must change two packages only"),
                UsesTheEngine.class),
        DECISIONS_KNOW_DMN_AND_FEEL_ONLY(
                noClasses()
                        .that()
                        .resideOutsideOfPackage("cn.qiaotong.process..")
                        .should()
                        .dependOnClassesThat(resideInAPackage("org.camunda..")
                                .and(not(resideInAnyPackage(
                                        "org.camunda.bpm.dmn..",
                                        "org.camunda.feel..",
                                        "org.camunda.bpm.engine.variable..")))),
                UsesTheEngine.class),
        TABLES_STAY_IN_DECISION(
                noClasses()
                        .that()
                        .resideOutsideOfPackage("cn.qiaotong.decision..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("org.camunda.bpm.dmn..", "org.camunda.feel.."),
                UsesTables.class),
        NO_SIGNATURE_SPEAKS_CAMUNDA(
                methods()
                        .that()
                        .arePublic()
                        .and()
                        .areDeclaredInClassesThat()
                        .arePublic()
                        .should(notSpeakCamunda()),
                SpeaksCamunda.class),
        NO_EXPRESSION_IN_A_QUERY(
                noClasses()
                        .should()
                        .accessTargetWhere(
                                describe("an engine query by expression", ArchitectureTests::isQueryByExpression))
                        .because("CVE-2026-109432 has no fix in the community edition"),
                QueriesByExpression.class),
        NO_FIELD_IS_INJECTED(GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION, InjectsAField.class),
        NAMES_SAY_THE_BUSINESS(
                noClasses()
                        .should()
                        .haveNameMatching(".*(?<!\\.Public)(Service|Impl|Util|Utils|Helper|Manager|Dto)")
                        .because("such a name says nothing"),
                MailHelper.class),
        TIME_COMES_FROM_A_CLOCK(
                noClasses()
                        .should()
                        .accessTargetWhere(describe("now() without a clock", ArchitectureTests::isNowWithoutClock))
                        .because("a test must be able to choose the time"),
                AsksTheSystemForTheDay.class),
        CONTROLLERS_ARE_PRIVATE(
                noClasses()
                        .that(describe("are controllers", type -> isController(type)))
                        .should()
                        .bePublic(),
                PublicController.class),
        OLD_DATES_STAY_WITH_THE_ENGINE(
                noClasses()
                        .that()
                        .resideOutsideOfPackage("cn.qiaotong.process..")
                        .and()
                        .doNotHaveSimpleName("ErrorView")
                        .should()
                        .dependOnClassesThat()
                        .areAssignableTo(Date.class),
                SpeaksOfOldDates.class);

        private final ArchRule rule;
        private final Class<?> offender;

        Rule(ArchRule rule, Class<?> offender) {
            this.rule = rule.allowEmptyShould(true);
            this.offender = offender;
        }
    }

    @ParameterizedTest
    @EnumSource
    void holds(Rule rule) {
        rule.rule.check(PROGRAM);
    }

    @ParameterizedTest
    @EnumSource
    void refusesItsOffender(Rule rule) {
        var offender = new ClassFileImporter().importClasses(rule.offender);

        assertThat(rule.rule.evaluate(offender).hasViolation()).isTrue();
    }

    @Test
    void acceptsTimeFromAClock() {
        var type = new ClassFileImporter().importClasses(AsksAClock.class);

        assertThat(Rule.TIME_COMES_FROM_A_CLOCK.rule.evaluate(type).hasViolation())
                .isFalse();
    }

    @Test
    void packagesStaySmall() {
        smallPackages().check(PROGRAM);
    }

    @Test
    void refusesACrowdedPackage() {
        var crowd = new ClassFileImporter().importPackages("org.camunda.bpm.engine.impl.cmd");

        assertThat(smallPackages().evaluate(crowd).getFailureReport().getDetails())
                .anyMatch(detail -> detail.startsWith("org.camunda.bpm.engine.impl.cmd holds "));
    }

    private static ArchRule smallPackages() {
        return classes()
                .that()
                .areTopLevelClasses()
                .and()
                .areNotRecords()
                .and()
                .areNotAnnotations()
                .and()
                .areNotAssignableTo(Throwable.class)
                .should(fitIntoTheirPackage())
                .because("a module much over twenty types, its values, marks and refusals apart, is two modules");
    }

    private static ArchCondition<JavaClass> fitIntoTheirPackage() {
        return new ArchCondition<>("be at most %d to a package".formatted(MOST_TYPES)) {
            private Map<String, Long> counts = Map.of();

            @Override
            public void init(java.util.Collection<JavaClass> all) {
                counts = all.stream()
                        .filter(type -> !type.getSimpleName().equals("package-info"))
                        .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
            }

            @Override
            public void check(JavaClass type, ConditionEvents events) {}

            @Override
            public void finish(ConditionEvents events) {
                counts.forEach((name, count) -> events.add(new SimpleConditionEvent(
                        name, count <= MOST_TYPES, "%s holds %d types".formatted(name, count))));
            }
        };
    }

    private static ArchCondition<JavaMethod> notSpeakCamunda() {
        return new ArchCondition<>("not name a type of Camunda") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                method.getAllInvolvedRawTypes().stream()
                        .filter(type -> type.getPackageName().startsWith("org.camunda"))
                        .filter(type -> isSignature(method, type))
                        .forEach(type -> events.add(SimpleConditionEvent.violated(
                                method, "%s names %s".formatted(method.getFullName(), type.getName()))));
            }
        };
    }

    private static boolean isSignature(JavaCodeUnit method, JavaClass type) {
        return !method.getModifiers().contains(JavaModifier.SYNTHETIC)
                && !type.isEquivalentTo(method.getOwner().reflect());
    }

    private static boolean isQueryByExpression(JavaAccess<?> access) {
        return access.getTargetOwner().getPackageName().startsWith("org.camunda")
                && access.getTargetOwner().getSimpleName().contains("Query")
                && access.getTarget().getName().endsWith("Expression");
    }

    private static boolean isNowWithoutClock(JavaAccess<?> access) {
        return access.getTargetOwner().getPackageName().startsWith("java.time")
                && access.getTarget().getName().equals("now")
                && !access.getTarget().getFullName().contains(Clock.class.getName());
    }

    private static boolean isController(JavaClass type) {
        return type.isMetaAnnotatedWith(Controller.class);
    }

    static final class UsesTheEngine {
        TaskService tasks;
    }

    static final class UsesTables {
        DmnEngine tables;
    }

    public static final class SpeaksCamunda {
        public Task task() {
            throw new UnsupportedOperationException();
        }
    }

    static final class QueriesByExpression {
        Object overdue(TaskService tasks, String text) {
            return tasks.createTaskQuery().or().dueAfterExpression(text).endOr().list();
        }
    }

    static final class InjectsAField {
        @Autowired
        Clock clock;
    }

    static final class MailHelper {}

    static final class AsksTheSystemForTheDay {
        LocalDate today() {
            return LocalDate.now();
        }
    }

    static final class AsksAClock {
        LocalDate today(Clock clock) {
            return LocalDate.now(clock);
        }
    }

    @Controller
    public static final class PublicController {}

    static final class SpeaksOfOldDates {
        Date day;
    }
}
