package terrace.web.demo;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import terrace.marketplace.accounts.Account;
import terrace.marketplace.accounts.Accounts;
import terrace.orders.agreements.Agreements;
import terrace.orders.donations.Donations;
import terrace.orders.donations.Giving;

/** One gift of the member of the walk, and an agreement to give with one click from then on. */
@Singleton
class Gifts {
    private static final String MEMBER = "member@demo.terrace";
    private static final UUID GIFT = UUID.nameUUIDFromBytes("demo-gift".getBytes(StandardCharsets.UTF_8));
    private static final long FEN = 2_000;

    private final Accounts accounts;
    private final Donations donations;
    private final Agreements agreements;
    private final SandboxHandles bank;
    private final String site;

    Gifts(
            Accounts accounts,
            Donations donations,
            Agreements agreements,
            SandboxHandles bank,
            @Value("${terrace.public-url:`http://localhost:8080`}") String site) {
        this.accounts = accounts;
        this.donations = donations;
        this.agreements = agreements;
        this.bank = bank;
        this.site = site;
    }

    void give() {
        UUID member = accounts.bySignInName(MEMBER).map(Account::id).orElseThrow();
        URI receipt = URI.create(site + "/donations/" + GIFT + "?back=1");
        if (donations.payAtBank(member, GIFT, FEN, receipt) instanceof Giving.PayAt(URI page)) {
            bank.confirm(page);
        }
        donations.ofMember(member, GIFT, true);
        agreements.offer(member, URI.create(site + "/account/agreement?back=1")).ifPresent(bank::sign);
        agreements.asked(member);
    }
}
