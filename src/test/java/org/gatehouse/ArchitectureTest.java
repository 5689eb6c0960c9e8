package org.gatehouse;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.conditions.ArchConditions.accessTargetWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.domain.JavaParameter;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.persistence.Entity;
import jakarta.servlet.ServletRequest;
import jakarta.ws.rs.HttpMethod;
import java.lang.annotation.Annotation;
import java.security.Principal;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Assertions;

/** Holds what {@code docs/architecture.md} and {@code docs/adr} say of the code. */
@AnalyzeClasses(packages = ArchitectureTest.BASE, importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    static final String BASE = "org.gatehouse";

    private static final Set<String> NOW = Set.of(
            "java.lang.System.currentTimeMillis(",
            "java.util.Date.<init>()",
            "java.util.Calendar.getInstance(",
            "java.util.GregorianCalendar.<init>(");
    private static final Set<String> CHANCE = Set.of(
            "java.util.Random.<init>(",
            "java.util.SplittableRandom.<init>(",
            "java.util.concurrent.ThreadLocalRandom.current(",
            "java.lang.Math.random(",
            "java.util.UUID.randomUUID(");

    @ArchTest
    static final ArchRule roomsImportWhatTheMapAllowsAndTheMapAllowsNoMore =
            classes().should(new KeepToTheMap(RoomMap.read()));

    @ArchTest
    static final ArchRule noRoomLeadsBackToItself =
            slices().matching(BASE + ".(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule walletIsPlainJava = classes()
            .that()
            .resideInAPackage(BASE + ".wallet..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    BASE + ".wallet..",
                    "java.lang..",
                    "java.math",
                    "java.nio.charset",
                    "java.util",
                    "java.util.regex",
                    "org.bouncycastle..",
                    "org.jspecify..");

    @ArchTest
    static final ArchRule everyEndpointSaysOnceWhoMayCallIt = methods()
            .that()
            .areMetaAnnotatedWith(HttpMethod.class)
            .should(that("say once who may call them", (JavaMethod method) -> {
                long said = Stream.<Class<? extends Annotation>>of(RolesAllowed.class, PermitAll.class, DenyAll.class)
                        .filter(method::isAnnotatedWith)
                        .count();
                return said == 1 ? Stream.of() : Stream.of("says it " + said + " times");
            }));

    @ArchTest
    static final ArchRule noEntityLeavesItsRoom =
            noClasses().that().areAnnotatedWith(Entity.class).should().bePublic();

    @ArchTest
    static final ArchRule noEntityCrossesHttp = methods()
            .that()
            .areMetaAnnotatedWith(HttpMethod.class)
            .should(that("take or give no entity", (JavaMethod method) -> Stream.concat(
                            Stream.of(method.getReturnType()),
                            method.getParameters().stream().map(JavaParameter::getType))
                    .map(JavaType::getAllInvolvedRawTypes)
                    .flatMap(Set::stream)
                    .filter(type -> type.isAnnotatedWith(Entity.class))
                    .map(type -> "takes or gives " + type.getName())));

    @ArchTest
    static final ArchRule nobodyCallsAResource = classes()
            .that()
            .haveSimpleNameEndingWith("Resource")
            .should(that("have no caller", (JavaClass resource) -> resource.getDirectDependenciesToSelf().stream()
                    .filter(use -> !use.getOriginClass().equals(resource))
                    .map(Dependency::getDescription)));

    /** docs/adr/001: what CDI gives for these is the server's own, which does not know the caller. */
    @ArchTest
    static final ArchRule noRequestIsInjectedIntoAField = fields().that()
            .areAnnotatedWith(Inject.class)
            .should(that("be given no request or principal", (JavaField field) -> ofTheServer(field.getRawType())));

    @ArchTest
    static final ArchRule noRequestIsInjectedIntoAConstructorOrMethod = codeUnits()
            .that()
            .areAnnotatedWith(Inject.class)
            .should(that("be given no request or principal", (JavaCodeUnit code) -> code.getRawParameterTypes().stream()
                    .flatMap(ArchitectureTest::ofTheServer)));

    @ArchTest
    static final ArchRule timeComesFromAClock =
            noClasses().should(accessTargetWhere(beginsWith("read the time by themselves", NOW)));

    @ArchTest
    static final ArchRule javaTimeIsAskedWithAClock = noClasses()
            .should(accessTargetWhere(new DescribedPredicate<JavaAccess<?>>("ask java.time without a clock") {
                @Override
                public boolean test(JavaAccess<?> access) {
                    return access.getTargetOwner().getPackageName().equals("java.time")
                            && access.getName().equals("now")
                            && !access.getTarget().getFullName().contains(Clock.class.getName());
                }
            }));

    @ArchTest
    static final ArchRule oneRoomMakesTheClock = noClasses()
            .that()
            .resideOutsideOfPackage(BASE + ".ops")
            .should(accessTargetWhere(new DescribedPredicate<JavaAccess<?>>("make a clock") {
                @Override
                public boolean test(JavaAccess<?> access) {
                    return access.getTargetOwner().isEquivalentTo(Clock.class)
                            && (access.getName().startsWith("system")
                                    || access.getName().startsWith("tick"));
                }
            }));

    @ArchTest
    static final ArchRule chanceComesFromTheVault = noClasses()
            .that()
            .resideOutsideOfPackage(BASE + ".vault")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(SecureRandom.class);

    @ArchTest
    static final ArchRule noChanceIsWeak =
            noClasses().should(accessTargetWhere(beginsWith("draw weak randomness", CHANCE)));

    @ArchTest
    static final ArchRule jsonIsReadAndMadeByFactoriesThatAreMadeOnce =
            noClasses().should().dependOnClassesThat().areAssignableTo(Json.class);

    @ArchTest
    static final ArchRule aNameSaysWhatAClassIsFor =
            noClasses().should().haveNameMatching(".*(Impl|Managers?|Utils?|Helpers?)(\\$.*)?");

    @ArchTest
    static void everyRoomSaysWhatItIsAndWhereNullMayBe(JavaClasses classes) {
        Set<String> silent = classes.stream()
                .map(JavaClass::getPackage)
                .filter(room -> room.tryGetPackageInfo()
                        .filter(info -> info.isAnnotatedWith(NullMarked.class))
                        .isEmpty())
                .map(JavaPackage::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        Assertions.assertEquals(Set.of(), silent, "rooms without a package-info that is @NullMarked");
    }

    private static Stream<String> ofTheServer(JavaClass injected) {
        boolean servers = assignableTo(ServletRequest.class)
                .or(assignableTo(Principal.class))
                .test(injected);
        return servers ? Stream.of("is given " + injected.getName()) : Stream.of();
    }

    private static DescribedPredicate<JavaAccess<?>> beginsWith(String description, Set<String> members) {
        return new DescribedPredicate<>(description) {
            @Override
            public boolean test(JavaAccess<?> access) {
                return members.stream().anyMatch(access.getTarget().getFullName()::startsWith);
            }
        };
    }

    /** Holds where the list of what is wrong is empty. */
    private static <T> ArchCondition<T> that(String description, Function<T, Stream<String>> wrong) {
        return new ArchCondition<>(description) {
            @Override
            public void check(T item, ConditionEvents events) {
                List<String> sentences = wrong.apply(item).toList();
                sentences.forEach(sentence -> events.add(SimpleConditionEvent.violated(item, item + " " + sentence)));
            }
        };
    }
}
