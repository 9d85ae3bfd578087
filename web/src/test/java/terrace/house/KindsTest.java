package terrace.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import terrace.catalog.categories.Attribute;
import terrace.catalog.categories.Categories;
import terrace.catalog.categories.Category;
import terrace.catalog.categories.Direction;
import terrace.catalog.freight.Freight;
import terrace.catalog.freight.FreightTemplate;
import terrace.catalog.freight.FreightZone;
import terrace.marketplace.accounts.Accounts;
import terrace.marketplace.accounts.Role;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.staff.Staff;
import terrace.marketplace.staff.StaffRole;

/** The pages of categories, attributes and freight, over HTTP. */
class KindsTest {
    private static final OpenHouse HOUSE = OpenHouse.enter();

    private final Caller operator = Caller.withRole(Role.OPERATOR);

    @Test
    void an_operator_adds_a_category_and_what_it_asks() {
        String slug = slug();
        HttpResponse<String> added =
                send("/operator/categories", "parent=&slug=" + slug + "&zh=%E7%B1%B3&en=Rice&position=3");
        assertThat(added.statusCode()).isEqualTo(303);
        assertThat(get("/operator/categories").body()).contains("/operator/categories/" + slug);
        String asks = "/operator/categories/" + slug + "/attributes";
        String grade = "kind=CHOICE&zh=%E7%AD%89%E7%BA%A7&en=Grade&position=1&required=true&id=" + Ids.next();
        assertThat(send(asks, grade + "&choices=first").statusCode()).isEqualTo(422);
        assertThat(send(asks, grade + "&choices=A+%3D+First%0D%0AB+%3D+Second").statusCode())
                .isEqualTo(303);
        Attribute attribute =
                door(Categories.class).attributesOf(category(slug).id()).getFirst();
        assertThat(attribute.choices()).extracting(Attribute.Choice::en).containsExactly("First", "Second");
        assertThat(get(asks).body()).contains(asks + "/" + attribute.id());
        assertThat(get(asks + "/" + attribute.id()).body()).contains("A = First");
        assertThat(get(asks + "/" + attribute.id() + "/missing").statusCode()).isEqualTo(200);
        assertThat(get("/operator/categories/fruitless/attributes").statusCode())
                .isEqualTo(404);
    }

    @Test
    void an_operator_puts_a_category_into_a_public_group_of_the_list() {
        String slug = slug();
        send("/operator/categories", "parent=&slug=" + slug + "&zh=%E7%B1%B3&en=Rice&position=3");
        String here = "/operator/categories/" + slug;
        String words = "version=1&zh=%E7%B1%B3&en=Rice&position=3&classification=";
        HttpResponse<String> unknown = send(here, words + "3011");
        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(unknown.body()).contains("href=\"#classification\"");
        assertThat(send(here, words + "3008&direction=DOWN").statusCode()).isEqualTo(303);
        assertThat(category(slug).classification()).isEqualTo("3008");
        assertThat(category(slug).direction()).isEqualTo(Direction.DOWN);
        assertThat(get(here).body()).contains("<option value=\"3008\" selected", "<option value=\"DOWN\" selected");
        assertThat(get("/operator/categories").body()).contains("3008");
    }

    @Test
    void the_second_editor_of_a_category_is_shown_both_and_may_insist() {
        String slug = slug();
        send("/operator/categories", "parent=&slug=" + slug + "&zh=%E7%B1%B3&en=Rice&position=3");
        String here = "/operator/categories/" + slug;
        assertThat(send(here, "version=1&zh=%E7%B1%B3&en=Red+rice&position=3").statusCode())
                .isEqualTo(303);
        HttpResponse<String> second = send(here, "version=1&zh=%E7%B1%B3&en=Brown+rice&position=3");
        assertThat(second.statusCode()).isEqualTo(422);
        assertThat(second.body()).contains("Red rice", "Brown rice", "name=\"version\" value=\"2\"");
        assertThat(send(here, "version=2&zh=%E7%B1%B3&en=Brown+rice&position=3").statusCode())
                .isEqualTo(303);
        assertThat(category(slug).nameEn()).isEqualTo("Brown rice");
    }

    @Test
    void a_merchant_writes_freight_of_its_own_and_nobody_elses() {
        Caller clerk = Caller.withRole(Role.MERCHANT);
        // the one clerk of all tests works for the one merchant of all tests
        UUID account = door(Accounts.class)
                .bySignInName("merchant@house.test")
                .orElseThrow()
                .id();
        door(Staff.class).join(GoodsAccessTest.merchant("goods-mine", "62220000000001"), account, StaffRole.OWNER);
        UUID id = Ids.next();
        String fields = "id=" + id + "&version=0&name=kuaidi&z0-way=CHARGED&z0-first=1&z0-first-fee=8&z0-step=0.5"
                + "&z0-step-fee=2&z0-free=99&z1-way=FREE&z1-44=true&z1-53=true";
        HttpResponse<String> bad = HOUSE.answer(clerk.send("/merchant/freight", fields + "&z2-way=CHARGED&z2-54=true"));
        assertThat(bad.statusCode()).isEqualTo(422);
        assertThat(bad.body()).contains("href=\"#z2-first\"", "value=\"0.5\"");
        assertThat(HOUSE.answer(clerk.send("/merchant/freight", fields)).statusCode())
                .isEqualTo(303);
        FreightTemplate kept = door(Freight.class).byId(id).orElseThrow();
        assertThat(kept.zones())
                .containsExactly(
                        new FreightZone(FreightZone.EVERYWHERE_ELSE, true, 1000, 800, 500, 200, 9900L),
                        FreightZone.free("44"),
                        FreightZone.free("53"));
        String calculated = HOUSE.answer(clerk.ask("/merchant/freight?kg=2.2&province=11&goods="))
                .body();
        assertThat(calculated).contains("¥14.00");
        assertThat(HOUSE.answer(clerk.ask("/merchant/freight?kg=much")).statusCode())
                .isEqualTo(422);
        String again = HOUSE.answer(clerk.ask("/merchant/freight/" + id)).body();
        assertThat(again).contains("name=\"z1-44\" checked", "name=\"version\" value=\"1\"");
        nobodyElses(clerk, fields, id);
    }

    private static void nobodyElses(Caller clerk, String fields, UUID id) {
        UUID other = Ids.next();
        door(Freight.class).define(new FreightTemplate(other, Ids.next(), "x", List.of(FreightZone.free("11"))));
        assertThat(HOUSE.answer(clerk.ask("/merchant/freight/" + other)).statusCode())
                .isEqualTo(404);
        assertThat(HOUSE.answer(clerk.send("/merchant/freight/" + other, fields))
                        .statusCode())
                .isEqualTo(404);
        assertThat(HOUSE.answer(clerk.send("/merchant/freight", fields.replace(id.toString(), other.toString())))
                        .statusCode())
                .isEqualTo(404);
        assertThat(door(Freight.class).byId(other).orElseThrow().name()).isEqualTo("x");
    }

    private static Category category(String slug) {
        return door(Categories.class).bySlug(slug).orElseThrow();
    }

    private HttpResponse<String> get(String path) {
        return HOUSE.answer(operator.ask(path));
    }

    private HttpResponse<String> send(String path, String fields) {
        return HOUSE.answer(operator.send(path, fields));
    }

    private static String slug() {
        return "k" + Long.toString(Ids.next().getLeastSignificantBits() & Long.MAX_VALUE, 36);
    }

    private static <T> T door(Class<T> type) {
        return HOUSE.door(type);
    }
}
