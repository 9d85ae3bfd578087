package terrace.web.demo.aftersale;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import terrace.marketplace.clock.Clock;
import terrace.orders.invoices.Invoice;
import terrace.orders.invoices.Invoices;
import terrace.orders.invoices.Invoicing;
import terrace.orders.invoices.NewInvoice;
import terrace.orders.purchases.Order;
import terrace.orders.returns.Goodwill;
import terrace.web.demo.plan.Seed;

/** Invoices of some orders: the first is issued and something of it refunded since, the others wait. */
@Singleton
class Billing {
    private static final int ASKED = 3;
    private static final int DIGITS = 1_000_000_000;
    private static final long GOODWILL_FEN = 200;

    private final Invoices invoices;
    private final Goodwill goodwill;
    private final Clock clock;

    Billing(Invoices invoices, Goodwill goodwill, Clock clock) {
        this.invoices = invoices;
        this.goodwill = goodwill;
        this.clock = clock;
    }

    void bill(UUID merchantId, List<Order> accepted, UUID keeper) {
        if (!invoices.ofMerchant(merchantId, 1).isEmpty()) {
            return;
        }
        for (int at = 0; at < Math.min(ASKED, accepted.size()); at++) {
            Order order = accepted.get(at);
            NewInvoice wanted = at == 1
                    ? new NewInvoice(Invoice.Kind.SPECIAL, true, "梯田示范食堂有限公司", "91110101MA00000001")
                    : new NewInvoice(Invoice.Kind.GENERAL, false, "个人", "");
            boolean first = at == 0;
            invoices.ask(order.memberId(), order.number(), wanted)
                    .filter(Invoicing.Done.class::isInstance)
                    .filter(done -> first)
                    .ifPresent(done -> invoices.issue(
                            merchantId,
                            ((Invoicing.Done) done).invoice().id(),
                            "25" + "%018d".formatted(Seed.below(DIGITS, order.number())),
                            clock.today(),
                            keeper));
            if (first) {
                goodwill.give(
                        merchantId,
                        order.number(),
                        UUID.nameUUIDFromBytes(("goodwill-" + order.number()).getBytes(StandardCharsets.UTF_8)),
                        1,
                        GOODWILL_FEN,
                        "外包装压坏了一点，补您两元。",
                        keeper);
            }
        }
    }
}
