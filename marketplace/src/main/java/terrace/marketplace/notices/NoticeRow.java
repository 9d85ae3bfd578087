package terrace.marketplace.notices;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.UUID;
import terrace.marketplace.vault.Vault;

@MappedEntity(value = "notice", schema = "marketplace")
@SuppressWarnings("ArrayRecordComponent") // read once and opened, never compared
record NoticeRow(
        @Id UUID id, String channel, byte[] recipient, byte[] subject, byte[] text, byte[] unsubscribe, int attempts) {

    static final String MAIL = "MAIL";
    static final String SMS = "SMS";

    Mail mail(Vault vault) {
        return new Mail(
                vault.open(recipient),
                vault.open(subject),
                vault.open(text),
                unsubscribe.length == 0 ? null : vault.open(unsubscribe));
    }

    Sms sms(Vault vault) {
        return new Sms(vault.open(recipient), vault.open(text));
    }
}
