package terrace.web;

import io.micronaut.context.ApplicationContext;
import java.io.Console;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import terrace.marketplace.accounts.Account;
import terrace.marketplace.accounts.Accounts;
import terrace.marketplace.accounts.Registration;
import terrace.marketplace.assistance.Assistances;
import terrace.marketplace.assistance.Clerks;
import terrace.marketplace.embedded.StartupRefusal;
import terrace.marketplace.endorsers.Endorsers;
import terrace.marketplace.partners.Partners;
import terrace.marketplace.recommenders.Recommenders;
import terrace.marketplace.regions.Region;
import terrace.marketplace.regions.Regions;

/** What is done from a shell, beside running the site. */
final class Commands {
    private static final String USAGE = """
            terrace                                   run the site
            terrace operator SIGN-IN-NAME NAME        make an operator; the password is read from TERRACE_PASSWORD
                                                      or asked for
            terrace endorser SIGN-IN-NAME COUNTY OFFICE
                                                      let an account that is there endorse applications of a county,
                                                      named by its six digits
            terrace recommender SIGN-IN-NAME PARTNER  let an account that is there answer for those who name a partner
                                                      organisation, given by its code
            terrace clerk SIGN-IN-NAME OFFICE         let an account that is there act for households that agree
            terrace endorser|recommender|clerk --dismiss SIGN-IN-NAME
                                                      take that office away again
            """;
    private static final Set<String> OFFICES = Set.of("endorser", "recommender", "clerk");
    private static final int DONE = 0;
    private static final int REFUSED = 2;

    private Commands() {}

    static int run(String[] arguments) {
        if (arguments.length == 3 && arguments[0].equals("operator")) {
            return makeOperator(arguments[1], arguments[2]);
        }
        if (arguments.length == 3 && arguments[1].equals("--dismiss") && OFFICES.contains(arguments[0])) {
            return dismiss(arguments[0], arguments[2]);
        }
        if (arguments.length == 4 && arguments[0].equals("endorser")) {
            return appointEndorser(arguments[1], arguments[2], arguments[3]);
        }
        if (arguments.length == 3 && arguments[0].equals("recommender")) {
            return appointRecommender(arguments[1], arguments[2]);
        }
        if (arguments.length == 3 && arguments[0].equals("clerk")) {
            return appointClerk(arguments[1], arguments[2]);
        }
        System.err.print(USAGE);
        return REFUSED;
    }

    private static int makeOperator(String signInName, String name) {
        String password = password();
        try (ApplicationContext context = quiet()) {
            Registration outcome = context.getBean(Accounts.class).createOperator(signInName, password, name);
            return switch (outcome) {
                case Registration.Registered done -> say(DONE, "Operator made. Sign in and set up the second factor.");
                case Registration.NameTaken taken -> say(REFUSED, "This sign-in name is taken.");
                case Registration.BadName bad ->
                    say(REFUSED, "A sign-in name is an e-mail address or a mobile number.");
                case Registration.BadDisplayName bad -> say(REFUSED, "The name is empty or too long.");
                case Registration.WeakPassword weak -> say(REFUSED, "The password is too weak: " + weak.weakness());
                case Registration.TooManyAttempts many ->
                    say(REFUSED, "Too many attempts; wait until " + many.tryAgainAt());
                case Registration.Busy busy -> say(REFUSED, "Busy; try again.");
            };
        }
    }

    private static int appointEndorser(String signInName, String county, String office) {
        try (ApplicationContext context = quiet()) {
            Optional<Account> account = context.getBean(Accounts.class).bySignInName(signInName);
            boolean known = context.getBean(Regions.class)
                    .byCode(county)
                    .filter(Region::isCounty)
                    .isPresent();
            if (account.isEmpty() || !known) {
                return say(REFUSED, known ? "Nobody has this sign-in name." : "No county has this code.");
            }
            context.getBean(Endorsers.class).appoint(account.get().id(), county, office, "shell");
            return say(DONE, "Endorser appointed. At the next sign-in the second factor is set up.");
        }
    }

    private static int appointRecommender(String signInName, String partner) {
        try (ApplicationContext context = quiet()) {
            Optional<Account> account = context.getBean(Accounts.class).bySignInName(signInName);
            boolean known = context.getBean(Partners.class).byCode(partner).isPresent();
            if (account.isEmpty() || !known) {
                return say(REFUSED, known ? "Nobody has this sign-in name." : "No partner has this code.");
            }
            context.getBean(Recommenders.class).appoint(account.get().id(), partner, "shell");
            return say(DONE, "Recommender appointed. At the next sign-in the second factor is set up.");
        }
    }

    private static int appointClerk(String signInName, String office) {
        try (ApplicationContext context = quiet()) {
            Optional<Account> account = context.getBean(Accounts.class).bySignInName(signInName);
            if (account.isEmpty()) {
                return say(REFUSED, "Nobody has this sign-in name.");
            }
            context.getBean(Clerks.class).appoint(account.get().id(), office, "shell");
            return say(DONE, "Clerk appointed. At the next sign-in the second factor is set up.");
        }
    }

    /** Other nodes of the site may remember a session for some seconds; the doors they call do not. */
    private static int dismiss(String office, String signInName) {
        try (ApplicationContext context = quiet()) {
            Optional<Account> account = context.getBean(Accounts.class).bySignInName(signInName);
            if (account.isEmpty()) {
                return say(REFUSED, "Nobody has this sign-in name.");
            }
            UUID id = account.get().id();
            boolean dismissed =
                    switch (office) {
                        case "endorser" -> context.getBean(Endorsers.class).dismiss(id, "shell");
                        case "recommender" ->
                            context.getBean(Recommenders.class).dismiss(id, "shell");
                        default -> context.getBean(Assistances.class).dismiss(id, "shell");
                    };
            return dismissed ? say(DONE, "Dismissed.") : say(REFUSED, "This account has no such office.");
        }
    }

    /** No port is opened and nothing runs by the clock: the site may be up beside this. */
    private static ApplicationContext quiet() {
        return ApplicationContext.builder()
                .properties(Map.of("terrace.events.worker", false, "terrace.jobs.running", false))
                .banner(false)
                .start();
    }

    private static String password() {
        String given = System.getenv("TERRACE_PASSWORD");
        if (given != null) {
            return given;
        }
        Console console = Objects.requireNonNull(System.console());
        if (!console.isTerminal()) {
            throw new StartupRefusal("No password: set TERRACE_PASSWORD, or run this in a terminal.");
        }
        return new String(console.readPassword("Password: "));
    }

    private static int say(int exit, String sentence) {
        System.out.println(sentence);
        return exit;
    }
}
