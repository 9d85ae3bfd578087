package terrace.orders.pricing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.coupons.CostShare;
import terrace.marketplace.coupons.Coupon;
import terrace.marketplace.coupons.CouponPlace;
import terrace.marketplace.coupons.CouponTerms;
import terrace.marketplace.money.Money;
import terrace.marketplace.points.Points;
import terrace.orders.ledger.Bearer;
import terrace.orders.purchases.LineShare;

/** One purchase on the counter: coupons are laid down in the order of their places, then points. */
final class Reckoning {

    private static final int PERCENT = 100;
    private static final Bearer[] BEARERS = {Bearer.PLATFORM, Bearer.ORGANISER, Bearer.MERCHANT};

    private final List<OpenLine> lines;
    private final List<List<LineShare>> shares = new ArrayList<>();
    private final Map<UUID, CouponFit> fits = new HashMap<>();
    private final Set<CouponPlace> places = new HashSet<>();
    private final long[] left;
    /** What was left when the merchants' coupons were through; thresholds of all others look at it. */
    private long @Nullable [] net;

    Reckoning(Collection<OpenLine> lines) {
        this.lines =
                lines.stream().sorted(Comparator.comparing(OpenLine::skuId)).toList();
        this.left = this.lines.stream().mapToLong(OpenLine::amountFen).toArray();
        this.lines.forEach(line -> shares.add(new ArrayList<>()));
    }

    void take(Coupon coupon) {
        CouponPlace place = coupon.terms().place();
        if (places.contains(place)) {
            fits.put(coupon.id(), new CouponFit.Taken());
            return;
        }
        if (net == null && place.kind() != CouponPlace.Kind.MERCHANT) {
            net = left.clone();
        }
        CouponFit fit = lay(coupon, coupon.terms());
        if (fit instanceof CouponFit.Applied) {
            places.add(place);
        }
        fits.put(coupon.id(), fit);
    }

    private CouponFit lay(Coupon coupon, CouponTerms terms) {
        int[] meant = IntStream.range(0, lines.size())
                .filter(at -> terms.covers(lines.get(at).goods()))
                .toArray();
        if (meant.length == 0) {
            return new CouponFit.NoGoods();
        }
        long reached = sum(net == null ? left : net, meant);
        if (reached < terms.thresholdFen()) {
            return new CouponFit.Below(terms.thresholdFen() - reached);
        }
        long room = Math.multiplyExact(sum(left, meant), terms.coverPercent()) / PERCENT;
        long off = Math.min(terms.faceFen(), room);
        if (off == 0) {
            return new CouponFit.NothingLeft();
        }
        CostShare cost = terms.cost();
        long[] parts = Money.split(off, cost.weights());
        for (int part = 0; part < parts.length; part++) {
            UUID bearerId = BEARERS[part] == Bearer.ORGANISER ? cost.organiserId() : null;
            share(BEARERS[part], bearerId, coupon.id(), parts[part], meant);
        }
        return new CouponFit.Applied(off);
    }

    Discounted finish(long points) {
        int[] all = IntStream.range(0, lines.size()).toArray();
        long room = Math.multiplyExact(sum(left, all), Points.COVER_PERCENT_MAX) / PERCENT;
        long most = room / Points.STEP * Points.STEP;
        long used = Math.min(Math.max(0, points) / Points.STEP * Points.STEP, most);
        share(Bearer.POINTS, null, null, used, all);
        Map<UUID, List<LineShare>> bySku = new HashMap<>();
        for (int at = 0; at < lines.size(); at++) {
            if (!shares.get(at).isEmpty()) {
                bySku.put(lines.get(at).skuId(), List.copyOf(shares.get(at)));
            }
        }
        return new Discounted(bySku, fits, used, most);
    }

    private void share(Bearer bearer, @Nullable UUID bearerId, @Nullable UUID couponId, long fen, int[] meant) {
        if (fen == 0) {
            return;
        }
        long[] parts =
                Money.split(fen, Arrays.stream(meant).mapToLong(at -> left[at]).toArray());
        for (int index = 0; index < meant.length; index++) {
            if (parts[index] > 0) {
                left[meant[index]] -= parts[index];
                shares.get(meant[index]).add(new LineShare(bearer, bearerId, couponId, parts[index]));
            }
        }
    }

    private static long sum(long[] amounts, int[] meant) {
        return Arrays.stream(meant).mapToLong(at -> amounts[at]).reduce(0, Math::addExact);
    }
}
