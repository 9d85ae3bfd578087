package terrace.marketplace.coupons;

import java.util.Set;
import java.util.UUID;

/**
 * A batch about to be made.
 *
 * @param terms the batch's id is minted before
 * @param budgetFen what all coupons of it may take off together
 * @param perPerson how many one person may have
 * @param people whom it is for, by account; only where it is for given people
 */
public record NewBatch(CouponTerms terms, long budgetFen, int perPerson, Set<UUID> people, UUID madeBy) {

    /** More at once belong in a batch of their own. */
    public static final int PEOPLE_MAX = 10_000;

    public static final int TARGETS_MAX = 500;

    public NewBatch {
        people = Set.copyOf(people);
        if ((terms.kind() == CouponKind.PEOPLE) == people.isEmpty() || people.size() > PEOPLE_MAX) {
            throw new IllegalArgumentException("a coupon for given people names them, and no other does");
        }
        boolean bound = !terms.targets().isEmpty() || terms.cost().merchantId() != null;
        if ((terms.kind() == CouponKind.ANY && bound) || (terms.kind() == CouponKind.GOODS && !bound)) {
            throw new IllegalArgumentException("a coupon for given goods names them, one for any does not");
        }
    }
}
