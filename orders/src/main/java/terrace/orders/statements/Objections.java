package terrace.orders.statements;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import terrace.marketplace.audit.Audit;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.inbox.NewsKind;
import terrace.marketplace.shopletters.ShopLetters;
import terrace.orders.ledger.Account;

/** The door to objections: a merchant raises one against a line of its statement, an operator answers it. */
@Singleton
public class Objections {

    public static final int WORDS_CHARS_MIN = 5;
    public static final int WORDS_CHARS_MAX = 500;

    private final ObjectionRecords records;
    private final ShopLetters letters;
    private final Audit audit;
    private final Clock clock;

    Objections(ObjectionRecords records, ShopLetters letters, Audit audit, Clock clock) {
        this.records = records;
        this.letters = letters;
        this.audit = audit;
        this.clock = clock;
    }

    /** Objects to a line, once; empty when it is no line of this merchant's. Raised twice, the first words stand. */
    @Transactional
    public Optional<Objection> raise(UUID merchantId, UUID journalId, String words, UUID by) {
        UUID id = Ids.next();
        String available = Account.available(merchantId).code();
        String owed = Account.receivable(merchantId).code();
        if (records.raise(id, merchantId, journalId, words.strip(), by, clock.now(), available, owed) == 1) {
            audit.record(by.toString(), "objection.raised", "objection:" + id, Map.of());
        }
        return records.ofLine(merchantId, journalId);
    }

    /** Answers an objection, once, and tells the merchant; empty for none, false when it was answered before. */
    @Transactional
    public Optional<Boolean> answer(UUID id, String words, boolean upheld, UUID by) {
        return records.lock(id).map(objection -> {
            if (objection.answer() != null) {
                return false;
            }
            records.answer(id, words.strip(), upheld, by, clock.now());
            letters.tell(objection.merchantId(), NewsKind.MONEY, "objection.answered", "/merchant/statement");
            audit.record(by.toString(), "objection.answered", "objection:" + id, Map.of());
            return true;
        });
    }

    @Transactional(readOnly = true)
    public List<Objection> ofMerchant(UUID merchantId, int limit) {
        return records.ofMerchant(merchantId, limit);
    }

    /** Those that wait for an answer first. */
    @Transactional(readOnly = true)
    public List<Objection> openFirst(int limit) {
        return records.openFirst(limit);
    }
}
