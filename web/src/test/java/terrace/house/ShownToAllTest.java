package terrace.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import terrace.catalog.moderation.Moderation;
import terrace.marketplace.accounts.Role;
import terrace.marketplace.ids.Ids;

/** Photos, certificates and questions on their way to the public: who may see what, before and after. */
class ShownToAllTest {
    private static final OpenHouse HOUSE = OpenHouse.enter();
    private static final Pattern PHOTO = Pattern.compile("/merchant/photos/(photo-[0-9a-f]{32}-480\\.jpg)");
    private static final Pattern EDIT = Pattern.compile("/photos/([0-9a-f-]{36})\"");

    @Test
    void a_photo_is_brought_described_looked_at_and_then_everybodys() throws IOException {
        Stall stall = Stall.open("photo-stall");
        Stall other = Stall.open("photo-neighbour");
        String desk = "/merchant/listings/" + stall.listingId() + "/photos";
        assertThat(HOUSE.answer(other.keeper().bring(desk, Map.of(), photo(600)))
                        .statusCode())
                .isEqualTo(404);
        assertThat(HOUSE.answer(stall.keeper().bring(desk, Map.of(), photo(600)))
                        .statusCode())
                .isEqualTo(303);
        String page = body(stall.keeper(), desk);
        String file = found(PHOTO, page);
        assertThat(status(stall.keeper(), "/merchant/photos/" + file)).isEqualTo(200);
        assertThat(status(other.keeper(), "/merchant/photos/" + file)).isEqualTo(404);
        assertThat(HOUSE.get("/pictures/" + file).statusCode()).isEqualTo(404);
        HttpResponse<String> silent = HOUSE.answer(stall.keeper().send(desk + "/submission", ""));
        assertThat(silent.statusCode()).isEqualTo(422);
        assertThat(silent.body()).contains("href=\"#alt-");
        String photo = found(EDIT, page);
        String fields = "alt-" + photo + "=" + coded("竹匾里的红米") + "&zoom=150&across=0&down=50";
        assertThat(HOUSE.answer(other.keeper().send(desk + "/" + photo, fields)).statusCode())
                .isEqualTo(404);
        assertThat(HOUSE.answer(stall.keeper().send(desk + "/" + photo, fields)).statusCode())
                .isEqualTo(303);
        assertThat(HOUSE.answer(stall.keeper().send(desk + "/submission", "")).statusCode())
                .isEqualTo(303);
        approved(stall.listingId());
        String listing = HOUSE.get("/listings/" + stall.listingId()).body();
        assertThat(listing).contains("alt=\"竹匾里的红米\"", "480w, /pictures/photo-");
        String shown = found(Pattern.compile("src=\"/pictures/(photo-[0-9a-f]{32}-480\\.jpg)\""), listing);
        HttpResponse<String> picture = HOUSE.get("/pictures/" + shown);
        assertThat(picture.statusCode()).isEqualTo(200);
        assertThat(picture.headers().firstValue("Cache-Control")).hasValue("public, max-age=31536000, immutable");
    }

    private static void approved(UUID listingId) {
        UUID review =
                HOUSE.door(Moderation.class).latest(listingId).orElseThrow().id();
        Caller operator = Caller.withRole(Role.OPERATOR);
        String seen = body(operator, "/operator/listings/" + review);
        assertThat(seen).contains("竹匾里的红米", "/operator/photos/photo-");
        HOUSE.answer(operator.send("/operator/listings/" + review + "/approval", ""));
    }

    @Test
    void a_photo_that_does_no_good_is_refused_in_a_sentence_and_the_words_are_kept() throws IOException {
        Stall stall = Stall.open("small-photo-stall");
        String desk = "/merchant/listings/" + stall.listingId() + "/photos";
        HttpResponse<String> small = HOUSE.answer(stall.keeper().bring(desk, Map.of("alt", "稻田的早晨"), photo(100)));
        assertThat(small.statusCode()).isEqualTo(422);
        assertThat(small.body()).contains("480", "value=\"稻田的早晨\"", "href=\"#file\"");
    }

