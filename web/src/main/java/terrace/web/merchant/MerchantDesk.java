package terrace.web.merchant;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.merchants.Merchants;
import terrace.marketplace.staff.Staff;
import terrace.web.signin.Visitor;

/** For which merchant somebody works. */
@Singleton
public class MerchantDesk {
    private final Staff staff;
    private final Merchants merchants;

    MerchantDesk(Staff staff, Merchants merchants) {
        this.staff = staff;
        this.merchants = merchants;
    }

    /** Empty for an account that has the role but works for nobody: its pages answer 404. */
    public Optional<Merchant> of(Visitor visitor) {
        List<UUID> joined = staff.merchantsOf(visitor.memberId());
        return joined.isEmpty() ? Optional.empty() : merchants.byId(joined.getFirst());
    }
}
