package terrace.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.HttpMethodMapping;
import io.micronaut.security.annotation.Secured;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import terrace.house.House.Module;
import terrace.marketplace.events.Event;
import terrace.marketplace.events.EventName;

/** What holds for every class of the house. */
final class Rules {
    private static final Pattern BANNED =
            Pattern.compile(".*(Impl|Util|Utils|Helper|Manager|Service|Dto|DTO|Entity)|(Abstract|Base)[A-Z].*");
    private static final Pattern MONEY = Pattern.compile("(?i).*(fen|price|amount|yuan).*");
    private static final Set<String> FLOATING = Set.of("float", "double", "java.lang.Float", "java.lang.Double");
    private static final Set<String> NOW =
            Set.of("Instant", "LocalDate", "LocalDateTime", "LocalTime", "ZonedDateTime", "OffsetDateTime", "Year");

    /** Features that keep no rows and so know no SQL. {@code Connection} is what a transaction is named by. */
    private static final String[] WITHOUT_SQL = {
        "terrace.web..",
        "terrace.bank..",
        "terrace.search.node..",
        "terrace.search.words..",
        "terrace.search.filters..",
        "terrace.search.query..",
        "terrace.search.suggest..",
        "terrace.catalog.media..",
        "terrace.orders.pricing..",
        "terrace.orders.checkout..",
        "terrace.orders.fulfilment..",
        "terrace.orders.gateway..",
        "terrace.marketplace.money..",
        "terrace.marketplace.ids..",
        "terrace.marketplace.regions..",
        "terrace.marketplace.vault..",
        "terrace.marketplace.files.."
    };

    /** Two classes live in Elasticsearch's own packages, to reach what the server keeps to itself. */
    private static final String LODGERS = "org.elasticsearch..";

    static final ArchRule FEATURES_ARE_LISTED = classes()
            .that()
            .resideOutsideOfPackage(LODGERS)
            .should(each("have a place in the plan of the house", type -> {
                Optional<Module> module = House.moduleOf(type);
                return module.isPresent() && module.get().floorOf(module.get().featureOf(type)) >= 0
                        ? Stream.empty()
                        : Stream.of(type.getName() + " is in a package that House.MODULES does not know");
            }));

    static final ArchRule MODULES_CALL_DOWN = classes()
            .should(each(
                    "call only the modules below",
                    type -> calls(type)
                            .filter(call -> !from(call).mayCall(to(call)))
                            .map(Dependency::getDescription)));

    static final ArchRule FEATURES_CALL_DOWN = classes()
            .should(each(
                    "call only the features before theirs",
                    type -> calls(type)
                            .filter(call -> from(call).equals(to(call)))
                            .filter(call -> floor(call.getOriginClass()) < floor(call.getTargetClass()))
                            .map(Dependency::getDescription)));

    static final ArchRule REPOSITORIES_ARE_HIDDEN =
            classes().that().areAnnotatedWith(JdbcRepository.class).should().notBePublic();

