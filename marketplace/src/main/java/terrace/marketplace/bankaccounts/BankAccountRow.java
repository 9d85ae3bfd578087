package terrace.marketplace.bankaccounts;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.merchants.AccountNumber;
import terrace.marketplace.vault.Vault;

@MappedEntity(value = "bank_account", schema = "marketplace")
@SuppressWarnings("ArrayRecordComponent") // read once and opened, never compared
record BankAccountRow(
        @Id UUID id,
        UUID merchantId,
        byte[] holder,
        String bank,
        byte[] number,
        byte[] numberIndex,
        String payee,
        BankAccount.State state,
        boolean change,
        @Nullable UUID givenBy,
        Instant givenAt,
        @Nullable UUID confirmedBy,
        @Nullable Instant inUseFrom,
        @Nullable Instant provenAt,
        @Nullable Instant stoppedAt,
        boolean underWay) {

    BankAccount opened(Vault vault) {
        return new BankAccount(
                id,
                merchantId,
                vault.open(holder),
                bank,
                new AccountNumber(vault.open(number)).masked(),
                payee,
                state,
                change,
                givenBy,
                givenAt,
                confirmedBy,
                inUseFrom,
                provenAt,
                stoppedAt,
                underWay);
    }
}
