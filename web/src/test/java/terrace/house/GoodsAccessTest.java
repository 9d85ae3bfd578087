package terrace.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import terrace.catalog.listings.Listings;
import terrace.catalog.listings.NewListing;
import terrace.catalog.stock.Stock;
import terrace.marketplace.accounts.Account;
import terrace.marketplace.accounts.Accounts;
import terrace.marketplace.accounts.Role;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.merchants.Merchants;
import terrace.marketplace.merchants.NewMerchant;
import terrace.marketplace.staff.Staff;
import terrace.marketplace.staff.StaffRole;

/** A merchant's clerk with another merchant's ids, in address and body: none of it is there. */
class GoodsAccessTest {
    private static final OpenHouse HOUSE = OpenHouse.enter();

    private final Caller clerk = Caller.withRole(Role.MERCHANT);
    private final NewListing mine = listing(merchant("goods-mine", "62220000000001"));
    private final NewListing theirs = listing(merchant("goods-theirs", "62220000000002"));

    GoodsAccessTest() {
        Account account =
                HOUSE.door(Accounts.class).bySignInName("merchant@house.test").orElseThrow();
        HOUSE.door(Staff.class).join(mine.merchantId(), account.id(), StaffRole.OWNER);
    }

    @Test
    void somebody_elses_goods_are_not_there() {
        String own = "/merchant/listings/" + mine.id();
        String other = "/merchant/listings/" + theirs.id();
        String theirSku = "sku=" + theirs.skus().getFirst().id();
        assertThat(get(own)).isEqualTo(200);
        assertThat(get(own + "/stock")).isEqualTo(200);
        assertThat(get(other)).isEqualTo(404);
        assertThat(get(other + "/stock")).isEqualTo(404);
        assertThat(send(other, "title=taken")).isEqualTo(404);
        assertThat(send(other + "/submission", "")).isEqualTo(404);
        String entry = "&entry=" + Ids.next() + "&kind=IN&quantity=5";
        assertThat(send(other + "/stock", theirSku + entry)).isEqualTo(404);
        assertThat(send(own + "/stock", theirSku + entry)).isEqualTo(404);
        assertThat(send(own + "/stock/watch", theirSku + "&low=5")).isEqualTo(404);
        String picks = "pick-" + mine.id() + "=1&pick-" + theirs.id() + "=1";
        assertThat(send("/merchant/listings/changes", picks + "&act=off&carry-out=1"))
                .isEqualTo(404);
        String lot = "id=" + Ids.next() + "&harvestedOn=2026-01-02&countyCode=532529&kilograms=5&listing=";
        assertThat(send("/merchant/lots", lot + theirs.id())).isEqualTo(404);
        assertThat(HOUSE.door(Listings.class).published(theirs.id())).isPresent();
        assertThat(HOUSE.door(Listings.class).published(mine.id())).isPresent();
        assertThat(HOUSE.door(Stock.class).movements(theirs.skus().getFirst().id(), 1))
                .isEmpty();
    }

    @Test
    void somebody_elses_harvests_sheets_and_recipients_are_not_there() {
        for (String page : List.of(
                "/merchant",
                "/merchant/more",
                "/merchant/stock",
                "/merchant/stock?low=yes",
                "/merchant/picking",
                "/merchant/picking?by=region",
                "/merchant/picking?by=courier",
                "/merchant/harvests",
                "/merchant/orders?state=LATE&province=11",
                "/merchant/orders/sheets")) {
            assertThat(get(page)).as(page).isEqualTo(200);
        }
        String harvest = "id=" + Ids.next() + "&expectedOn=2027-01-02&expected=10&percent=80&goods=";
        assertThat(send("/merchant/harvests", harvest + goods(theirs))).isEqualTo(404);
        assertThat(send("/merchant/harvests/" + Ids.next(), "expected=1&percent=1"))
                .isEqualTo(404);
        String arrival = "/merchant/harvests/" + Ids.next() + "/arrival";
        assertThat(send(arrival, "entry=" + Ids.next())).isEqualTo(404);
        assertThat(get("/merchant/orders/sheets/" + Ids.next() + "/bad.xlsx")).isEqualTo(404);
        assertThat(send("/merchant/orders/sheets/" + Ids.next() + "/shipment", ""))
                .isEqualTo(404);
        assertThat(get("/merchant/orders/labels/" + Ids.next())).isEqualTo(404);
    }

