package terrace.marketplace.staff;

import java.util.Set;

/** What a merchant's person is there for. */
public enum StaffRole {
    OWNER,
    MANAGER,
    GOODS,
    PACKER,
    FINANCE;

    public Set<StaffRight> rights() {
        return switch (this) {
            case OWNER -> Set.of(StaffRight.values());
            case MANAGER -> Set.of(StaffRight.GOODS, StaffRight.SHIPPING, StaffRight.MONEY);
            case GOODS -> Set.of(StaffRight.GOODS);
            case PACKER -> Set.of(StaffRight.SHIPPING);
            case FINANCE -> Set.of(StaffRight.MONEY);
        };
    }
}
