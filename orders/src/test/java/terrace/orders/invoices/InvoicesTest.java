package terrace.orders.invoices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.ids.Ids;
import terrace.orders.bazaar.Bazaar;
import terrace.orders.bazaar.Bazaar.Goods;
import terrace.orders.bazaar.Bazaar.Member;
import terrace.orders.bazaar.PaidSales;
import terrace.orders.bazaar.PaidSales.Line;
import terrace.orders.invoices.Invoicing.Fault;
import terrace.orders.ledger.Bearer;
import terrace.orders.purchases.LineShare;
import terrace.orders.purchases.Order;
import terrace.orders.returns.Goodwill;

@MicronautTest(transactional = false)
class InvoicesTest {
    private static final NewInvoice PERSON = new NewInvoice(Invoice.Kind.GENERAL, false, " 张三 ", "ignored");
    private static final NewInvoice COMPANY = new NewInvoice(Invoice.Kind.SPECIAL, true, "示范食堂", "91110101ma00000001");

    @Inject
    Invoices invoices;

    @Inject
    RedInvoices reds;

    @Inject
    Goodwill goodwill;

    @Inject
    Bazaar bazaar;

    @Inject
    PaidSales sales;

    @Inject
    Clock clock;

    private UUID merchant = Ids.next();
    private Member member = new Member(merchant, merchant);
    private Goods rice = new Goods(merchant, merchant, merchant, 0, 0);

    @BeforeEach
    void open() {
        merchant = bazaar.merchant();
        member = bazaar.member();
        rice = bazaar.goods(merchant, bazaar.tariff(merchant, 800, 200), 10_000, 500, 100);
        sales.fund(Ids.next());
    }

    private Order received() {
        Order order = sales.paid(
                member, 800, 0, new Line(rice, 1, List.of(new LineShare(Bearer.PLATFORM, null, Ids.next(), 1_000))));
        sales.accept(order);
        return order;
    }

    private Optional<Invoicing> ask(Order order, NewInvoice wanted) {
        return invoices.ask(member.id(), order.number(), wanted);
    }

    private static String number() {
        return "%020d".formatted(ThreadLocalRandom.current().nextLong(Long.MAX_VALUE));
    }

    @Test
    void what_was_paid_in_money_is_invoiced_and_no_more() {
        Order order = received();
        goodwill.give(merchant, order.number(), Ids.next(), 1, 1_000, "late", member.id());
        Invoice invoice = ((Invoicing.Done) ask(order, PERSON).orElseThrow()).invoice();
        assertThat(invoice.title()).isEqualTo("张三");
        assertThat(invoice.taxNumber()).isEmpty();
        // 100.00 less the coupon's 10.00, of which a tenth was refunded; carriage of 8.00 bears nine percent
        assertThat(invoice.lines()).extracting(InvoiceLine::fen).containsExactly(800L, 8_100L);
        assertThat(invoice.lines()).extracting(InvoiceLine::taxFen).containsExactly(66L, 0L);
    }

    @Test
    void it_is_asked_for_once_and_for_what_was_accepted() {
        Order paid = sales.paid(member, rice, 1);
        assertThat(ask(paid, PERSON)).contains(new Invoicing.Refused(Fault.NOT_ACCEPTED));
        sales.accept(paid);
        assertThat(ask(paid, new NewInvoice(Invoice.Kind.SPECIAL, false, "张三", "")))
                .contains(new Invoicing.Refused(Fault.SPECIAL_FOR_COMPANIES));
        assertThat(ask(paid, new NewInvoice(Invoice.Kind.GENERAL, true, "示范食堂", "12")))
                .contains(new Invoicing.Refused(Fault.TAX_NUMBER));
        List<Optional<Invoicing>> all = Bazaar.atOnce(Collections.nCopies(6, () -> ask(paid, COMPANY)));
        assertThat(all.stream()
                        .map(each ->
                                ((Invoicing.Done) each.orElseThrow()).invoice().id())
                        .distinct())
                .hasSize(1);
        assertThat(invoices.ask(bazaar.member().id(), paid.number(), PERSON)).isEmpty();
        assertThat(invoices.ofMember(bazaar.member().id(), paid.id())).isEmpty();
    }

