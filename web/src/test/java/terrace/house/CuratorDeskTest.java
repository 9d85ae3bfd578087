package terrace.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import terrace.marketplace.accounts.Role;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.pavilions.Pavilion;
import terrace.marketplace.pavilions.Pavilions;

/** Curators over HTTP: when an arrangement begins, who they are, what they print, the terms they change. */
class CuratorDeskTest {
    private static final OpenHouse HOUSE = OpenHouse.enter();

    private final String code = "curated-" + UUID.randomUUID();
    private final Caller operator = Caller.withRole(Role.OPERATOR);

    @BeforeEach
    void aPavilion() {
        HOUSE.door(Pavilions.class)
                .define(new Pavilion(code, "城市馆", "A city", Pavilion.Kind.DEMAND, null, "简介", "About", 99, List.of()));
    }

    @Test
    void a_moment_that_is_none_begins_nothing() {
        String draft = draft("s-STORY=1&s-GOODS=2&story=a+story+for+later&storyEn=later");
        HttpResponse<String> wrong = send(operator, draft + "/beginning", "at=tomorrow");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("请写成日期加时间", "aria-invalid=\"true\"");
        assertThat(body(Caller.stranger(), "/pavilions/" + code + "?not-yet")).doesNotContain("a story for later");
        String tomorrow = HOUSE.door(Clock.class).today().plusDays(1) + "T08:00";
        assertThat(send(operator, draft + "/beginning", "at=" + tomorrow).statusCode())
                .isEqualTo(303);
        assertThat(body(Caller.stranger(), "/pavilions/" + code + "?still-not")).doesNotContain("a story for later");
        assertThat(body(operator, "/curation/" + code)).contains("定时");
    }

    @Test
    void an_organiser_arranges_from_the_appointment_to_the_dismissal() {
        String name = UUID.randomUUID() + "@desk.test";
        UUID account = Caller.account(name, Set.of(Role.ORGANISER));
        Caller curator = Caller.of(account);
        String setup = "/curation/" + code + "/setup";
        assertThat(HOUSE.answer(curator.ask(setup)).statusCode()).isEqualTo(404);
        assertThat(send(operator, "/curation/" + code + "/curators", "curator=nobody")
                        .body())
                .contains("没有这个登录名");
        assertThat(send(operator, "/curation/" + code + "/curators", "curator=" + name)
                        .statusCode())
                .isEqualTo(303);
        String end = "/curation/" + code + "/curators/" + account + "/end";
        assertThat(body(operator, setup)).contains(end);
        assertThat(body(curator, setup)).as("curators appoint nobody").doesNotContain("/curators");
        assertThat(send(curator, end, "").statusCode()).isEqualTo(403);
        for (int twice = 0; twice < 2; twice++) {
            assertThat(send(operator, end, "").statusCode()).isEqualTo(303);
        }
        assertThat(HOUSE.answer(curator.ask(setup)).statusCode()).isEqualTo(404);
        assertThat(body(operator, setup)).contains("还没有指定编排人");
    }

    @Test
    void a_poster_has_cards_for_the_shelf_that_lead_to_the_goods() {
        Stall stall = Stall.open("shelf-" + UUID.randomUUID());
        HOUSE.door(Pavilions.class).include(code, Set.of(stall.merchantId()));
        assertThat(body(operator, "/curation/" + code + "/poster")).contains("还没有主推商品");
        String draft = draft("s-FLAGSHIP=1&s-GOODS=2&listings=" + stall.listingId());
        assertThat(send(operator, draft + "/beginning", "at=").statusCode()).isEqualTo(303);
        String poster = body(operator, "/curation/" + code + "/poster");
        assertThat(poster).contains("货架卡", "哈尼梯田红米的二维码");
        assertThat(poster.split("<svg role=\"img\"", -1))
                .as("the pavilion's and the good's")
                .hasSize(3);
    }

    @Test
    void who_changes_the_terms_of_a_zone_sees_those_that_hold() {
        String zone = "zone-" + UUID.randomUUID();
        HOUSE.door(Pavilions.class)
                .define(new Pavilion(zone, "专区", "A zone", Pavilion.Kind.ZONE, null, "简介", "About", 99, List.of()));
        LocalDate last = HOUSE.door(Clock.class).today().plusDays(9);
        String terms = "provinces=12+11&pieces=5&days=&dear=9.90&termsLastDay=";
        assertThat(send(operator, "/curation/" + zone + "/terms", terms + last).statusCode())
                .isEqualTo(303);
        assertThat(body(operator, "/curation/" + zone + "/setup"))
                .contains("现在执行的规定", "value=\"11 12\"", "value=\"5\"", "value=\"9.90\"", "value=\"" + last + "\"");
    }

    private String draft(String fields) {
        HttpResponse<String> answer = send(operator, "/curation/" + code + "/arrangements", fields);
        assertThat(answer.statusCode()).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static HttpResponse<String> send(Caller caller, String path, String fields) {
        return HOUSE.answer(caller.send(path, fields));
    }

    private static String body(Caller caller, String address) {
        HttpResponse<String> answer = HOUSE.answer(caller.ask(address));
        assertThat(answer.statusCode()).as(address).isEqualTo(200);
        return answer.body();
    }
}
