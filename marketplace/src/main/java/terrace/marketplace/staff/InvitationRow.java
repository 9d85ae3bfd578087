package terrace.marketplace.staff;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import terrace.marketplace.vault.Vault;

@MappedEntity(value = "staff_invitation", schema = "marketplace")
@SuppressWarnings("ArrayRecordComponent") // read once and opened, never compared
record InvitationRow(@Id UUID id, UUID merchantId, StaffRole role, byte[] contact, UUID invitedBy, Instant expiresAt) {

    Invitation opened(Vault vault, Instant now) {
        return new Invitation(id, merchantId, role, vault.open(contact), expiresAt, !expiresAt.isAfter(now));
    }
}
