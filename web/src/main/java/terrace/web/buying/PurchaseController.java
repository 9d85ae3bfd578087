package terrace.web.buying;

import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.orders.payment.PaymentStart;
import terrace.orders.payment.PaymentView;
import terrace.orders.payment.Payments;
import terrace.orders.purchases.Order;
import terrace.orders.purchases.Purchase;
import terrace.orders.purchases.PurchaseState;
import terrace.orders.purchases.Purchases;
import terrace.web.impact.HelpedSight;
import terrace.web.impact.HelpedSights;
import terrace.web.pages.Pages;
import terrace.web.purchasing.ApprovalSight;
import terrace.web.purchasing.ApprovalSights;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** What was bought at once: the way to the bank, the truth about the money, the orders it became. */
@Controller("/purchases/{id}")
@Secured(Access.MEMBER)
class PurchaseController {
    private final Purchases purchases;
    private final Payments payments;
    private final WaysToPay ways;
    private final HelpedSights helped;
    private final TillProject till;
    private final Sights sights;
    private final ApprovalSights approvals;
    private final Pages pages;
    private final String publicUrl;

    PurchaseController(
            Purchases purchases,
            Payments payments,
            WaysToPay ways,
            HelpedSights helped,
            TillProject till,
            Sights sights,
            ApprovalSights approvals,
            Pages pages,
            @Value("${terrace.public-url}") String publicUrl) {
        this.purchases = purchases;
        this.payments = payments;
        this.ways = ways;
        this.helped = helped;
        this.till = till;
        this.sights = sights;
        this.approvals = approvals;
        this.pages = pages;
        this.publicUrl = publicUrl;
    }

    /**
     * @param back present when the bank sends somebody back: then it is asked before anything is said
     * @param silent present when the bank's page could not be opened
     */
    @Get
    HttpResponse<?> show(
            Visitor visitor, UUID id, @Nullable @QueryValue String back, @Nullable @QueryValue String silent) {
        return purchases
                .ofMember(visitor.memberId(), id)
                .<HttpResponse<?>>map(purchase ->
                        pages.show(visitor, "buying/purchase", sight(visitor, purchase, back != null, silent != null)))
                .orElseGet(HttpResponse::notFound);
    }

    /**
     * Leads on to the bank's page. Safe to repeat: there is one payment at the bank, however often it is opened.
     *
     * @param by the channel the member chose
     */
    @Get("/payment")
    HttpResponse<?> pay(Visitor visitor, UUID id, @Nullable @QueryValue String by) {
        if (purchases.ofMember(visitor.memberId(), id).isEmpty()) {
            return HttpResponse.notFound();
        }
        URI returnTo = URI.create(publicUrl + visitor.link("/purchases/" + id + "?back=1"));
        return switch (payments.start(Purchases.PAYABLE_KIND, id, returnTo, by == null ? "" : by)) {
            case PaymentStart.Started started -> HttpResponse.seeOther(started.bankPage());
            case PaymentStart.AlreadyPaid paid -> Pages.seeOther(visitor, "/purchases/" + id);
            case PaymentStart.NotOpen closed -> Pages.seeOther(visitor, "/purchases/" + id);
            case PaymentStart.BankSilent silent -> Pages.seeOther(visitor, "/purchases/" + id + "?silent=1");
        };
    }

    @Post("/cancellation")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> cancel(Visitor visitor, UUID id, @Body Map<String, String> typed) {
        return purchases.cancel(visitor.memberId(), id).isPresent()
                ? Pages.seeOther(visitor, "/purchases/" + id)
                : HttpResponse.notFound();
    }

    /** The part of the page that waits for the bank, for htmx to swap. */
    @Get("/progress")
    HttpResponse<?> progress(Visitor visitor, UUID id) {
        return purchases
                .ofMember(visitor.memberId(), id)
                .<HttpResponse<?>>map(purchase -> pages.show(
                        visitor, HttpStatus.OK, "buying/purchase :: progress", sight(visitor, purchase, true, false)))
                .orElseGet(HttpResponse::notFound);
    }

    private PurchasePage sight(Visitor visitor, Purchase purchase, boolean ask, boolean silent) {
        Optional<PaymentView> payment = payments.ofPayable(Purchases.PAYABLE_KIND, purchase.id());
        boolean unsure = payment.filter(
                        view -> view instanceof PaymentView.Open || view instanceof PaymentView.BeingConfirmed)
                .isPresent();
        // two people of an organisation come and go while they pay: what stands at the bank is asked each time
        boolean asked = unsure && (ask || payments.byFirm(payment.get().paymentId()));
        if (asked) {
            payment = Optional.of(payments.resolve(payment.get().paymentId()));
        }
        Purchase now =
                asked ? purchases.ofMember(visitor.memberId(), purchase.id()).orElse(purchase) : purchase;
        boolean waiting = (ask || asked)
                && now.state() == PurchaseState.AWAITING_PAYMENT
                && payment.filter(view -> view instanceof PaymentView.BeingConfirmed)
                        .isPresent();
        return new PurchasePage(
                now.id(),
                now.state().name(),
                stand(now, payment.orElse(null)),
                silent,
                now.dueFen(),
                now.goodsFen(),
                now.freightFen(),
                sights.time(now.placedAt()),
                sights.time(now.payBy()),
                sights.place(now.deliverTo()),
                sights.orders(visitor, now.orders()),
                helped.of(now.orders().stream().map(Order::number).toList()),
                till.given(visitor.language(), now.id()),
                waiting,
                ways.of(visitor.memberId()),
                approvals.of(visitor, now.id()));
    }

    /** The heading: what is true of the money. */
    private String stand(Purchase purchase, @Nullable PaymentView payment) {
        return switch (purchase.state()) {
            case PAID -> "paid";
            case CANCELLED -> payment instanceof PaymentView.Returned ? "returned" : "cancelled";
            case EXPIRED -> payment instanceof PaymentView.Returned ? "returned" : "expired";
            case AWAITING_PAYMENT ->
                switch (payment) {
                    case PaymentView.BeingConfirmed confirmed ->
                        payments.byFirm(confirmed.paymentId()) ? "approving" : "confirming";
                    case PaymentView.Failed failed -> "failed";
                    case PaymentView.Returned returned -> "returned";
                    case PaymentView.Taken taken -> "confirming";
                    case PaymentView.Open open -> "open";
                    case null -> "open";
                };
        };
    }

    record PurchasePage(
            UUID id,
            String state,
            String stand,
            boolean silent,
            long totalFen,
            long goodsFen,
            long freightFen,
            String placedAt,
            String payBy,
            String deliverTo,
            List<OrderSight> orders,
            @Nullable HelpedSight helped,
            @Nullable String project,
            boolean waiting,
            List<String> channels,
            ApprovalSight approval) {}
}
