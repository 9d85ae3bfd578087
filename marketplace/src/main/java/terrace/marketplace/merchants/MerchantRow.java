package terrace.marketplace.merchants;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

@MappedEntity(value = "merchant", schema = "marketplace")
record MerchantRow(
        @Id UUID id,
        String code,
        String name,
        Merchant.Kind kind,
        String countyCode,
        String licenceNumber,
        Merchant.Status status,
        int commissionBasisPoints,
        String bankAccountRef,
        Instant openedAt) {

    Merchant merchant() {
        return new Merchant(
                id,
                code,
                name,
                kind,
                countyCode,
                licenceNumber,
                status,
                commissionBasisPoints,
                bankAccountRef,
                openedAt);
    }
}
