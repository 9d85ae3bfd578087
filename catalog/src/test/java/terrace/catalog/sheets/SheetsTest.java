package terrace.catalog.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import terrace.catalog.freight.FreightZone;
import terrace.catalog.listings.Listing;
import terrace.catalog.listings.Listings;
import terrace.catalog.listings.OffShelfReason;
import terrace.catalog.listings.SampleGoods;
import terrace.catalog.listings.Sku;
import terrace.catalog.listings.Status;
import terrace.catalog.sheets.SheetFault.Reason;
import terrace.catalog.stock.Stock;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.jobs.Jobs;
import terrace.marketplace.spreadsheets.Why;

/** The longest of the module, so it begins first. */
@MicronautTest(transactional = false)
@Order(1)
class SheetsTest {
    private static final int TRIES_MAX = 200;

    @Inject
    Sheets sheets;

    @Inject
    SheetCodes codes;

    @Inject
    Listings listings;

    @Inject
    Stock stock;

    @Inject
    SampleGoods goods;

    @Inject
    Jobs jobs;

    @Inject
    Clock clock;

    @Inject
    JdbcOperations jdbc;

    @Inject
    TransactionOperations<Connection> transactions;

    private final UUID merchant = Ids.next();
    private final UUID clerk = Ids.next();
    private String category = "";

    @BeforeEach
    void shop() {
        category = goods.path().getLast().slug();
        goods.template(merchant, FreightZone.free(FreightZone.EVERYWHERE_ELSE));
    }

    private SampleSheet sheet() {
        return new SampleSheet(category);
    }

    private SheetImport checked(byte[] file) {
        return ((Receiving.Checked) sheets.receive(merchant, clerk, file)).sheet();
    }

    private SheetImport run(SheetImport sheet, Choice choice) {
        assertThat(sheets.start(merchant, sheet.id(), choice)).isEqualTo(Starting.STARTED);
        jobs.run("work-off-sheets");
        return sheets.ofMerchant(merchant, sheet.id()).orElseThrow();
    }

    private Listing listing(String code) {
        return listings.byIds(Set.copyOf(codes.listings(merchant, List.of(code)).values())).values().stream()
                .findFirst()
                .orElseThrow();
    }

    @Test
    void rows_of_one_code_become_one_draft_with_its_sizes_and_stock() {
        SheetImport done = run(
                checked(sheet().row("HM", "5斤", "62.50").row("HM", "10斤", "120").xlsx()), Choice.ALL);
        assertThat(done.state()).isEqualTo(SheetImport.State.DONE);
        assertThat(done.rowsDone()).isEqualTo(2);
        Listing made = listing("HM");
        assertThat(made.status()).isEqualTo(Status.IN_REVIEW);
        assertThat(made.skus()).extracting(Sku::priceFen).containsExactly(6250L, 12000L);
        assertThat(stock.onSale(Set.of(made.skus().getFirst().id()))).containsValue(30L);
    }

    @Test
    void a_sheet_that_cannot_be_worked_off_holds_up_no_other() {
        SheetImport broken = checked(sheet().row("BROKEN", "5斤", "62.50").xlsx());
        SheetImport sound = checked(sheet().row("SOUND", "5斤", "62.50").xlsx());
        List.of(broken, sound).forEach(each -> sheets.start(merchant, each.id(), Choice.ALL));
        sql("update catalog.sheet_row set cells = '{\"NO_COLUMN\": \"\"}' where import_id = ?", broken.id());
        int refused = 0;
        for (int tries = 0; tries < TRIES_MAX && !isDone(sound); tries++) {
            try {
                jobs.run("work-off-sheets");
            } catch (RuntimeException e) {
                refused++;
            }
        }
        assertThat(isDone(sound)).as("held up, %d times", refused).isTrue();
        assertThat(isDone(broken)).isFalse();
        sql("update catalog.sheet_import set state = 'DONE' where id = ?", broken.id());
    }

    private boolean isDone(SheetImport sheet) {
        return sheets.ofMerchant(merchant, sheet.id()).orElseThrow().state() == SheetImport.State.DONE;
    }