    @Test
    void issued_once_it_says_what_it_said() {
        Order order = received();
        Invoice invoice = ((Invoicing.Done) ask(order, COMPANY).orElseThrow()).invoice();
        String number = number();
        UUID actor = Ids.next();
        assertThat(invoices.issue(bazaar.merchant(), invoice.id(), number, clock.today(), actor))
                .isEmpty();
        assertThat(invoices.issue(merchant, invoice.id(), "123", clock.today(), actor))
                .contains(new Invoicing.Refused(Fault.NUMBER));
        assertThat(invoices.issue(merchant, invoice.id(), number, clock.today().plusDays(1), actor))
                .contains(new Invoicing.Refused(Fault.DAY));
        Bazaar.atOnce(
                Collections.nCopies(4, () -> invoices.issue(merchant, invoice.id(), number, clock.today(), actor)));
        goodwill.give(merchant, order.number(), Ids.next(), 1, 9_000, "late", member.id());
        Invoice issued = invoices.byId(merchant, invoice.id()).orElseThrow();
        assertThat(issued.number()).isEqualTo(number);
        assertThat(issued.fen()).isEqualTo(9_800);
        assertThat(invoices.issue(merchant, invoice.id(), number(), clock.today(), actor))
                .contains(new Invoicing.Refused(Fault.ISSUED_BEFORE));
        assertThatThrownBy(() ->
                        bazaar.change("update orders.invoice set issued_on = issued_on - 1 where id = ?", invoice.id()))
                .isInstanceOf(RuntimeException.class);
        Invoice other = ((Invoicing.Done) ask(received(), PERSON).orElseThrow()).invoice();
        assertThat(invoices.issue(merchant, other.id(), number, clock.today(), actor))
                .contains(new Invoicing.Refused(Fault.NUMBER_TAKEN));
    }

    @Test
    void what_is_refunded_after_it_was_invoiced_is_taken_back_in_red_once_and_to_the_fen() {
        Order order = received();
        Invoice asked = ((Invoicing.Done) ask(order, COMPANY).orElseThrow()).invoice();
        UUID actor = Ids.next();
        assertThat(reds.issue(merchant, asked.id(), number(), clock.today(), actor))
                .as("not issued yet")
                .contains(new Invoicing.Refused(Fault.NOTHING_TO_TAKE_BACK));
        String number = number();
        invoices.issue(merchant, asked.id(), number, clock.today(), actor);
        Invoice invoice = invoices.byId(merchant, asked.id()).orElseThrow();
        assertThat(reds.due(invoice)).isEmpty();
        goodwill.give(merchant, order.number(), Ids.next(), 1, 1_000, "spoiled", member.id());
        // a tenth of goods for 100.00 of which the buyer paid 90.00
        assertThat(reds.due(invoice)).extracting(InvoiceLine::fen).containsExactly(900L);
        assertThat(reds.dueOfMerchant(merchant, 9))
                .extracting(due -> due.invoice().id())
                .containsExactly(asked.id());
        assertThat(reds.issue(bazaar.merchant(), asked.id(), number(), clock.today(), actor))
                .as("somebody else's")
                .isEmpty();
        assertThat(reds.issue(merchant, asked.id(), number, clock.today(), actor))
                .contains(new Invoicing.Refused(Fault.NUMBER_TAKEN));
        String red = number();
        Bazaar.atOnce(Collections.nCopies(6, () -> reds.issue(merchant, asked.id(), red, clock.today(), actor)));
        assertThat(reds.of(asked.id()))
                .singleElement()
                .returns(red, RedInvoice::number)
                .returns(900L, RedInvoice::fen);
        assertThat(reds.due(invoice)).isEmpty();
        goodwill.give(merchant, order.number(), Ids.next(), 1, 9_000, "all of it", member.id());
        assertThat(reds.issue(merchant, asked.id(), number(), clock.today(), actor))
                .get()
                .isInstanceOf(Invoicing.Done.class);
        assertThat(reds.of(asked.id())).extracting(RedInvoice::fen).containsExactly(900L, 8_100L);
        assertThatThrownBy(() -> bazaar.change(
                        "insert into orders.red_invoice_line (red_id, position, fen, tax_fen) values (?, 0, 801, 0)",
                        reds.of(asked.id()).getFirst().id()))
                .hasStackTraceContaining("red_invoice_within");
    }
}
