package terrace.web.merchant;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.merchants.Merchants;
import terrace.marketplace.staff.Staff;
import terrace.marketplace.staff.StaffRight;
import terrace.marketplace.staff.StaffRole;
import terrace.web.signin.Visitor;

/** For which merchant somebody works, and as what. */
@Singleton
public class MerchantDesk {
    /** Neither money nor who works here is a clerk's business. */
    private static final Set<StaffRight> OF_CLERKS = Set.of(StaffRight.GOODS, StaffRight.SHIPPING);

    private final Staff staff;
    private final Merchants merchants;

    MerchantDesk(Staff staff, Merchants merchants) {
        this.staff = staff;
        this.merchants = merchants;
    }

    /** Empty for an account that has the role but works for nobody: its pages answer 404. */
    public Optional<Merchant> of(Visitor visitor) {
        return merchantId(visitor).flatMap(merchants::byId);
    }

    /** What there is to do for the reader; empty as above. */
    Optional<Set<StaffRight>> rights(Visitor visitor) {
        return merchantId(visitor)
                .flatMap(merchant -> staff.roleOf(merchant, visitor.workerId()))
                .map(StaffRole::rights)
                .map(rights -> visitor.household() == null ? rights : OF_CLERKS);
    }

    private Optional<UUID> merchantId(Visitor visitor) {
        List<UUID> joined = staff.merchantsOf(visitor.workerId());
        return joined.stream().findFirst();
    }
}