    private void sql(String change, UUID id) {
        transactions.executeWrite(status -> jdbc.prepareStatement(change, statement -> {
            statement.setObject(1, id);
            return statement.executeUpdate();
        }));
    }

    @Test
    void the_same_sheet_twice_is_the_same_goods() {
        byte[] file = sheet().row("HM", "5斤", "62.50").xlsx();
        run(checked(file), Choice.ALL);
        UUID first = listing("HM").id();
        SheetImport again = run(checked(file), Choice.ALL);
        assertThat(again.state()).isEqualTo(SheetImport.State.DONE);
        assertThat(listing("HM").id()).isEqualTo(first);
        assertThat(listings.priceHistory(listing("HM").skus().getFirst().id())).hasSize(1);
    }

    @Test
    void a_changed_price_and_stock_are_taken_over_and_taken_back() {
        run(checked(sheet().row("HM", "5斤", "62.50").xlsx()), Choice.ALL);
        SheetImport second = run(
                checked(sheet().row("HM", "5斤", "70")
                        .with(Column.STOCK, "12")
                        .with(Column.SEASON, "9月")
                        .row("HM", "10斤", "118")
                        .with(Column.SEASON, "9月")
                        .xlsx()),
                Choice.ALL);
        assertThat(listing("HM").skus()).hasSize(2);
        assertThat(listing("HM").about().keeping().season()).isEqualTo("9月");
        Sku sku = listing("HM").skus().getFirst();
        assertThat(sku.priceFen()).isEqualTo(7000);
        assertThat(stock.onSale(Set.of(sku.id()))).containsValue(12L);
        assertThat(sheets.undo(merchant, second.id())).isEqualTo(Starting.STARTED);
        assertThat(sheets.undo(merchant, second.id())).isEqualTo(Starting.STARTED);
        jobs.run("work-off-sheets");
        assertThat(sheets.ofMerchant(merchant, second.id()).orElseThrow().state())
                .isEqualTo(SheetImport.State.UNDONE);
        assertThat(listing("HM").about().keeping().season()).isEmpty();
        assertThat(listing("HM").skus().getFirst().priceFen()).isEqualTo(6250);
        assertThat(stock.onSale(Set.of(listing("HM").skus().getLast().id()))).containsValue(0L);
        assertThat(stock.onSale(Set.of(sku.id()))).containsValue(30L);
    }

    @Test
    void undoing_takes_new_goods_off_and_the_same_sheet_brings_them_back() {
        byte[] file = sheet().row("HM", "5斤", "62.50").xlsx();
        SheetImport first = run(checked(file), Choice.ALL);
        sheets.undo(merchant, first.id());
        jobs.run("work-off-sheets");
        assertThat(listings.offShelfReasons(listing("HM").id())).containsExactly(OffShelfReason.OWN_CHOICE);
        run(checked(file), Choice.ALL);
        assertThat(listings.offShelfReasons(listing("HM").id())).isEmpty();
    }

    @Test
    void after_a_day_nothing_is_undone() {
        SheetImport done = run(checked(sheet().row("HM", "5斤", "62.50").xlsx()), Choice.ALL);
        clock.shift(Duration.ofHours(Sheets.UNDO_HOURS + 1));
        try {
            assertThat(sheets.undo(merchant, done.id())).isEqualTo(Starting.TOO_LATE);
        } finally {
            clock.shift(Duration.ZERO);
        }
    }

