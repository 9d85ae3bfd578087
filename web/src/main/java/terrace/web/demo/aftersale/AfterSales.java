package terrace.web.demo.aftersale;

import jakarta.inject.Singleton;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.accounts.Accounts;
import terrace.marketplace.staff.Staff;
import terrace.orders.desk.OrderDesk;
import terrace.orders.desk.OrderFilter;
import terrace.orders.fulfilment.Courier;
import terrace.orders.purchases.Order;
import terrace.orders.returns.Claim;
import terrace.orders.returns.ClaimCourt;
import terrace.orders.returns.ClaimDesk;
import terrace.orders.returns.ClaimKind;
import terrace.orders.returns.Claims;
import terrace.orders.returns.NewClaim;
import terrace.orders.returns.Opening;
import terrace.orders.returns.Spoiled;

/** Claims of each important state, and reviews; where some stand already nothing is added. */
@Singleton
public class AfterSales {
    private static final int ORDERS_SEEN = 40;
    private static final int SPOILED_SEEN = 30;

    private final Accounts accounts;
    private final Staff staff;
    private final OrderDesk orders;
    private final Claims claims;
    private final ClaimDesk desk;
    private final ClaimCourt court;
    private final Testimony testimony;
    private final Billing billing;

    AfterSales(
            Accounts accounts,
            Staff staff,
            OrderDesk orders,
            Claims claims,
            ClaimDesk desk,
            ClaimCourt court,
            Testimony testimony,
            Billing billing) {
        this.accounts = accounts;
        this.staff = staff;
        this.orders = orders;
        this.claims = claims;
        this.desk = desk;
        this.court = court;
        this.testimony = testimony;
        this.billing = billing;
    }

    /**
     * @param keepers names of those who answer for merchants
     * @param mediator an operator; the last word is left to another
     */
    public void bring(Set<String> keepers, UUID mediator) {
        keepers.forEach(name -> accounts.bySignInName(name)
                .ifPresent(keeper ->
                        staff.merchantsOf(keeper.id()).forEach(merchant -> bring(merchant, keeper.id(), mediator))));
    }

    private void bring(UUID merchantId, UUID keeper, UUID mediator) {
        List<Order> accepted = of(merchantId, OrderFilter.ACCEPTED);
        testimony.review(merchantId, accepted, keeper);
        billing.bill(merchantId, accepted, keeper);
        if (!desk.all(merchantId, null, 1).isEmpty()) {
            return;
        }
        UUID walker = accounts.bySignInName(Canteen.BUYER).orElseThrow().id();
        Deque<Order> shipped = new ArrayDeque<>(of(merchantId, OrderFilter.SHIPPED).stream()
                .sorted(Comparator.comparing(order -> !order.memberId().equals(walker)))
                .toList());
        Scene scene = new Scene(merchantId, keeper, mediator, shipped);
        scene.waiting();
        scene.offered();
        scene.inMediation();
        scene.proposed();
        scene.toJudge();
        scene.onItsWayBack();
        scene.refunded();
    }

    private List<Order> of(UUID merchantId, OrderFilter filter) {
        return orders.orders(merchantId, filter, null, null, ORDERS_SEEN).orders();
    }

    /** One order for each claim, as long as there are any. */
    private final class Scene {
        private final UUID merchant;
        private final UUID keeper;
        private final UUID mediator;
        private final Deque<Order> left;

        Scene(UUID merchant, UUID keeper, UUID mediator, Deque<Order> left) {
            this.merchant = merchant;
            this.keeper = keeper;
            this.mediator = mediator;
            this.left = left;
        }

        void waiting() {
            open(ClaimKind.SPOILED, Spoiled.UP_TO_A_THIRD, "打开箱子有一层压坏了，照片里看得到。");
        }

        void offered() {
            Claim claim = open(ClaimKind.SPOILED, Spoiled.UP_TO_HALF, "路上走了五天，坏了不少。");
            if (claim != null) {
                desk.offer(merchant, claim.number(), half(claim), "从照片看坏的不到一半，先退这些，您看可以吗？", keeper);
            }
        }

        void inMediation() {
            Claim claim = refused("少了一袋，只收到一部分。", "出库称过重，重量对得上。");
            if (claim != null) {
                appeal(claim, "箱子在驿站就是开的，请平台看看照片。");
            }
        }

        void proposed() {
            Claim claim = refused("收到的不是我买的规格。", "发的就是下单的规格。");
            if (claim != null) {
                appeal(claim, "标签上的重量和页面不一样。");
                court.propose(mediator, claim.number(), half(claim), false, "标签确有出入，但货已食用一部分，建议退一半。");
            }
        }

        void toJudge() {
            Claim claim = refused("寄来的是去年的陈米。", "批次护照上写着今年收的。");
            if (claim != null) {
                appeal(claim, "包装上的日期是去年的。");
                court.propose(mediator, claim.number(), half(claim), false, "双方都没有完整证据，建议各担一半。");
                desk.decline(merchant, claim.number(), "批次记录完整，不同意退款。", keeper);
            }
        }

        void onItsWayBack() {
            Claim claim = open(ClaimKind.WRONG, null, "发成了别的规格，没有拆封。");
            if (claim != null) {
                desk.grant(merchant, claim.number(), true, keeper);
                claims.sendBack(claim.memberId(), claim.number(), Courier.SF, "SF1029384756012");
            }
        }

        void refunded() {
            Claim claim = open(ClaimKind.SPOILED, Spoiled.UP_TO_A_TENTH, "有两个磕坏了。");
            if (claim != null) {
                desk.grant(merchant, claim.number(), false, keeper);
            }
        }

        private @Nullable Claim refused(String words, String answer) {
            Claim claim = open(ClaimKind.WRONG, null, words);
            if (claim != null) {
                desk.refuse(merchant, claim.number(), answer, keeper);
            }
            return claim;
        }

        private void appeal(Claim claim, String words) {
            claims.appeal(claim.memberId(), claim.number(), words);
        }

        private static long half(Claim claim) {
            return Math.ceilDiv(claim.askedFen(), 2);
        }

        /** Null when no order is left. */
        private @Nullable Claim open(ClaimKind kind, @Nullable Spoiled spoiled, String words) {
            Order order = left.poll();
            if (order == null) {
                return null;
            }
            NewClaim wanted = new NewClaim(1, kind, order.lines().getFirst().quantity(), spoiled, null, words);
            byte[] photo = Snapshot.jpeg(order.id().getLeastSignificantBits(), SPOILED_SEEN);
            return claims.open(order.memberId(), order.number(), wanted, List.of(photo))
                    .filter(Opening.Opened.class::isInstance)
                    .map(opening -> ((Opening.Opened) opening).claim())
                    .orElse(null);
        }
    }
}
