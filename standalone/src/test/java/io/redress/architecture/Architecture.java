package io.redress.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchRule;
import io.redress.chassis.lanes.Reaction;
import java.util.Map;
import java.util.Set;

/** The arrows and habits that the code must keep, by name. {@link ArchitectureTest} has seen each of them fail. */
final class Architecture {
    private static final String[] SERVICES = {
        "io.redress.intake..",
        "io.redress.routing..",
        "io.redress.department..",
        "io.redress.resolution..",
        "io.redress.analytics..",
        "io.redress.gateway..",
        "io.redress.offender..",
        "io.redress.otheroffender.."
    };

    /** Rules are pure: the same input always gives the same answer, in milliseconds. */
    static final ArchRule DOMAIN_IS_PURE = classes()
            .that()
            .resideInAPackage("io.redress.*.domain..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    "java.lang..",
                    "java.util..",
                    "java.time..",
                    "java.math..",
                    "java.text..",
                    "java.security..",
                    "java.nio.charset..",
                    "io.redress.*.domain..",
                    "io.redress.contracts..",
                    "io.redress.chassis.decide..",
                    "io.redress.chassis.mail..",
                    "io.redress.chassis.redact..",
                    "io.redress.chassis.time.work..",
                    "com.fasterxml.jackson.annotation..",
                    "org.jspecify..",
                    // Rules and texts are data; reading them is part of what they mean.
                    "org.yaml.snakeyaml..",
                    "com.samskivert.mustache..",
                    // Stemmers: words in, words out.
                    "org.apache.lucene.analysis..",
                    "org.egothor.stemmer..",
                    "org.tartarus.snowball..",
                    // Amounts are money, never numbers: arithmetic without rates or I/O.
                    "javax.money..",
                    "org.javamoney.moneta.."));

    /** A clock or chance inside a rule would make its answer depend on more than its input. */
    static final ArchRule DOMAIN_HAS_NO_CLOCK_AND_NO_CHANCE = noClasses()
            .that()
            .resideInAPackage("io.redress.*.domain..")
            .should()
            .callMethodWhere(clockOrChance());

    static final ArchRule DEPENDENCIES_POINT_INWARDS = noClasses()
            .that()
            .resideInAPackage("io.redress.*.application..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.redress.*.adapter..");

    /** What services share is in contracts; another service's classes are none of theirs. */
    static final ArchRule SERVICES_DO_NOT_KNOW_EACH_OTHER = slices().matching(
                    "io.redress.(intake|routing|department|resolution|analytics|gateway|offender|otheroffender)..")
            .should()
            .notDependOnEachOther();

    static final ArchRule THE_CHASSIS_KNOWS_NO_COMPLAINT = noClasses()
            .that()
            .resideInAnyPackage("io.redress.chassis..", "io.redress.offender.chassis..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("io.redress.contracts..")
                    .or(resideInAnyPackage(SERVICES).and(resideOutsideOfPackages("io.redress.offender.chassis.."))));

    static final ArchRule CONTRACTS_ARE_PLAIN = noClasses()
            .that()
            .resideInAnyPackage("io.redress.contracts..", "io.redress.offender.contracts..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "reactor..", "org.apache.kafka..", "io.redress.chassis..");

    /** Listeners take raw records: nothing in a header may choose a type or a converter. */
    static final ArchRule ONLY_THE_CHASSIS_LISTENS = noClasses()
            .that()
            .resideOutsideOfPackage("io.redress.chassis.kafka..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework.kafka..");

    static final ArchRule NO_HEADER_CHOOSES_A_TYPE = noClasses()
            .that()
            .resideInAPackage("io.redress..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework.kafka.support.converter..",
                    "org.springframework.kafka.support.serializer..",
                    "org.springframework.kafka.support.mapping..")
            .orShould()
            .dependOnClassesThat(
                    are(named("KafkaListener", "KafkaHandler", "KafkaHeaderMapper", "JsonKafkaHeaderMapper")));

    static final ArchRule REACTIONS_SAY_WHOM_THEY_REACT_TO = classes()
            .that()
            .implement(Reaction.class)
            .should()
            .haveSimpleNameStartingWith("ReactTo")
            .andShould()
            .resideInAPackage("io.redress.*.adapter.kafka..");

    /** Event loops must never wait. Only who has a thread of its own may, and whatever must be there before the start. */
    static final ArchRule NOTHING_BLOCKS_BUT_THREADS_OF_ITS_OWN = noClasses()
            .that(resideInAnyPackage("io.redress..")
                    .and(resideOutsideOfPackages("io.redress.standalone..", "io.redress.architecture.."))
                    .and(not(
                            "LaneWorker",
                            "OutboxRelay",
                            "DeadlineWatch",
                            "MongoCaseStore",
                            "WatchForIncidents",
                            "WatchFeedback",
                            "IndexFollower",
                            "DeclareCharters",
                            "CrisisWatch")))
            .should()
            .callMethodWhere(blocking());

    static final ArchRule ONE_JSON_LIBRARY = noClasses()
            .that()
            .resideInAPackage("io.redress..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "com.fasterxml.jackson.databind..", "com.fasterxml.jackson.core..", "com.google.gson..");

    static final ArchRule NAMES_SAY_SOMETHING = noClasses()
            .that()
            .resideInAPackage("io.redress..")
            .should()
            .haveNameMatching(".*\\.(Abstract)?\\w*(Util|Utils|Helper|Manager|Processor|Impl|Dto|Vo|Misc)");

    static final Map<String, ArchRule> ALL = Map.ofEntries(
            Map.entry("domain is pure", DOMAIN_IS_PURE),
            Map.entry("domain has no clock and no chance", DOMAIN_HAS_NO_CLOCK_AND_NO_CHANCE),
            Map.entry("dependencies point inwards", DEPENDENCIES_POINT_INWARDS),
            Map.entry("services do not know each other", SERVICES_DO_NOT_KNOW_EACH_OTHER),
            Map.entry("the chassis knows no complaint", THE_CHASSIS_KNOWS_NO_COMPLAINT),
            Map.entry("contracts are plain", CONTRACTS_ARE_PLAIN),
            Map.entry("only the chassis listens", ONLY_THE_CHASSIS_LISTENS),
            Map.entry("no header chooses a type", NO_HEADER_CHOOSES_A_TYPE),
            Map.entry("reactions say whom they react to", REACTIONS_SAY_WHOM_THEY_REACT_TO),
            Map.entry("nothing blocks but threads of its own", NOTHING_BLOCKS_BUT_THREADS_OF_ITS_OWN),
            Map.entry("one JSON library", ONE_JSON_LIBRARY),
            Map.entry("names say something", NAMES_SAY_SOMETHING));

    private Architecture() {}

    private static DescribedPredicate<JavaMethodCall> clockOrChance() {
        Set<String> forbidden = Set.of("now", "currentTimeMillis", "nanoTime", "randomUUID", "random");
        return call(
                "a clock or chance",
                call -> forbidden.contains(call.getName())
                        && call.getTargetOwner().getPackageName().startsWith("java."));
    }

    private static DescribedPredicate<JavaMethodCall> blocking() {
        Set<String> forbidden = Set.of("block", "blockOptional", "blockFirst", "blockLast", "toIterable", "toStream");
        return call(
                "something that waits",
                call -> forbidden.contains(call.getName())
                                && call.getTargetOwner().getPackageName().startsWith("reactor.core")
                        || call.getName().equals("sleep")
                                && call.getTargetOwner().isEquivalentTo(Thread.class));
    }

    private static DescribedPredicate<JavaMethodCall> call(
            String what, java.util.function.Predicate<JavaAccess<?>> holds) {
        return DescribedPredicate.describe(what, holds::test);
    }

    private static DescribedPredicate<JavaClass> named(String... names) {
        Set<String> simple = Set.of(names);
        return DescribedPredicate.describe("named " + simple, type -> simple.contains(type.getSimpleName()));
    }

    private static DescribedPredicate<JavaClass> not(String... names) {
        return DescribedPredicate.not(named(names));
    }
}
