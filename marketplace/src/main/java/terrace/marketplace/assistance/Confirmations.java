package terrace.marketplace.assistance;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import terrace.marketplace.applications.Agreements;
import terrace.marketplace.applications.Signing;
import terrace.marketplace.audit.Audit;
import terrace.marketplace.vault.Vault;

/** What a clerk may do only with a word of the household for this very act. */
@Singleton
public class Confirmations {

    private final AssistanceRepository rows;
    private final Codes codes;
    private final Words words;
    private final Agreements agreements;
    private final Audit audit;
    private final Vault vault;

    Confirmations(
            AssistanceRepository rows, Codes codes, Words words, Agreements agreements, Audit audit, Vault vault) {
        this.rows = rows;
        this.codes = codes;
        this.words = words;
        this.agreements = agreements;
        this.audit = audit;
        this.vault = vault;
    }

    /** Sends the household a code for signing the agreement; false where the session acts for nobody. */
    @Transactional
    public boolean ask(UUID clerkId, UUID sessionId, boolean english) {
        return rows.acting(clerkId, sessionId)
                .filter(row -> words.confirm(
                        vault.open(row.contact()), clerkId, codes.make(row.id(), Codes.Purpose.SIGN), english))
                .isPresent();
    }

    /** Signs for the household with the code it passed on; empty when the code is wrong or spent. */
    @Transactional
    public Optional<Signing> sign(UUID clerkId, UUID sessionId, String code, String hash, String address) {
        var row = rows.acting(clerkId, sessionId);
        var household = row.map(AssistanceRow::householdId);
        if (row.isEmpty()
                || household.isEmpty()
                || codes.check(row.get(), Codes.Purpose.SIGN, code) != Codes.Found.RIGHT) {
            return Optional.empty();
        }
        audit.record("account:" + household.get(), "assistance.confirmed", "account:" + household.get(), Map.of());
        return Optional.of(agreements.signConfirmed(household.get(), hash, address));
    }
}
