package terrace.marketplace.filedpapers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.papers.PaperKind;

/**
 * A paper a merchant stands by.
 *
 * @param expiresOn the last day it is good; null for one without end
 * @param replaces which it is to renew
 * @param note why an operator refused it
 */
public record FiledPaper(
        UUID paperId,
        UUID merchantId,
        UUID ownerId,
        PaperKind kind,
        @Nullable LocalDate expiresOn,
        State state,
        @Nullable UUID replaces,
        String note,
        Instant filedAt) {

    /** Without these nothing may be sold; the others prove who somebody is, and their end is only a reminder. */
    private static final Set<PaperKind> FOR_ALL_GOODS = EnumSet.of(
            PaperKind.BUSINESS_LICENCE,
            PaperKind.FOOD_PERMIT,
            PaperKind.HOUSEHOLD_PROOF,
            PaperKind.FARM_PROOF,
            PaperKind.BASE_PROOF);

    public enum State {
        WAITING,
        GOOD,
        EXPIRED,
        REPLACED,
        REFUSED
    }

    /** Whether the goods leave the shelf when it ends. */
    public boolean forAllGoods() {
        return FOR_ALL_GOODS.contains(kind);
    }
}
