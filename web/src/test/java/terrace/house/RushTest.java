package terrace.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import terrace.catalog.enrolments.Enrolment;
import terrace.catalog.enrolments.Enrolments;
import terrace.catalog.enrolments.NewEnrolment;
import terrace.catalog.enrolments.Signing;
import terrace.catalog.enrolments.Terms;
import terrace.catalog.flashsales.FlashSales;
import terrace.catalog.flashsales.Putting;
import terrace.catalog.flashsales.Session;
import terrace.catalog.listings.Listings;
import terrace.catalog.stock.Stock;
import terrace.marketplace.accounts.Role;
import terrace.marketplace.addresses.AddressDraft;
import terrace.marketplace.addresses.AddressSaving;
import terrace.marketplace.addresses.Addresses;
import terrace.marketplace.campaigns.Campaign;
import terrace.marketplace.campaigns.Campaigns;
import terrace.marketplace.campaigns.NewCampaign;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.ids.Ids;
import terrace.orders.cart.Carts;

/** Who comes too late in a rush is told so by a small page, with one question to the database, and loses nothing. */
class RushTest {
    private static final OpenHouse HOUSE = OpenHouse.enter();
    private static final Clock CLOCK = HOUSE.door(Clock.class);
    private static final String TERMS = "自愿报名。";
    private static final int PEOPLE = 16;
    private static final int ROUNDS_MAX = 20;
    private static final long ALL_ARE_THERE_MILLIS = 1_500;
    /** Whether the same form was sent before; sessions are remembered. */
    private static final int ONE_ROUND_TRIP = 1;

    private final Stall stall = Stall.open("rush-" + Ids.next());
    private final UUID sku = HOUSE.door(Listings.class)
            .published(stall.listingId())
            .orElseThrow()
            .skus()
            .getFirst()
            .id();
    private final UUID offer = flashSale();

    /** Somebody with one in the basket. */
    private record Buyer(Caller caller, UUID address, UUID purchase) {}

