package terrace.orders.settlement;

import jakarta.inject.Singleton;
import java.util.UUID;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.merchants.Merchants;
import terrace.marketplace.merchants.NewMerchant;

/** Opens merchants for tests, through their door. */
@Singleton
public class Shops {

    private final Merchants merchants;

    Shops(Merchants merchants) {
        this.merchants = merchants;
    }

    public Merchant open() {
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
