package terrace.catalog.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import terrace.catalog.categories.Assortment;
import terrace.catalog.categories.Attribute.Choice;
import terrace.catalog.categories.Attribute.Kind;
import terrace.catalog.categories.AttributeWords;
import terrace.catalog.categories.Category;
import terrace.catalog.freight.FreightZone;
import terrace.catalog.listings.Listings;
import terrace.catalog.listings.SampleGoods;
import terrace.catalog.sheets.SheetFault.Reason;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.jobs.Jobs;

/** Attributes in the cell of a sheet. */
@MicronautTest(transactional = false)
class AnswersTest {
    @Inject
    Sheets sheets;

    @Inject
    SheetCodes codes;

    @Inject
    Listings listings;

    @Inject
    Assortment assortment;

    @Inject
    Answers answers;

    @Inject
    SampleGoods goods;

    @Inject
    Jobs jobs;

    private final UUID merchant = Ids.next();
    private final UUID grade = Ids.next();
    private final UUID sweet = Ids.next();
    private Category category = new Category(merchant, null, "", "", "", 1, 1, 0, false, null, null, null, 1);

    @BeforeEach
    void a_category_that_asks() {
        category = goods.path().getLast();
        goods.template(merchant, FreightZone.free(FreightZone.EVERYWHERE_ELSE));
        ask(grade, Kind.CHOICE, "等级", "", true, List.of(new Choice("特级", "Extra"), new Choice("一级", "First")));
        ask(sweet, Kind.NUMBER, "糖度", "%", false, List.of());
    }

    private void ask(UUID id, Kind kind, String name, String unit, boolean required, List<Choice> choices) {
        AttributeWords words = new AttributeWords(name, "Name", unit, required, false, 1, choices);
        assertThat(assortment.ask(id, category.slug(), kind, words, Ids.next())).isPresent();
    }

    @Test
    void answers_of_a_cell_come_to_the_listing_and_back_into_the_sheet() throws IOException {
        run(row("等级＝特级； 糖度：13.5％").with(Column.HARVEST_TO_SHIP, "24"));
        assertThat(said()).isEqualTo(Map.of(grade, "特级", sweet, "13.5"));
        assertThat(answers.written(category.id(), said())).isEqualTo("等级=特级；糖度=13.5");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        sheets.write(merchant, true, out);
        assertThat(checked(out.toByteArray()).rowsBad()).isZero();
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            Sheet help = workbook.findSheet("属性怎么填").orElseThrow();
            assertThat(help.read().stream().map(Row::toString)).isNotEmpty();
        }
    }

    @Test
    void an_empty_cell_leaves_known_goods_as_they_are() {
        run(row("等级=特级").with(Column.HARVEST_TO_SHIP, "24"));
        run(row("").with(Column.PRICE, "63"));
        assertThat(said()).isEqualTo(Map.of(grade, "特级"));
        assertThat(listing().about().keeping().harvestToShipHours()).isEqualTo(24);
        assertThat(listing().skus().getFirst().priceFen()).isEqualTo(6300);
    }

    @Test
    void what_does_not_fit_is_said_in_its_cell() {
        assertThat(reasons("")).containsExactly(Reason.ATTRIBUTE_MISSING);
        assertThat(reasons("等级=最好")).containsExactly(Reason.ATTRIBUTE_VALUE);
        assertThat(reasons("等级=特级；糖度=很甜")).containsExactly(Reason.ATTRIBUTE_VALUE);
        assertThat(reasons("等级=特级；颜色=红")).containsExactly(Reason.ATTRIBUTE_UNKNOWN);
        assertThat(reasons("等级=一级")).isEmpty();
    }

    private List<Reason> reasons(String cell) {
        SheetImport sheet = checked(row(cell).xlsx());
        return sheets.badRows(sheet.id(), 0, 10).stream()
                .flatMap(bad -> bad.faults().stream())
                .peek(fault -> assertThat(fault.column()).isEqualTo(Column.ATTRIBUTES))
                .map(SheetFault::reason)
                .toList();
    }

    private SampleSheet row(String cell) {
        return new SampleSheet(category.slug()).row("HM", "5斤", "62.50").with(Column.ATTRIBUTES, cell);
    }

    private SheetImport checked(byte[] file) {
        return ((Receiving.Checked) sheets.receive(merchant, Ids.next(), file)).sheet();
    }

    private void run(SampleSheet rows) {
        SheetImport sheet = checked(rows.xlsx());
        assertThat(sheets.start(merchant, sheet.id(), terrace.catalog.sheets.Choice.ALL))
                .isEqualTo(Starting.STARTED);
        jobs.run("work-off-sheets");
    }

    private terrace.catalog.listings.Listing listing() {
        UUID id = codes.listings(merchant, List.of("HM")).values().iterator().next();
        return listings.byIds(Set.of(id)).values().iterator().next();
    }

    private Map<UUID, String> said() {
        return listing().about().attributes();
    }
}
