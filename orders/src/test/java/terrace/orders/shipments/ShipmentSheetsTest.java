package terrace.orders.shipments;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import terrace.marketplace.audit.Audit;
import terrace.marketplace.audit.AuditEntry;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.spreadsheets.Grid;
import terrace.marketplace.spreadsheets.GridCell;
import terrace.marketplace.spreadsheets.Spreadsheets;
import terrace.marketplace.spreadsheets.Why;
import terrace.orders.bazaar.Bazaar;
import terrace.orders.bazaar.Bazaar.Goods;
import terrace.orders.bazaar.Bazaar.Member;
import terrace.orders.bazaar.Shopping;
import terrace.orders.purchases.Order;
import terrace.orders.purchases.OrderState;
import terrace.orders.purchases.Purchases;
import terrace.orders.shipments.ShipmentFault.Reason;

@MicronautTest(transactional = false)
class ShipmentSheetsTest {
    private static final UUID CLERK = Ids.next();

    @Inject
    ShipmentSheets sheets;

    @Inject
    Labels labels;

    @Inject
    Spreadsheets spreadsheets;

    @Inject
    Purchases purchases;

    @Inject
    Audit audit;

    @Inject
    Bazaar bazaar;

    @Inject
    Shopping shopping;

    @Inject
    Clock clock;

    private UUID merchant = Ids.next();
    private Member member = new Member(merchant, merchant);
    private Goods rice = new Goods(merchant, merchant, merchant, 0, 0);

    @BeforeEach
    void open() {
        merchant = bazaar.merchant();
        member = bazaar.member();
        rice = bazaar.goods(merchant, bazaar.tariff(merchant, 800, 200), 1_250, 500, 300);
    }

    @AfterEach
    void backToRealTime() {
        clock.shift(Duration.ZERO);
    }

    @Test
    void good_rows_are_sent_once_however_often_the_sheet_is_handed_in() {
        Order first = shopping.order(member, rice);
        Order second = shopping.order(member, rice);
        byte[] file = csv(first.number() + ",顺丰,SF1234567890123\n" + second.number() + ",中通快递,123456789012\n");
        ShipmentSheet sheet = checked(file);
        assertThat(sheet.open()).isEqualTo(2);
        assertThat(state(first)).isEqualTo(OrderState.TO_SHIP);
        assertThat(sheets.ship(merchant, sheet.id()))
                .get()
                .extracting(ShipmentSheet::shipped)
                .isEqualTo(2);
        assertThat(sheets.ship(merchant, sheet.id()))
                .get()
                .extracting(ShipmentSheet::shipped)
                .isEqualTo(2);
        assertThat(state(first)).isEqualTo(OrderState.SHIPPED);

        ShipmentSheet again = checked(file);
        assertThat(again.same()).isEqualTo(2);
        assertThat(again.open()).isZero();
        assertThat(shipments()).isEqualTo(2);
    }

    @Test
    void a_sheet_started_by_many_hands_at_once_is_sent_once() {
        StringBuilder rows = new StringBuilder();
        for (int at = 0; at < 10; at++) {
            rows.append(shopping.order(member, rice).number())
                    .append(",SF,SF12345678901")
                    .append(10 + at)
                    .append('\n');
        }
        ShipmentSheet sheet = checked(csv(rows.toString()));
        List<Callable<Object>> race = new ArrayList<>();
        for (int hand = 0; hand < 4; hand++) {
            race.add(() -> sheets.ship(merchant, sheet.id()));
        }
        Bazaar.atOnce(race);
        assertThat(sheets.ofMerchant(merchant, sheet.id())).get().satisfies(done -> {
            assertThat(done.shipped()).isEqualTo(10);
            assertThat(done.open()).isZero();
        });
        assertThat(shipments()).isEqualTo(10);
    }

    @Test
    void every_bad_cell_is_said_and_somebody_elses_order_is_not_there() {
        Order own = shopping.order(member, rice);
        UUID other = bazaar.merchant();
        Order foreign = shopping.order(member, bazaar.goods(other, bazaar.tariff(other, 800, 200), 1_250, 500, 10));
        ShipmentSheet sheet = checked(csv(String.join(
                "\n",
                own.number() + ",顺丰速运,12",
                own.number() + ",飞鸽,SF1234567890123",
                foreign.number() + ",顺丰速运,SF1234567890123",
                "2611200000000000,顺丰速运,SF1234567890123",
                "1.23E+15,顺丰速运,1.23E+14",
                own.number() + ",,SF1234567890123",
                own.number() + ",顺丰速运,",
                own.number() + ",,",
                ",顺丰速运,SF1234567890123",
                "=1+1,=2+2,=3+3")));
        List<ShipmentRow> bad = sheets.badRows(merchant, sheet.id());
        assertThat(bad.stream()
                        .map(row ->
                                row.faults().stream().map(ShipmentFault::stored).toList()))
                .containsExactly(
                        List.of("TRACKING MALFORMED"),
                        List.of("COURIER COURIER_UNKNOWN", "ORDER TWICE"),
                        List.of("ORDER NO_SUCH_ORDER"),
                        List.of("ORDER NO_SUCH_ORDER"),
                        List.of("ORDER MANGLED", "TRACKING MANGLED"),
                        List.of("COURIER MISSING", "ORDER TWICE"),
                        List.of("TRACKING MISSING", "ORDER TWICE"),
                        List.of("ORDER MISSING"),
                        List.of("COURIER COURIER_UNKNOWN", "ORDER NO_SUCH_ORDER"));
        assertThat(sheets.badRows(other, sheet.id())).isEmpty();
        assertThat(sheets.ofMerchant(other, sheet.id())).isEmpty();
        assertThat(sheets.ship(other, sheet.id())).isEmpty();
        assertThat(state(own)).isEqualTo(OrderState.TO_SHIP);
    }

