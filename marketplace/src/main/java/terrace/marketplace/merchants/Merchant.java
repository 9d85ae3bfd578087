package terrace.marketplace.merchants;

import java.time.Instant;
import java.util.UUID;

/**
 * Who sells.
 *
 * @param licenceNumber the unified social credit code, public; empty for a household
 * @param commissionBasisPoints hundredths of a percent of the goods' price that the platform keeps
 * @param bankAccountRef what the bank knows the account given at opening as, no account number
 */
public record Merchant(
        UUID id,
        String code,
        String name,
        Kind kind,
        String countyCode,
        String licenceNumber,
        Status status,
        int commissionBasisPoints,
        String bankAccountRef,
        Instant openedAt) {

    public enum Kind {
        HOUSEHOLD,
        FAMILY_FARM,
        INDIVIDUAL,
        COOPERATIVE,
        BASE,
        COMPANY
    }

    public enum Status {
        OPEN,
        SUSPENDED,
        CLOSED
    }
}
