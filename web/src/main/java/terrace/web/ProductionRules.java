package terrace.web;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.annotation.PostConstruct;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.accounts.Accounts;
import terrace.marketplace.embedded.StartupRefusal;
import terrace.marketplace.vault.Vault;

/** Outside the demo market nothing may stand open that everybody who reads this program knows. */
@Context
@Requires(property = "terrace.demo", notEquals = "true")
@Requires(notEnv = "test")
class ProductionRules {
    private static final List<String> DEMO_SIGN_INS = List.of("operator@demo.terrace", "member@demo.terrace");

    /** Scheme, host and port; it stands in a header, so nothing else may. */
    private static final Pattern ORIGIN = Pattern.compile("https?://[A-Za-z0-9.-]+(:\\d{1,5})?");

    private final Vault vault;
    private final Accounts accounts;
    private final String publicUrl;
    private final @Nullable String bankUrl;
    private final @Nullable String bankPageOrigin;

    ProductionRules(
            Vault vault,
            Accounts accounts,
            @Value("${terrace.public-url}") String publicUrl,
            @Nullable @Value("${bank.url:}") String bankUrl,
            @Nullable @Value("${bank.page.origin:}") String bankPageOrigin) {
        this.vault = vault;
        this.accounts = accounts;
        this.publicUrl = publicUrl;
        this.bankUrl = bankUrl;
        this.bankPageOrigin = bankPageOrigin;
    }

    @PostConstruct
    void check() {
        refuseIf(
                vault.usesDevelopmentKey(),
                "TERRACE_KEY is the one of the demo market, which everybody can read: make one with  openssl rand"
                        + " -base64 32.");
        refuseIf(!publicUrl.startsWith("https://"), "PUBLIC_URL must be the https address people reach the site at.");
        refuseIf(bankUrl == null || bankUrl.isBlank(), "BANK_URL is not set: the sandbox bank is for the demo market.");
        refuseIf(
                bankPageOrigin == null || !ORIGIN.matcher(bankPageOrigin).matches(),
                "BANK_PAGE_ORIGIN must be where the bank's payment page is, as in https://pay.bank.example: browsers"
                        + " let the checkout lead there only.");
        refuseIf(
                DEMO_SIGN_INS.stream()
                        .anyMatch(name -> accounts.bySignInName(name).isPresent()),
                "This database holds demo accounts whose password is public: use a fresh one.");
    }

    private static void refuseIf(boolean bad, String sentence) {
        if (bad) {
            throw new StartupRefusal(sentence);
        }
    }
}