    @Test
    void a_filter_that_cannot_be_kept_and_a_harvest_that_cannot_be_say_why() {
        var kept = HOUSE.answer(clerk.send("/merchant/orders/filters", "name=&state=LATE&province=11"));
        assertThat(kept.headers().firstValue("Location")).hasValue("/merchant/orders?state=LATE&province=11&kept=name");
        var harvest = HOUSE.answer(clerk.send(
                "/merchant/harvests",
                "id=" + Ids.next() + "&expectedOn=soon&expected=many&percent=99&goods=" + goods(mine)));
        assertThat(harvest.statusCode()).isEqualTo(422);
        assertThat(harvest.body()).contains("value=\"many\"", "href=\"#percent\"", "href=\"#expectedOn\"");
        var sheet = HOUSE.answer(clerk.send("/merchant/orders/sheets", ""));
        assertThat(sheet.statusCode()).isEqualTo(422);
        assertThat(sheet.body()).contains("href=\"#file\"");
    }

    @Test
    void what_came_of_a_harvest_has_a_passport_at_once_and_once() {
        UUID id = Ids.next();
        String today = HOUSE.door(Clock.class).today().toString();
        String expected = "id=" + id + "&expected=10&percent=80&goods=" + goods(mine) + "&expectedOn="
                + HOUSE.door(Clock.class).today().plusDays(30);
        assertThat(send("/merchant/harvests", expected)).isEqualTo(303);
        String here = "/merchant/harvests/" + id + "/arrival";
        String came = "entry=" + Ids.next() + "&arrived-" + id + "=10&village-" + id + "=jiayin&picked-" + id + "=";
        var early = HOUSE.answer(clerk.send(here, came + "2099-01-01"));
        assertThat(early.statusCode()).isEqualTo(422);
        assertThat(early.body()).contains("href=\"#picked-" + id + "\"", "value=\"jiayin\"");
        var first = HOUSE.answer(clerk.send(here, came + today));
        var second = HOUSE.answer(clerk.send(here, came + today));
        assertThat(first.statusCode()).isEqualTo(303);
        String there = first.headers().firstValue("Location").orElseThrow();
        assertThat(second.headers().firstValue("Location")).hasValue(there);
        String code = there.substring(there.indexOf('=') + 1);
        assertThat(HOUSE.answer(clerk.ask(there)).body()).contains("/p/" + code);
        assertThat(get("/p/" + code)).isEqualTo(200);
    }

    private static String goods(NewListing listing) {
        return listing.id() + "@" + listing.skus().getFirst().id();
    }

    @Test
    void what_cannot_be_read_is_shown_again_with_what_to_mend() {
        String fields = "version=1&title=x&shelfLifeDays=soon&sku-0-id="
                + mine.skus().getFirst().id() + "&sku-0-name=bag&sku-0-price=cheap&sku-0-grams=1";
        var answer = HOUSE.answer(clerk.send("/merchant/listings/" + mine.id(), fields));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("value=\"cheap\"", "value=\"soon\"", "href=\"#sku-0-price\"");
    }

    private int get(String address) {
        return HOUSE.answer(clerk.ask(address)).statusCode();
    }

    private int send(String address, String fields) {
        return HOUSE.answer(clerk.send(address, fields)).statusCode();
    }

    static UUID merchant(String code, String account) {
        return HOUSE.door(Merchants.class)
                .open(new NewMerchant(code, "合作社", Merchant.Kind.COOPERATIVE, "532529", "", 0, "合作社", account))
                .id();
    }

    private static NewListing listing(UUID merchant) {
        NewListing listing = Stall.listing(HOUSE, merchant);
        assertThat(HOUSE.door(Listings.class).byIds(Set.of(listing.id()))).isNotEqualTo(Map.of());
        return listing;
    }
}