    @Test
    void bad_rows_say_what_is_wrong_and_stay_out() throws IOException {
        SheetImport sheet = checked(sheet().row("A", "5斤", "62.50")
                .row("B", "5斤", "gratis")
                .row("C", "5斤", "9")
                .with(Column.COUNTY, "不存在县")
                .row("D", "5斤", "9")
                .with(Column.CATEGORY, "no-such")
                .row("A", "5斤", "9")
                .row("A", "10斤", "9")
                .with(Column.VILLAGE, "另一村")
                .row("", "5斤", "9")
                .with(Column.STORAGE, "火上")
                .xlsx());
        assertThat(sheet.rowsBad()).isEqualTo(6);
        assertThat(sheets.badRows(sheet.id(), 0, 100))
                .flatExtracting(SheetRow::faults)
                .extracting(SheetFault::reason)
                .contains(
                        Reason.NOT_A_NUMBER,
                        Reason.COUNTY_UNKNOWN,
                        Reason.CATEGORY_UNKNOWN,
                        Reason.TWICE,
                        Reason.DIFFERS,
                        Reason.MISSING,
                        Reason.CHOICE_UNKNOWN);
        assertThat(sheets.start(merchant, sheet.id(), Choice.ALL)).isEqualTo(Starting.HAS_BAD_ROWS);
        SheetImport done = run(sheet, Choice.GOOD_ROWS);
        assertThat(done.rowsDone()).isEqualTo(7);
        assertThat(listing("A").skus()).hasSize(1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        sheets.writeBad(sheet.id(), fault -> fault.reason().name(), out);
        assertThat(checked(out.toByteArray()).rowsTotal()).isEqualTo(6);
    }

    @Test
    void a_merchant_without_freight_is_told_so_and_others_sheets_are_not_there() {
        UUID other = Ids.next();
        Receiving received =
                sheets.receive(other, clerk, sheet().row("A", "5斤", "9").xlsx());
        SheetImport sheet = ((Receiving.Checked) received).sheet();
        assertThat(sheets.badRows(sheet.id(), 0, 9))
                .flatExtracting(SheetRow::faults)
                .extracting(SheetFault::reason)
                .containsExactly(Reason.FREIGHT_MISSING);
        assertThat(sheets.ofMerchant(merchant, sheet.id())).isEmpty();
        assertThat(sheets.start(merchant, sheet.id(), Choice.ALL)).isEqualTo(Starting.ABSENT);
        assertThat(sheets.undo(merchant, sheet.id())).isEqualTo(Starting.ABSENT);
        assertThat(sheets.start(other, sheet.id(), Choice.GOOD_ROWS)).isEqualTo(Starting.NOTHING_GOOD);
    }

    @Test
    void stock_that_buyers_were_promised_is_not_counted_away() {
        run(checked(sheet().row("HM", "5斤", "62.50").xlsx()), Choice.ALL);
        UUID sku = listing("HM").skus().getFirst().id();
        stock.hold(Ids.next(), Map.of(sku, 20L), clock.now().plus(Duration.ofMinutes(15)));
        SheetImport sheet =
                checked(sheet().row("HM", "5斤", "62.50").with(Column.STOCK, "3").xlsx());
        run(sheet, Choice.ALL);
        assertThat(sheets.badRows(sheet.id(), 0, 9))
                .flatExtracting(SheetRow::faults)
                .containsExactly(new SheetFault(Column.STOCK, Reason.STOCK_PROMISED, "20"));
    }

    @Test
    void what_is_written_can_be_handed_in_again_unchanged() throws IOException {
        run(
                checked(sheet().row("HM", "5斤", "62.50")
                        .with(Column.STORY, "=1+1 红米")
                        .xlsx()),
                Choice.ALL);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        sheets.write(merchant, true, out);
        SheetImport again = checked(out.toByteArray());
        assertThat(again.rowsBad()).isZero();
        assertThat(run(again, Choice.ALL).rowsDone()).isEqualTo(1);
        assertThat(listings.priceHistory(listing("HM").skus().getFirst().id())).hasSize(1);
        ByteArrayOutputStream empty = new ByteArrayOutputStream();
        sheets.write(merchant, false, empty);
        assertThat(sheets.receive(merchant, clerk, empty.toByteArray())).isEqualTo(new Receiving.Refused(Why.NO_ROWS));
    }

    @Test
    void five_thousand_rows_are_worked_off_in_pieces() {
        SampleSheet many = sheet();
        IntStream.range(0, Sheets.ROWS_MAX).forEach(row -> many.row("R-" + row, "5斤", "9.90"));
        byte[] file = many.xlsx();
        long begun = System.nanoTime();
        SheetImport done = run(checked(file), Choice.ALL);
        System.out.printf("Sheet of %d rows: %.1f s%n", Sheets.ROWS_MAX, (System.nanoTime() - begun) / 1_000_000_000.0);
        assertThat(done.state()).isEqualTo(SheetImport.State.DONE);
        assertThat(done.rowsDone()).isEqualTo(Sheets.ROWS_MAX);
    }
}
