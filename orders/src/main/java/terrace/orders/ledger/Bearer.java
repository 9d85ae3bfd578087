package terrace.orders.ledger;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who bears what a buyer does not pay of a price; stored by name. */
public enum Bearer {
    /** The merchant's own discount: it lowers the sale, and nobody pays it. */
    MERCHANT,
    /** The platform, from its fund. */
    PLATFORM,
    /** An organisation, from what it paid in. */
    ORGANISER,
    /** The platform too: it owes its members what their points are worth. */
    POINTS;

    /**
     * The account that pays its part into escrow, and gets it back when the sale is undone; empty where nobody pays.
     *
     * @param bearerId the organisation, for ORGANISER
     */
    public Optional<Account> fund(@Nullable UUID bearerId) {
        return switch (this) {
            case MERCHANT -> Optional.empty();
            case PLATFORM -> Optional.of(Account.promoPlatform());
            case ORGANISER -> Optional.of(Account.promoOrganiser(Objects.requireNonNull(bearerId)));
            case POINTS -> Optional.of(Account.promoPoints());
        };
    }
}