    @Test
    void a_workbook_with_numbers_for_codes_and_formulas_is_read_for_what_it_is() {
        Order order = shopping.order(member, rice);
        ShipmentSheet sheet = checked(workbook(page -> {
            page.value(0, 0, "订单号");
            page.value(0, 1, "快递公司");
            page.value(0, 2, "运单号");
            page.value(1, 0, 2_611_200_000_000_001L);
            page.value(1, 1, "中通快递");
            page.formula(1, 2, "1+1");
            page.value(2, 0, order.number());
            page.value(2, 1, "中通快递");
            page.value(2, 2, 123_456_789_012L);
        }));
        assertThat(sheets.badRows(merchant, sheet.id()))
                .singleElement()
                .satisfies(row -> assertThat(row.faults())
                        .extracting(ShipmentFault::reason)
                        .containsExactlyInAnyOrder(Reason.MANGLED, Reason.FORMULA));
        sheets.ship(merchant, sheet.id());
        assertThat(state(order)).isEqualTo(OrderState.SHIPPED);
    }

    @Test
    void an_order_sent_meanwhile_otherwise_comes_back_with_its_reason() {
        Order order = shopping.order(member, rice);
        ShipmentSheet slow = checked(csv(order.number() + ",SF,SF1234567890123\n"));
        ShipmentSheet quick = checked(csv(order.number() + ",EMS,EA123456789CN\n"));
        sheets.ship(merchant, quick.id());
        assertThat(sheets.ship(merchant, slow.id()))
                .get()
                .extracting(ShipmentSheet::bad)
                .isEqualTo(1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(sheets.badRows(merchant, slow.id()).getFirst().faults())
                .containsExactly(new ShipmentFault(ShipmentColumn.TRACKING, Reason.SHIPPED_OTHERWISE));
        try {
            sheets.writeBad(merchant, slow.id(), fault -> fault.reason().name(), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(text(out.toByteArray())).contains(order.number(), "SHIPPED_OTHERWISE");
    }

    @Test
    void a_file_in_gbk_is_read_and_what_is_no_sheet_is_refused() {
        Order order = shopping.order(member, rice);
        byte[] gbk = ("订单号,快递公司,运单号\n" + order.number() + ",圆通,YT1234567890123").getBytes(Charset.forName("GBK"));
        assertThat(checked(gbk).open()).isEqualTo(1);
        assertThat(why("订单号,收件人\n1,2\n")).isEqualTo(Why.HEADINGS_MISSING);
        assertThat(why("订单号,快递公司,运单号\n" + order.number() + ",,\n")).isEqualTo(Why.NO_ROWS);
        assertThat(why("订单号,快递公司,运单号\n" + "1,SF,2\n".repeat(ShipmentSheets.ROWS_MAX + 1)))
                .isEqualTo(Why.TOO_MANY_ROWS);
    }

    @Test
    void recipients_are_read_only_by_who_asked_and_not_for_long_and_it_is_on_record() throws IOException {
        Order order = shopping.order(member, rice);
        LabelExport leave = labels.ask(merchant, CLERK);
        List<Order> read = labels.read(merchant, CLERK, leave.id()).orElseThrow();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        labels.write(read, out);
        assertThat(text(out.toByteArray())).contains(order.number(), Bazaar.RECIPIENT, Bazaar.PHONE, Bazaar.STREET);
        assertThat(labels.read(merchant, Ids.next(), leave.id())).isEmpty();
        assertThat(labels.read(bazaar.merchant(), CLERK, leave.id())).isEmpty();
        assertThat(audit.ofSubject("merchant:" + merchant, 10))
                .extracting(AuditEntry::act)
                .containsSubsequence("labels.read", "labels.asked");
        clock.shift(Labels.LEAVE.plusSeconds(1));
        assertThat(labels.read(merchant, CLERK, leave.id())).isEmpty();
    }

    @Test
    void what_was_downloaded_can_be_handed_in_as_it_is() throws IOException {
        shopping.order(member, rice);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        labels.write(
                labels.read(merchant, CLERK, labels.ask(merchant, CLERK).id()).orElseThrow(), out);
        assertThat(sheets.receive(merchant, CLERK, out.toByteArray())).isEqualTo(new Receiving.Refused(Why.NO_ROWS));
    }

    private ShipmentSheet checked(byte[] file) {
        Receiving.Checked receiving = (Receiving.Checked) sheets.receive(merchant, CLERK, file);
        return sheets.ofMerchant(merchant, receiving.sheetId()).orElseThrow();
    }

    private Why why(String file) {
        return ((Receiving.Refused) sheets.receive(merchant, CLERK, file.getBytes(StandardCharsets.UTF_8))).why();
    }

    private OrderState state(Order order) {
        return purchases
                .orderOfMember(member.id(), order.number())
                .orElseThrow()
                .state();
    }

    private long shipments() {
        return bazaar.number(
                "select count(*) from marketplace.event where name = 'order.shipped' and payload ->> 'merchantId' = ?",
                merchant.toString());
    }

    private String text(byte[] file) {
        StringBuilder all = new StringBuilder();
        ((Grid.Rows) spreadsheets.read(file, 100))
                .rows().stream()
                        .flatMap(row -> row.cells().stream())
                        .map(GridCell::text)
                        .forEach(text -> all.append(text).append('\n'));
        return all.toString();
    }

    private static byte[] csv(String rows) {
        return ("\uFEFF订单号,快递公司,运单号\n" + rows).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] workbook(Consumer<Worksheet> filling) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "Test", "1.0")) {
            filling.accept(workbook.newWorksheet("发货"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
