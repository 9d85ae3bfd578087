package terrace.marketplace.addresses;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.UUID;
import terrace.marketplace.vault.Vault;

@MappedEntity(value = "address", schema = "marketplace")
@SuppressWarnings("ArrayRecordComponent") // read once and opened, never compared
record AddressRow(
        @Id UUID id,
        UUID memberId,
        byte[] recipient,
        byte[] phone,
        String countyCode,
        byte[] street,
        boolean preferred) {

    Address opened(Vault vault) {
        return new Address(
                id, memberId, vault.open(recipient), vault.open(phone), countyCode, vault.open(street), preferred);
    }
}
