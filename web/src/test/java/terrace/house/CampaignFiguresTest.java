package terrace.house;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import terrace.catalog.listings.Listings;
import terrace.catalog.listings.NewListing;
import terrace.catalog.listings.OffShelfReason;
import terrace.catalog.stock.Stock;
import terrace.marketplace.accounts.Role;
import terrace.marketplace.campaigns.Campaign;
import terrace.marketplace.campaigns.CampaignSale;
import terrace.marketplace.campaigns.Campaigns;
import terrace.marketplace.campaigns.NewCampaign;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.pavilions.Pavilion;
import terrace.marketplace.pavilions.Pavilions;

/** Every figure of a campaign can be reckoned by a stranger, and a crowd that watches them costs next to nothing. */
class CampaignFiguresTest {
    private static final OpenHouse HOUSE = OpenHouse.enter();
    private static final Campaigns CAMPAIGNS = HOUSE.door(Campaigns.class);
    private static final Pattern GRAMS = Pattern.compile("<c r=\"D[0-9]+\"(?![^>]*t=\"s\")[^>]*><v>(-?[0-9]+)</v>");
    private static final Pattern YUAN = Pattern.compile("<c r=\"E[0-9]+\"(?![^>]*t=\"s\")[^>]*><v>(-?[0-9.]+)</v>");
    private static final int CROWD = 600;

    private final String slug = "f-" + UUID.randomUUID();
    private final Instant now = HOUSE.door(Clock.class).now();

    @Test
    void a_stranger_adds_up_the_part_of_each_pavilion_from_the_file() {
        pavilionOfYunnan();
        UUID listing = Stall.open(slug).listingId();
        UUID nowhere = UUID.randomUUID();
        Campaign campaign = campaign(now.plus(Duration.ofDays(1)), List.of(listing, nowhere));
        count(CampaignSale.Kind.SOLD, 1, listing, 6_000);
        count(CampaignSale.Kind.RETURNED, 1, listing, 1_000);
        count(CampaignSale.Kind.SOLD, 2, nowhere, 2_500);
        CAMPAIGNS.forget(campaign.id());
        List<String[]> rows = HOUSE.get("/campaigns/" + slug + "/facts.csv")
                .body()
                .lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();
        Map<String, Long> parts = rows.stream()
                .collect(Collectors.groupingBy(
                        cells -> cells[9],
                        TreeMap::new,
                        Collectors.summingLong(
                                cells -> Long.parseLong(cells[3]) * (cells[1].equals("RETURNED") ? -1 : 1))));
        assertThat(parts.values()).containsExactlyInAnyOrder(5_000L, 2_500L);
        assertThat(parts.get("")).as("what belongs to no pavilion").isEqualTo(2_500L);
        assertThat(rows)
                .filteredOn(cells -> cells[2].equals(listing.toString()))
                .allMatch(cells -> cells[8].equals("532529"));
        String pavilion = parts.keySet().stream()
                .filter(code -> !code.isEmpty())
                .findFirst()
                .orElseThrow();
        assertThat(HOUSE.get("/campaigns/" + slug).body())
                .containsPattern("(?s)/pavilions/" + pavilion + "\".*?<td class=\"r\"[^>]*>10</td>");
    }

    private static void pavilionOfYunnan() {
        HOUSE.door(Pavilions.class)
                .define(new Pavilion(
                        "figures-yunnan",
                        "数得清的馆",
                        "A pavilion of figures",
                        Pavilion.Kind.ORIGIN,
                        "53",
                        "简介",
                        "About",
                        1,
                        List.of()));
    }