    static final ArchRule NO_SQL_WHERE_NO_ROWS_ARE_KEPT = noClasses()
            .that()
            .resideInAnyPackage(WITHOUT_SQL)
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.sql..", "javax.sql..", "org.postgresql..", "org.flywaydb..")
                    .and(not(belongToAnyOf(java.sql.Connection.class))));

    static final ArchRule WEB_STORES_NOTHING = noClasses()
            .that()
            .resideInAPackage("terrace.web..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "io.micronaut.data..");

    /** What belongs together is done by one call to one door. The demo market alone binds many calls, to be quick. */
    static final ArchRule WEB_DECIDES_NOTHING = noClasses()
            .that()
            .resideInAPackage("terrace.web..")
            .and()
            .resideOutsideOfPackage("terrace.web.demo..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.micronaut.transaction..");

    static final ArchRule BANNED_NAMES_ARE_NOT_USED = classes()
            .should(each(
                    "have a name that says what it is",
                    type -> Stream.of(type)
                            .filter(named ->
                                    BANNED.matcher(named.getSimpleName()).matches())
                            .map(JavaClass::getName)));

    static final ArchRule TIME_COMES_FROM_THE_CLOCK = noClasses()
            .that(not(describe("excused", Rules::mayReadRealTime)))
            .should()
            .accessTargetWhere(describe("reads real time", Rules::readsRealTime));

    static final ArchRule MONEY_NEVER_FLOATS = classes()
            .should(each(
                    "keep floating point away from money",
                    type -> Stream.concat(
                                    type.getFields().stream()
                                            .filter(field -> floats(field.getRawType()))
                                            .filter(field -> MONEY.matcher(field.getName())
                                                            .matches()
                                                    || books(type)),
                                    type.getCodeUnits().stream()
                                            .filter(unit -> floats(unit.getRawReturnType()) || takesFloats(unit))
                                            .filter(unit -> MONEY.matcher(unit.getName())
                                                            .matches()
                                                    || books(type)))
                            .map(JavaMember::getFullName)));

    static final ArchRule PACKAGES_ARE_NULL_MARKED = classes()
            .that()
            .resideOutsideOfPackage(LODGERS)
            .should(each(
                    "be in a package that is @NullMarked",
                    type -> type.getPackage().isAnnotatedWith(NullMarked.class)
                            ? Stream.empty()
                            : Stream.of(type.getPackageName() + " has no package-info.java with @NullMarked")));

    static final ArchRule CONTROLLERS_ARE_SECURED = classes()
            .that()
            .areAnnotatedWith(Controller.class)
            .should(each(
                    "say who may come, at the class or at each method",
                    type -> type.getMethods().stream()
                            .filter(method -> method.isMetaAnnotatedWith(HttpMethodMapping.class))
                            .filter(method ->
                                    !type.isAnnotatedWith(Secured.class) && !method.isAnnotatedWith(Secured.class))
                            .map(JavaMethod::getFullName)));

    static final ArchRule BEANS_ARE_MADE_INSIDE = constructors()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Singleton.class)
            .should()
            .notBePublic();

    static final ArchRule EVENTS_ARE_NAMED_RECORDS = classes()
            .that()
            .implement(Event.class)
            .should()
            .beRecords()
            .andShould()
            .beAnnotatedWith(EventName.class);

    private Rules() {}

    /** A library that only some packages know. */
    static ArchRule onlyIn(String home, String... libraries) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(home.split(" ", -1))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(libraries);
    }

    private static Stream<Dependency> calls(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .filter(call -> House.moduleOf(call.getOriginClass()).isPresent())
                .filter(call -> House.moduleOf(call.getTargetClass()).isPresent());
    }

    private static Module from(Dependency call) {
        return House.moduleOf(call.getOriginClass()).orElseThrow();
    }

    private static Module to(Dependency call) {
        return House.moduleOf(call.getTargetClass()).orElseThrow();
    }

    private static int floor(JavaClass type) {
        Module module = House.moduleOf(type).orElseThrow();
        return module.floorOf(module.featureOf(type));
    }

    /** Where no number is a fraction. */
    private static boolean books(JavaClass type) {
        return type.getPackageName()
                .matches("terrace\\.(orders\\.(ledger|pricing|settlement|payment|purchases|reconciliation)"
                        + "|marketplace\\.money|bank\\.book).*");
    }

    private static boolean floats(JavaClass type) {
        return FLOATING.contains(type.getName());
    }

    private static boolean takesFloats(JavaCodeUnit unit) {
        return unit.getRawParameterTypes().stream().anyMatch(Rules::floats);
    }

    /** Real time, as opposed to the market's, is for what no customer ever reads as a date. */
    private static boolean mayReadRealTime(JavaClass type) {
        return Set.of(
                        "terrace.marketplace.clock.Clock", // is the clock
                        "terrace.marketplace.ids.Ids", // ids sort by when they were made
                        "terrace.marketplace.files.S3Files", // signatures are checked against real time
                        "terrace.web.Terrace") // measures its own start
                .contains(type.getName());
    }

    private static boolean readsRealTime(JavaAccess<?> access) {
        AccessTarget target = access.getTarget();
        JavaClass owner = target.getOwner();
        boolean now = target.getName().equals("now")
                && owner.getPackageName().equals("java.time")
                && NOW.contains(owner.getSimpleName());
        boolean millis = target.getFullName().equals("java.lang.System.currentTimeMillis()");
        boolean javaClock = owner.getName().equals("java.time.Clock");
        boolean date = target.getFullName().equals("java.util.Date.<init>()");
        return now || millis || javaClock || date;
    }

    private static ArchCondition<JavaClass> each(String what, Function<JavaClass, Stream<String>> offences) {
        return new ArchCondition<>(what) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                offences.apply(type)
                        .distinct()
                        .forEach(offence -> events.add(SimpleConditionEvent.violated(type, offence)));
            }
        };
    }
}