    @Test
    void a_certificate_is_private_until_an_operator_approved_it() throws IOException {
        Stall stall = Stall.open("certified-stall");
        Stall other = Stall.open("certified-neighbour");
        UUID id = Ids.next();
        Map<String, String> fields = Map.of(
                "id",
                id.toString(),
                "kind",
                "ORGANIC",
                "number",
                "YJ-77",
                "issuer",
                "认证中心",
                "subject",
                "listing." + stall.listingId());
        String here = "/merchant/certificates";
        assertThat(HOUSE.answer(other.keeper().bring(here, fields, photo(600))).statusCode())
                .isEqualTo(404);
        assertThat(HOUSE.answer(stall.keeper().bring(here, fields, new byte[0])).statusCode())
                .isEqualTo(422);
        assertThat(HOUSE.answer(stall.keeper().bring(here, fields, photo(600))).statusCode())
                .isEqualTo(303);
        assertThat(body(stall.keeper(), here)).contains("YJ-77");
        assertThat(status(stall.keeper(), here + "/" + id + "/scan")).isEqualTo(200);
        assertThat(status(other.keeper(), here + "/" + id + "/scan")).isEqualTo(404);
        assertThat(HOUSE.get("/certificates/" + id + "/scan").statusCode()).isEqualTo(404);
        Caller operator = Caller.withRole(Role.OPERATOR);
        String approval = "/operator/certificates/" + id + "/approval";
        assertThat(HOUSE.answer(operator.send(approval, "version=1")).statusCode())
                .isEqualTo(422);
        assertThat(body(operator, "/operator/certificates")).contains("YJ-77");
        assertThat(HOUSE.answer(operator.send(approval, "version=2&scan-public=true"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(HOUSE.get("/listings/" + stall.listingId()).body()).contains("YJ-77", "认证中心");
        assertThat(HOUSE.get("/certificates/" + id + "/scan").statusCode()).isEqualTo(200);
    }

    @Test
    void a_question_waits_for_its_answer_and_is_then_everybodys() {
        Stall stall = Stall.open("asked-stall");
        Stall other = Stall.open("asked-neighbour");
        Caller member = Caller.withRole(Role.MEMBER);
        String here = "/listings/" + stall.listingId() + "/questions";
        HttpResponse<String> refused = HOUSE.answer(member.send(here, "question=" + coded("打我电话 13812345678")));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("13812345678", "href=\"#question\"");
        assertThat(HOUSE.answer(member.send(here, "question=" + coded("要泡多久才能煮？")))
                        .statusCode())
                .isEqualTo(303);
        assertThat(body(member, here)).contains("要泡多久才能煮？");
        assertThat(HOUSE.get(here).body()).doesNotContain("要泡多久才能煮？");
        String desk = body(stall.keeper(), "/merchant/questions");
        String id = found(Pattern.compile("/merchant/questions/([0-9a-f-]{36})/answer"), desk);
        String answer = "version=0&answer-" + id + "=" + coded("泡两个小时。");
        String place = "/merchant/questions/" + id + "/answer";
        assertThat(HOUSE.answer(other.keeper().send(place, answer)).statusCode())
                .isEqualTo(404);
        assertThat(HOUSE.answer(stall.keeper().send(place, answer)).statusCode())
                .isEqualTo(303);
        assertThat(HOUSE.get(here).body()).contains("要泡多久才能煮？", "泡两个小时。");
        assertThat(HOUSE.get("/listings/" + stall.listingId()).body()).contains("泡两个小时。");
        Caller operator = Caller.withRole(Role.OPERATOR);
        String hiding = "/operator/questions/" + id + "/hiding";
        assertThat(HOUSE.answer(operator.send(hiding, "part=ANSWER")).statusCode())
                .isEqualTo(422);
        String reason = "part=ANSWER&reason-" + id + "=" + coded("说法不实");
        assertThat(HOUSE.answer(operator.send(hiding, reason)).statusCode()).isEqualTo(303);
        assertThat(HOUSE.get(here).body()).doesNotContain("泡两个小时。");
        assertThat(body(stall.keeper(), "/merchant/questions")).contains("说法不实");
    }

    private static int status(Caller caller, String address) {
        return HOUSE.answer(caller.ask(address)).statusCode();
    }

    private static String body(Caller caller, String address) {
        return HOUSE.answer(caller.ask(address)).body();
    }

    private static String found(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        assertThat(found.find()).as("%s in %s", pattern, text).isTrue();
        return found.group(1);
    }

    private static String coded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static byte[] photo(int side) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB), "jpeg", bytes);
        return bytes.toByteArray();
    }
}
