package terrace.orders.returns;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import terrace.marketplace.inbox.Inbox;
import terrace.marketplace.inbox.News;
import terrace.marketplace.inbox.NewsKind;
import terrace.marketplace.money.Money;
import terrace.marketplace.shopletters.ShopLetters;
import terrace.orders.purchases.OpenOrder;
import terrace.orders.purchases.OrderState;
import terrace.orders.reversals.Reversal;

/** Tells buyer and shop what happened after the sale, in the transaction in which it did. */
@Singleton
class AfterSaleLetters {
    private final Inbox inbox;
    private final ShopLetters shops;

    AfterSaleLetters(Inbox inbox, ShopLetters shops) {
        this.inbox = inbox;
        this.shops = shops;
    }

    /** As the order stood before. */
    private static String subject(OpenOrder order) {
        return order.state() == OrderState.PARTLY_SHIPPED ? "order.rest-called-off" : "order.called-off";
    }

    void calledOffByMember(OpenOrder order) {
        shops.tell(
                order.merchantId(),
                NewsKind.SHOP,
                subject(order) + ".shop",
                "/merchant/orders/" + order.number(),
                order.number());
    }

    void calledOffByMerchant(OpenOrder order, String reason) {
        inbox.tell(
                order.memberId(),
                new News(
                        NewsKind.MONEY,
                        "called-off:" + order.id(),
                        subject(order),
                        List.of(order.number(), reason),
                        "/orders/" + order.number(),
                        false));
    }

    void refundedByMerchant(OpenOrder order, Reversal reversal, String reason) {
        inbox.tell(
                order.memberId(),
                new News(
                        NewsKind.MONEY,
                        "reversal:" + reversal.id(),
                        "order.refunded",
                        List.of(order.number(), yuan(reversal.cashFen()), reason),
                        "/orders/" + order.number(),
                        false));
    }

    /** Something about a claim that the member is to know. */
    void toMember(Claim claim, String what, String... more) {
        List<String> words = new ArrayList<>(List.of(claim.number()));
        words.addAll(List.of(more));
        inbox.tell(
                claim.memberId(),
                new News(
                        NewsKind.MONEY,
                        "claim:" + claim.id() + ":" + claim.events(),
                        "claim." + what,
                        words,
                        "/account/claims/" + claim.number(),
                        false));
    }

    void toShop(Claim claim, String what, String... more) {
        List<String> words = new ArrayList<>(List.of(claim.number()));
        words.addAll(List.of(more));
        shops.tell(
                claim.merchantId(),
                NewsKind.SHOP,
                "claim." + what,
                "/merchant/claims/" + claim.number(),
                words.toArray(String[]::new));
    }

    static String yuan(long fen) {
        return Money.grouped(fen);
    }
}