    @Test
    void the_sheet_of_a_result_adds_up_to_what_its_page_says() throws IOException {
        UUID listing = UUID.randomUUID();
        Campaign over = campaign(now.minus(Duration.ofHours(1)), List.of(listing));
        count(CampaignSale.Kind.SOLD, 1, listing, 6_000);
        count(CampaignSale.Kind.RETURNED, 1, listing, 1_000);
        Caller organiser = Caller.of(Caller.account(UUID.randomUUID() + "@house.test", Set.of(Role.ORGANISER)));
        String summary = "summary=卖出了十斤，都寄到了，谢谢。&summaryEn=Ten+jin+were+sold+and+arrived.";
        assertThat(HOUSE.answer(organiser.send("/organiser/campaigns/" + over.id() + "/report", summary))
                        .statusCode())
                .isEqualTo(303);
        assertThat(HOUSE.get("/campaigns/" + slug + "/report").body()).contains("<b>10</b>");
        String facts = sheets(HOUSE.bytes("/campaigns/" + slug + "/report/sheet"))
                .getOrDefault("xl/worksheets/sheet3.xml", "");
        assertThat(GRAMS.matcher(facts)
                        .results()
                        .mapToLong(cell -> Long.parseLong(cell.group(1)))
                        .sum())
                .isEqualTo(5_000);
        assertThat(YUAN.matcher(facts)
                        .results()
                        .map(cell -> new BigDecimal(cell.group(1)))
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("50.00");
    }

    @Test
    void goods_that_will_not_last_stand_in_front_on_the_board() {
        UUID merchant = Stall.open(slug).merchantId();
        List<UUID> goods =
                List.of(listing(merchant, 0), listing(merchant, 5), listing(merchant, 30), listing(merchant, 60));
        UUID off = listing(merchant, 50);
        HOUSE.door(Listings.class).withdraw(off, OffShelfReason.OWN_CHOICE);
        Campaign campaign = campaign(
                now.plus(Duration.ofDays(1)),
                Stream.concat(goods.stream(), Stream.of(off)).toList());
        count(CampaignSale.Kind.SOLD, 1, goods.get(2), 1_000_000);
        CAMPAIGNS.forget(campaign.id());
        Caller organiser = Caller.of(Caller.account(UUID.randomUUID() + "@house.test", Set.of(Role.ORGANISER)));
        String board = HOUSE.answer(organiser.ask("/organiser/campaigns/" + campaign.id()))
                .body();
        List<String> order = Jsoup.parse(board).select("table.ledger tbody tr:has(.tag) a").stream()
                .map(link -> link.attr("href").replace("/listings/", ""))
                .toList();
        assertThat(order)
                .as("gone, off the shelf, too few for the pace, few, fine")
                .containsExactly(
                        goods.get(0).toString(),
                        off.toString(),
                        goods.get(2).toString(),
                        goods.get(1).toString(),
                        goods.get(3).toString());
        assertThat(board).contains("有 4 种商品快卖完");
    }

    private static UUID listing(UUID merchant, long pieces) {
        NewListing listing = Stall.listing(HOUSE, merchant);
        if (pieces > 0) {
            HOUSE.door(Stock.class).receive(listing.skus().getFirst().id(), pieces, "");
        }
        return listing.id();
    }

    @Test
    void a_crowd_that_watches_costs_one_reading_every_some_seconds() throws Exception {
        UUID listing = UUID.randomUUID();
        campaign(now.plus(Duration.ofDays(1)), List.of(listing));
        count(CampaignSale.Kind.SOLD, 1, listing, 6_000);
        RoundTrips counting = RoundTrips.begin();
        Callable<HttpResponse<String>> look = () -> HOUSE.get("/campaigns/" + slug + "/progress");
        try (var hands = Executors.newFixedThreadPool(16)) {
            assertThat(hands.invokeAll(Collections.nCopies(CROWD, look)).stream()
                            .map(Future::resultNow))
                    .allMatch(answer -> answer.statusCode() == 200);
        } finally {
            counting.end();
        }
        assertThat(counting.count()).as("round trips for " + CROWD + " looks").isLessThan(CROWD / 10);
    }

    private Campaign campaign(Instant ends, List<UUID> listings) {
        return CAMPAIGNS.define(new NewCampaign(
                slug,
                "秋收",
                "Harvest",
                "故事",
                "Story",
                5_000,
                now.minus(Duration.ofDays(3)),
                ends,
                "",
                "",
                12,
                Campaign.Basis.DECLARED,
                listings));
    }

    private void count(CampaignSale.Kind kind, long number, UUID listing, long grams) {
        assertThat(CAMPAIGNS.countSale(new CampaignSale(
                        slug + "-" + listing, kind, number, listing, grams, grams, now.minus(Duration.ofHours(2)))))
                .isTrue();
    }

    /** By the list at the file's end, as spreadsheet programs read it: the entries themselves name no sizes. */
    private static Map<String, String> sheets(byte[] workbook) throws IOException {
        Path file = Files.createTempFile("report", ".xlsx");
        Map<String, String> sheets = new TreeMap<>();
        try {
            Files.write(file, workbook);
            try (ZipFile zip = new ZipFile(file.toFile())) {
                for (ZipEntry entry : Collections.list(zip.entries())) {
                    sheets.put(
                            entry.getName(),
                            new String(zip.getInputStream(entry).readAllBytes(), UTF_8));
                }
            }
        } finally {
            Files.delete(file);
        }
        return sheets;
    }
}
