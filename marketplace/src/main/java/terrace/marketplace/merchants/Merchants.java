package terrace.marketplace.merchants;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who sells. */
@Singleton
public class Merchants {

    Merchants() {}

    /** Cached for some seconds: for showing, not for deciding. */
    public Map<UUID, Merchant> byIds(Set<UUID> ids) {
        throw new UnsupportedOperationException();
    }

    public Optional<Merchant> byId(UUID id) {
        throw new UnsupportedOperationException();
    }

    public Optional<Merchant> byCode(String code) {
        throw new UnsupportedOperationException();
    }

    /** By code, those after the one given; null for the first page. */
    public List<Merchant> page(@Nullable String afterCode, int limit) {
        throw new UnsupportedOperationException();
    }

    public List<Merchant> inProvince(String provinceCode, int limit) {
        throw new UnsupportedOperationException();
    }

    /** A guard: those of the given that may sell at this moment, read in the caller's transaction. */
    public Set<UUID> selling(Set<UUID> ids) {
        throw new UnsupportedOperationException();
    }

    /** A guard: those of the given that may be paid out at this moment, read in the caller's transaction. */
    public Set<UUID> payoutAllowed(Set<UUID> ids) {
        throw new UnsupportedOperationException();
    }

    /** Opens a merchant, or returns the one that has the code, unchanged. */
    public Merchant open(NewMerchant merchant) {
        throw new UnsupportedOperationException();
    }

    /** Bank account with all but the last four digits hidden. */
    public String maskedBankAccount(UUID merchantId) {
        throw new UnsupportedOperationException();
    }

    /** Takes the merchant off sale for one more reason. */
    public Suspension suspend(
            UUID merchantId, Suspension.Reason reason, String note, boolean stopPayouts, String actor) {
        throw new UnsupportedOperationException();
    }

    /** Lifts one reason; false when it is not there or was lifted before. Sells again when no other is left. */
    public boolean lift(UUID merchantId, UUID suspensionId, String actor) {
        throw new UnsupportedOperationException();
    }

    /** The reasons in force, oldest first. */
    public List<Suspension> suspensions(UUID merchantId) {
        throw new UnsupportedOperationException();
    }
}
