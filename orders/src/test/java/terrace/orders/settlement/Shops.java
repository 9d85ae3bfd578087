package terrace.orders.settlement;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import terrace.marketplace.bankaccounts.BankAccounts;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.merchants.Merchants;
import terrace.marketplace.merchants.NewMerchant;

/** Opens merchants for tests, through their door. */
@Singleton
public class Shops {

    private final Merchants merchants;
    private final BankAccounts bankAccounts;

    Shops(Merchants merchants, BankAccounts bankAccounts) {
        this.merchants = merchants;
        this.bankAccounts = bankAccounts;
    }

    /** With an account that may be paid to. */
    public Merchant open() {
        Merchant shop = openUnproven();
        bankAccounts.vouch(Set.of(shop.id()), Instant.EPOCH, "test");
        return shop;
    }

    public Merchant openUnproven() {
        UUID id = Ids.next();
        return merchants.open(new NewMerchant(
                "shop-" + id,
                "红河梯田合作社",
                Merchant.Kind.COOPERATIVE,
                "532529",
                "93532529MA6K4NH04X",
                0,
                "红河梯田合作社",
                "6217003860001234567"));
    }
}
