package terrace.marketplace.accounts;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import terrace.marketplace.vault.Vault;

@MappedEntity(value = "account", schema = "marketplace")
@SuppressWarnings("ArrayRecordComponent") // read once and opened, never compared
record AccountRow(
        @Id UUID id,
        byte[] signInName,
        byte[] name,
        @TypeDef(type = DataType.STRING_ARRAY) List<String> roles,
        Account.Status status,
        String passwordHash,
        int credentialsVersion,
        boolean secondFactor) {

    Account opened(Vault vault) {
        var known = EnumSet.noneOf(Role.class);
        roles.forEach(role -> known.add(Role.valueOf(role)));
        return new Account(id, vault.open(signInName), vault.open(name), known, status);
    }
}
