package terrace.orders.pricing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import terrace.marketplace.coupons.Coupon;
import terrace.marketplace.coupons.CouponPlace;

/**
 * The rules of what is taken off: coupons in the order of their places (see {@code Coupons}), then points; each shared
 * over its bearers and lines by largest remainder, weighed by what is left of the lines. The order in which lines and
 * coupons are handed in decides nothing. Carriage and donations have no part in it.
 */
public final class Discounts {

    private static final Comparator<Coupon> ORDER =
            Comparator.comparing((Coupon coupon) -> coupon.terms().place()).thenComparing(Coupon::id);

    private Discounts() {}

    /**
     * What these coupons and so many points take off these lines; points beyond what may be used are left.
     *
     * @param points as many as are wanted
     */
    public static Discounted of(Collection<OpenLine> lines, Collection<Coupon> coupons, long points) {
        Reckoning reckoning = new Reckoning(lines);
        coupons.stream().sorted(ORDER).forEach(reckoning::take);
        return reckoning.finish(points);
    }

    /**
     * The coupons that together save most: of each merchant's the best by itself, then the best pair of a common and a
     * personal one beside them. Of equals fewer, then those that stand first: the caller puts those that lapse first in
     * front.
     */
    public static Set<UUID> best(Collection<OpenLine> lines, List<Coupon> usable) {
        List<Coupon> chosen = new ArrayList<>();
        byMerchant(usable).values().forEach(coupons -> addBest(lines, chosen, coupons));
        List<Coupon> best = List.copyOf(chosen);
        long saved = saved(lines, best);
        for (List<Coupon> common : alternatives(usable, CouponPlace.Kind.COMMON)) {
            for (List<Coupon> personal : alternatives(usable, CouponPlace.Kind.PERSONAL)) {
                List<Coupon> together = new ArrayList<>(chosen);
                together.addAll(common);
                together.addAll(personal);
                long saving = saved(lines, together);
                if (saving > saved) {
                    best = together;
                    saved = saving;
                }
            }
        }
        return of(lines, best, 0).couponIds();
    }

    /**
     * How each of these coupons would fit beside the chosen ones: those as they are, others in the place of the chosen
     * one that stands where they would.
     */
    public static Map<UUID, CouponFit> fits(Collection<OpenLine> lines, List<Coupon> usable, Set<UUID> chosen) {
        List<Coupon> taken =
                usable.stream().filter(coupon -> chosen.contains(coupon.id())).toList();
        Map<UUID, CouponFit> fits = new TreeMap<>(of(lines, taken, 0).fits());
        for (Coupon coupon : usable) {
            if (!chosen.contains(coupon.id())) {
                List<Coupon> instead = new ArrayList<>(taken);
                instead.removeIf(
                        other -> other.terms().place().equals(coupon.terms().place()));
                instead.add(coupon);
                fits.put(coupon.id(), fitOf(lines, instead, coupon));
            }
        }
        return fits;
    }

    private static CouponFit fitOf(Collection<OpenLine> lines, List<Coupon> together, Coupon coupon) {
        CouponFit fit = of(lines, together, 0).fits().get(coupon.id());
        return fit == null ? new CouponFit.NothingLeft() : fit;
    }

    private static Map<CouponPlace, List<Coupon>> byMerchant(List<Coupon> usable) {
        return usable.stream()
                .filter(coupon -> coupon.terms().place().kind() == CouponPlace.Kind.MERCHANT)
                .collect(Collectors.groupingBy(
                        coupon -> coupon.terms().place(), TreeMap::new, Collectors.toCollection(ArrayList::new)));
    }

    private static void addBest(Collection<OpenLine> lines, List<Coupon> chosen, List<Coupon> coupons) {
        Set<Coupon> best = new HashSet<>();
        long saved = 0;
        for (Coupon coupon : coupons) {
            long saving = saved(lines, List.of(coupon));
            if (saving > saved) {
                best = Set.of(coupon);
                saved = saving;
            }
        }
        chosen.addAll(best);
    }

    /** None of them, or one. */
    private static List<List<Coupon>> alternatives(List<Coupon> usable, CouponPlace.Kind place) {
        List<List<Coupon>> alternatives = new ArrayList<>();
        alternatives.add(List.of());
        usable.stream()
                .filter(coupon -> coupon.terms().place().kind() == place)
                .forEach(coupon -> alternatives.add(List.of(coupon)));
        return alternatives;
    }

    private static long saved(Collection<OpenLine> lines, List<Coupon> coupons) {
        return of(lines, coupons, 0).offFen();
    }
}
