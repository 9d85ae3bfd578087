package terrace.web.claims;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.money.Money;
import terrace.marketplace.staff.StaffRight;
import terrace.orders.purchases.Order;
import terrace.orders.purchases.OrderState;
import terrace.orders.purchases.Purchases;
import terrace.orders.returns.CalledOff;
import terrace.orders.returns.CallingOff;
import terrace.orders.returns.Goodwill;
import terrace.orders.reversals.ReversalWish;
import terrace.orders.reversals.Reversals;
import terrace.orders.reversals.Reversing;
import terrace.web.buying.RefundSight;
import terrace.web.buying.RefundSights;
import terrace.web.merchant.ForStaff;
import terrace.web.merchant.MerchantDesk;
import terrace.web.pages.Form;
import terrace.web.pages.Pages;
import terrace.web.pages.Words;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/**
 * What a merchant refunds without being asked: an order that cannot be sent, by who would send it, or a part of one
 * that was, by who has the right to the shop's money.
 */
@Controller("/merchant/orders/{number}")
@Secured(Access.MERCHANT)
class MerchantRefundController {
    private final MerchantDesk desk;
    private final Purchases purchases;
    private final CallingOff callingOff;
    private final Goodwill goodwill;
    private final Reversals reversals;
    private final RefundSights refunds;
    private final Words words;
    private final Pages pages;

    MerchantRefundController(
            MerchantDesk desk,
            Purchases purchases,
            CallingOff callingOff,
            Goodwill goodwill,
            Reversals reversals,
            RefundSights refunds,
            Words words,
            Pages pages) {
        this.desk = desk;
        this.purchases = purchases;
        this.callingOff = callingOff;
        this.goodwill = goodwill;
        this.reversals = reversals;
        this.refunds = refunds;
        this.words = words;
        this.pages = pages;
    }

    @Get("/refund")
    @ForStaff({StaffRight.SHIPPING, StaffRight.MONEY})
    HttpResponse<?> show(Visitor visitor, String number) {
        return page(visitor, HttpStatus.OK, number, Form.EMPTY);
    }

    @Post("/cancellation")
    @ForStaff(StaffRight.SHIPPING)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> callOff(Visitor visitor, String number, @Body Map<String, String> typed) {
        Form form = Form.of(typed);
        Optional<CalledOff> outcome = desk.of(visitor)
                .flatMap(merchant -> callingOff.byMerchant(
                        merchant.id(), number, visitor.memberId(), form.value("call-off-reason")));
        if (outcome.isEmpty()) {
            return HttpResponse.notFound();
        }
        return switch (outcome.get()) {
            case CalledOff.Done done -> Pages.seeOther(visitor, "/merchant/orders/" + number);
            case CalledOff.NotNow not -> refused(visitor, number, form.with("refund", "buying.call-off.not-now"));
            case CalledOff.ReasonMissing none ->
                refused(visitor, number, form.with("call-off-reason", "buying.refund.reason-missing"));
        };
    }

    /** The key was minted when the form was shown: sent twice it is one refund. */
    @Post("/refund")
    @ForStaff(StaffRight.MONEY)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> give(Visitor visitor, String number, @Body Map<String, String> typed) {
        Form form = checked(Form.of(typed));
        UUID key = Ids.read(form.value("key")).orElse(null);
        Optional<Merchant> merchant = desk.of(visitor);
        if (merchant.isEmpty() || key == null) {
            return HttpResponse.notFound();
        }
        if (!form.errors().isEmpty()) {
            return refused(visitor, number, form);
        }
        Optional<Reversing> outcome = goodwill.give(
                merchant.get().id(),
                number,
                key,
                Answers.number(form.value("line")),
                Answers.fen(form.value("sum")),
                form.value("reason"),
                visitor.memberId());
        if (outcome.isEmpty()) {
            return HttpResponse.notFound();
        }
        return switch (outcome.get()) {
            case Reversing.Reversed done -> Pages.seeOther(visitor, "/merchant/orders/" + number);
            case Reversing.TooMuch more -> refused(visitor, number, form.with("sum", "buying.refund.too-much"));
            case Reversing.NotPaid not -> refused(visitor, number, form.with("refund", "buying.refund.not-paid"));
        };
    }

    private static Form checked(Form form) {
        Form told = form;
        if (Answers.fen(form.value("sum")) <= 0) {
            told = told.with("sum", "claims.fault.SUM");
        }
        String reason = form.value("reason").strip();
        return reason.isEmpty() || reason.length() > ReversalWish.REASON_CHARS_MAX
                ? told.with("reason", "buying.refund.reason-missing")
                : told;
    }

    private HttpResponse<?> refused(Visitor visitor, String number, Form form) {
        return page(visitor, HttpStatus.UNPROCESSABLE_ENTITY, number, form);
    }

    private HttpResponse<?> page(Visitor visitor, HttpStatus status, String number, Form form) {
        return desk.of(visitor)
                .flatMap(merchant -> purchases.orderOfMerchant(merchant.id(), number))
                .filter(order -> order.paidAt() != null)
                .<HttpResponse<?>>map(order -> pages.show(
                        visitor,
                        status,
                        "claims/refund",
                        new RefundPage(
                                number,
                                order.state().toSend(),
                                order.state() == OrderState.PARTLY_SHIPPED,
                                lines(visitor, order),
                                refunds.of(order.id()),
                                form.value("key").isEmpty() ? Ids.next().toString() : form.value("key"),
                                form)))
                .orElseGet(HttpResponse::notFound);
    }

    /** Those of which something is left to give back. */
    private List<ClaimForms.Choice> lines(Visitor visitor, Order order) {
        if (order.state() == OrderState.CANCELLED) {
            return List.of();
        }
        SortedMap<Integer, Long> left = reversals.left(order.id());
        List<ClaimForms.Choice> lines = new ArrayList<>();
        order.lines()
                .forEach(line -> add(
                        lines,
                        line.position(),
                        line.title() + " " + line.skuName(),
                        left.getOrDefault(line.position(), 0L)));
        add(
                lines,
                ReversalWish.FREIGHT,
                words.say(visitor.language(), "buying.freight"),
                left.getOrDefault(ReversalWish.FREIGHT, 0L));
        return lines;
    }

    private static void add(List<ClaimForms.Choice> lines, int position, String name, long leftFen) {
        if (leftFen > 0) {
            lines.add(new ClaimForms.Choice(Integer.toString(position), name + " (≤ ¥" + Money.grouped(leftFen) + ")"));
        }
    }

    /** @param onlyRest whether some of it was sent */
    record RefundPage(
            String number,
            boolean toCallOff,
            boolean onlyRest,
            List<ClaimForms.Choice> lines,
            List<RefundSight> refunds,
            String key,
            Form form) {}
}
