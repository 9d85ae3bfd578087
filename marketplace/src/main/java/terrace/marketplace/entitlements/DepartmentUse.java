package terrace.marketplace.entitlements;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How a department uses its coupons; small ones are told together with others, so that nobody is seen alone.
 *
 * @param department empty for those told together
 * @param fen what used coupons took off
 */
public record DepartmentUse(String department, long people, long used, long fen) {

    /** Fewer are not told apart. */
    public static final int PEOPLE_MIN = 5;

    private static final Comparator<DepartmentUse> SMALLEST =
            Comparator.comparingLong(DepartmentUse::people).thenComparing(DepartmentUse::department);

    /**
     * Tells departments so that none of fewer than {@link #PEOPLE_MIN} can be read from it, not by subtraction either:
     * the smallest are put together until they are enough; where all together are too few, nothing is told.
     */
    static List<DepartmentUse> told(List<DepartmentUse> all) {
        List<DepartmentUse> left = new ArrayList<>(all);
        left.sort(SMALLEST);
        DepartmentUse others = new DepartmentUse("", 0, 0, 0);
        while (!left.isEmpty()
                && (left.getFirst().people() < PEOPLE_MIN || (others.people() > 0 && others.people() < PEOPLE_MIN))) {
            DepartmentUse smallest = left.removeFirst();
            others = new DepartmentUse(
                    "",
                    others.people() + smallest.people(),
                    others.used() + smallest.used(),
                    others.fen() + smallest.fen());
        }
        List<DepartmentUse> told = new ArrayList<>(left.reversed());
        if (others.people() >= PEOPLE_MIN) {
            told.add(others);
        }
        return told;
    }
}
