package terrace.marketplace.notices;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.UUID;
import terrace.marketplace.vault.Vault;

@MappedEntity(value = "notice", schema = "marketplace")
@SuppressWarnings("ArrayRecordComponent") // read once and opened, never compared
record NoticeRow(@Id UUID id, byte[] recipient, byte[] subject, byte[] text, int attempts) {

    Mail opened(Vault vault) {
        return new Mail(vault.open(recipient), vault.open(subject), vault.open(text));
    }
}
