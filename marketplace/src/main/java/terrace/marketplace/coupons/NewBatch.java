package terrace.marketplace.coupons;

import java.util.Set;
import java.util.UUID;

/**
 * A batch about to be made.
 *
 * @param terms the batch's id is minted before
 * @param budgetFen what all coupons of it may take off together
 * @param perPerson how many one person may have
 * @param giving how one comes by it
 * @param people whom it is for, by account; only where it is for given people
 */
public record NewBatch(CouponTerms terms, Giving giving, long budgetFen, int perPerson, Set<UUID> people, UUID madeBy) {

    /** More at once belong in a batch of their own. */
    public static final int PEOPLE_MAX = 10_000;

    public static final int TARGETS_MAX = 500;

    public NewBatch {
        people = Set.copyOf(people);
        boolean later = giving.way() == Giving.Way.ENTITLEMENT;
        if (later && (terms.kind() != CouponKind.PEOPLE || !people.isEmpty())) {
            throw new IllegalArgumentException("whom an organisation hands it to is named by its sheet");
        }
        if ((!later && (terms.kind() == CouponKind.PEOPLE) == people.isEmpty()) || people.size() > PEOPLE_MAX) {
            throw new IllegalArgumentException("a coupon for given people names them, and no other does");
        }
        boolean bound = !terms.targets().isEmpty() || terms.cost().merchantId() != null;
        if ((terms.kind() == CouponKind.ANY && bound) || (terms.kind() == CouponKind.GOODS && !bound)) {
            throw new IllegalArgumentException("a coupon for given goods names them, one for any does not");
        }
    }

    /** A batch that anyone it is for may claim. */
    public NewBatch(CouponTerms terms, long budgetFen, int perPerson, Set<UUID> people, UUID madeBy) {
        this(terms, Giving.OPEN, budgetFen, perPerson, people, madeBy);
    }
}