    @Test
    void a_rush_leaves_the_late_a_small_page_with_all_they_had_typed() throws Exception {
        List<Buyer> buyers = new ArrayList<>();
        for (int number = 0; number < PEOPLE; number++) {
            buyers.add(buyer());
        }
        List<HttpResponse<String>> answers = atOnce(buyers);
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 303).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 422).hasSize(PEOPLE - 1);
        List<Buyer> late = buyers.stream()
                .filter(buyer -> answers.get(buyers.indexOf(buyer)).statusCode() == 422)
                .toList();
        Buyer one = late.getFirst();
        Turned turned = turnedAway(one, "/checkout", late);
        assertThat(turned.roundTrips()).isLessThanOrEqualTo(ONE_ROUND_TRIP);
        Document page = Jsoup.parse(turned.page());
        saysWhatIsGone(page);
        assertThat(page.select("form[action=/checkout] input[name=address]").val())
                .isEqualTo(one.address().toString());
        assertThat(page.select("input[name=purchase]").val())
                .isEqualTo(one.purchase().toString());
        assertThat(page.select("input[name=by]").val())
                .as("what was typed, as it was")
                .isEqualTo("\"><b>");
        assertThat(page.select("input[name=unknown]")).isEmpty();
        HttpResponse<String> till = HOUSE.answer(Caller.form(one.caller().ask("/checkout"), sent(page) + "&reckon=1"));
        assertThat(till.statusCode()).isEqualTo(200);
        assertThat(HOUSE.answer(one.caller().ask("/cart")).body())
                .as("the basket is as it was")
                .contains("哈尼梯田红米");
        assertThat(turnedAway(one, "/en/checkout", late).page())
                .contains("All are taken at this moment", "/en/flash/" + offer, "Nothing of yours is lost");
    }

    private void saysWhatIsGone(Document page) {
        assertThat(page.select("html").attr("lang")).isEqualTo("zh-CN");
        assertThat(page.select("h1").eachText()).containsExactly("这会儿都有人订了");
        assertThat(page.text()).contains("订单没有提交，也没有扣款", "这一场的 1 件都有人订了，其中 1 件还没有付款", "现在有 0 人在排队", "购物车没有变");
        assertThat(page.select("a[href=/flash/" + offer + "]").text()).contains("排队");
        assertThat(page.select("main a").eachAttr("href")).contains("/cart", "/flash");
        assertThat(page.select("button[name=reckon]")).hasSize(1);
    }

    /** The small page's form, as a browser sends it. */
    private static String sent(Document page) {
        return page.select("main form input").stream()
                .map(field -> field.attr("name") + "=" + URLEncoder.encode(field.val(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private record Turned(String page, int roundTrips) {}

    /** The others rush, and while the gate is shut this one comes; the least of what it took, for others ask too. */
    private Turned turnedAway(Buyer one, String address, List<Buyer> others) throws Exception {
        Turned least = new Turned("", Integer.MAX_VALUE);
        List<String> seen = new ArrayList<>();
        for (int round = 0; round < ROUNDS_MAX && least.roundTrips() > ONE_ROUND_TRIP; round++) {
            long small = atOnce(others).stream().filter(RushTest::small).count();
            RoundTrips counting = RoundTrips.begin();
            HttpResponse<String> answer;
            try {
                answer = send(one, address);
            } finally {
                counting.end();
            }
            assertThat(answer.statusCode()).isEqualTo(422);
            seen.add(small + " of the others, " + counting.count() + " round trips, "
                    + Jsoup.parse(answer.body()).select("h1, .notice").text());
            if (small(answer) && counting.count() < least.roundTrips()) {
                least = new Turned(answer.body(), counting.count());
            }
        }
        assertThat(least.page()).as(String.join("\n", seen)).isNotEmpty();
        return least;
    }

    private static boolean small(HttpResponse<String> answer) {
        return answer.statusCode() == 422 && !answer.body().contains("known-address");
    }

    /** All of them are at the till before it can look into a basket. */
    private List<HttpResponse<String>> atOnce(List<Buyer> buyers) throws Exception {
        List<HttpResponse<String>> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(PEOPLE);
                Connection owner = HOUSE.owner();
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute("lock table orders.cart_line in access exclusive mode");
            List<Future<HttpResponse<String>>> sending = buyers.stream()
                    .map(buyer -> threads.submit(() -> send(buyer, "/checkout")))
                    .toList();
            Thread.sleep(ALL_ARE_THERE_MILLIS);
            owner.rollback();
            for (Future<HttpResponse<String>> answer : sending) {
                answers.add(answer.get());
            }
        }
        return answers;
    }

    private HttpResponse<String> send(Buyer buyer, String address) {
        String by = URLEncoder.encode("\"><b>", StandardCharsets.UTF_8);
        return HOUSE.answer(buyer.caller()
                .send(
                        address,
                        "total=5000&unknown=1&by=" + by + "&skus=" + sku + "&address=" + buyer.address() + "&purchase="
                                + buyer.purchase()));
    }

    private Buyer buyer() {
        UUID member = Caller.account(UUID.randomUUID() + "@house.test", Set.of(Role.MEMBER));
        HOUSE.door(Carts.class).put(member, sku, 1);
        AddressSaving saving = HOUSE.door(Addresses.class)
                .save(member, new AddressDraft(null, "张三", "13900000000", "532529", "安乐村 1 号", true));
        if (saving instanceof AddressSaving.Saved saved) {
            return new Buyer(Caller.of(member), saved.address().id(), Ids.next());
        }
        throw new IllegalStateException(saving.toString());
    }

    /** One piece, in a session that has begun a minute ago. */
    private UUID flashSale() {
        HOUSE.door(Stock.class).receive(sku, 1, "");
        Campaign campaign = campaign();
        NewEnrolment form = new NewEnrolment(
                Ids.next(),
                campaign.id(),
                stall.listingId(),
                true,
                Map.of(sku, new NewEnrolment.Wanted(5_000, 1)),
                "张三",
                TERMS,
                Terms.sha256(TERMS));
        Signing signing = HOUSE.door(Enrolments.class)
                .sign(stall.merchantId(), form, Ids.next())
                .orElseThrow();
        Enrolment enrolment = ((Signing.Signed) signing).enrolment();
        HOUSE.door(Enrolments.class).approve(campaign.id(), enrolment.id(), Ids.next());
        Session session =
                Session.next(CLOCK.today(), CLOCK.now().plus(Session.LASTS), 1).getFirst();
        UUID id = Ids.next();
        assertThat(HOUSE.door(FlashSales.class).put(campaign.id(), enrolment.id(), sku, session, 1, id))
                .contains(new Putting.Put());
        try (Connection owner = HOUSE.owner();
                PreparedStatement begin = owner.prepareStatement("""
                        update catalog.campaign_offer set starts_at = marketplace.clock_now() - interval '1 minute',
                            ends_at = marketplace.clock_now() + interval '1 hour' where id = ?
                        """)) {
            begin.setObject(1, id);
            begin.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return id;
    }

    private static Campaign campaign() {
        String slug = "r-" + Ids.next();
        HOUSE.door(Campaigns.class)
                .define(new NewCampaign(
                        slug,
                        "抢购专场",
                        "Rush",
                        "故事",
                        "Story",
                        5_000,
                        CLOCK.now().minus(Duration.ofHours(1)),
                        CLOCK.now().plus(Duration.ofDays(3)),
                        "",
                        "",
                        12,
                        Campaign.Basis.DECLARED,
                        List.of()));
        return HOUSE.door(Campaigns.class).bySlug(slug).orElseThrow();
    }
}
