package terrace.marketplace.oversight;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.UUID;
import terrace.marketplace.inbox.NewsKind;
import terrace.marketplace.merchants.Merchants;
import terrace.marketplace.merchants.Suspension;
import terrace.marketplace.shopletters.ShopLetters;

/** Suspends merchants and lifts reasons, and tells their owners each time. */
@Singleton
public class Oversight {

    /** Long enough to say why. */
    public static final int NOTICE_CHARACTERS_MIN = 4;

    public static final int NOTICE_CHARACTERS_MAX = 300;
    private static final String PAGE = "/merchant/orders";

    private final Merchants merchants;
    private final ShopLetters letters;

    Oversight(Merchants merchants, ShopLetters letters) {
        this.merchants = merchants;
        this.letters = letters;
    }

    /**
     * Takes the merchant off sale for one more reason; open orders go on.
     *
     * @param notice what the shop reads
     */
    @Transactional
    public Suspending suspend(
            UUID merchantId, Suspension.Reason reason, String notice, boolean stopPayouts, UUID operatorId) {
        var why = notice.strip();
        if (why.length() < NOTICE_CHARACTERS_MIN || why.length() > NOTICE_CHARACTERS_MAX) {
            return new Suspending.NoticeMissing();
        }
        var before = merchants.suspensions(merchantId);
        var suspension = merchants.suspend(merchantId, reason, why, stopPayouts, "account:" + operatorId);
        if (!before.contains(suspension)) {
            letters.tell(merchantId, NewsKind.SECURITY, "merchant.suspended", PAGE, why);
        }
        return new Suspending.Suspended(suspension);
    }

    /** Lifts one reason and no other; false when it is not there or was lifted before. */
    @Transactional
    public boolean lift(UUID merchantId, UUID suspensionId, UUID operatorId) {
        boolean lifted = merchants.lift(merchantId, suspensionId, "account:" + operatorId);
        if (lifted) {
            letters.tell(
                    merchantId,
                    NewsKind.SECURITY,
                    "merchant.lifted",
                    PAGE,
                    Integer.toString(merchants.suspensions(merchantId).size()));
        }
        return lifted;
    }
}
