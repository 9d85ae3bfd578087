package terrace.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import terrace.marketplace.accounts.Account;
import terrace.marketplace.accounts.Accounts;
import terrace.marketplace.accounts.Role;
import terrace.marketplace.bankaccounts.BankAccount;
import terrace.marketplace.bankaccounts.BankAccounts;
import terrace.marketplace.filedpapers.FiledPaper;
import terrace.marketplace.filedpapers.FiledPapers;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.merchants.Merchants;
import terrace.marketplace.merchants.NewMerchant;
import terrace.marketplace.papers.NewPaper;
import terrace.marketplace.papers.PaperIntake;
import terrace.marketplace.papers.PaperKind;
import terrace.marketplace.papers.Papers;
import terrace.marketplace.staff.Staff;
import terrace.marketplace.staff.StaffRole;

/** Bank accounts and suspensions over HTTP: whose they are, what is said, and what is shown again. */
class StandingAccessTest {
    private static final OpenHouse HOUSE = OpenHouse.enter();
    private static final String NUMBER = "62170038600019876";

    @Test
    void a_shop_gives_an_account_and_sees_only_its_own() {
        UUID mine = merchant("standing-mine");
        UUID theirs = merchant("standing-theirs");
        UUID owner = Caller.account("standing-owner@house.test", Set.of(Role.MERCHANT));
        Caller me = Caller.of(owner);
        HOUSE.door(Staff.class).join(mine, owner, StaffRole.OWNER);
        HOUSE.door(BankAccounts.class).first(theirs, "村镇银行", owner);
        UUID other = newest(theirs).id();

        var wrong = send(me, "/merchant/account", "holder=&bank=x&number=12ab");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("href=\"#holder\"", "href=\"#number\"", "value=\"12ab\"");
        assertThat(send(me, "/merchant/account", "holder=%E5%90%88%E4%BD%9C%E7%A4%BE&bank=x&number=" + NUMBER)
                        .statusCode())
                .isEqualTo(303);
        assertThat(HOUSE.answer(me.ask("/merchant/account")).body())
                .contains("9876")
                .doesNotContain(NUMBER);
        for (String act : new String[] {"proof", "sums", "confirmation", "stop"}) {
            assertThat(send(me, "/merchant/account/" + other + "/" + act, "fen=12")
                            .statusCode())
                    .as(act)
                    .isEqualTo(404);
        }
        String own = "/merchant/account/" + newest(mine).id();
        assertThat(send(me, own + "/proof", "fen=lots").statusCode()).isEqualTo(422);
        assertThat(send(me, own + "/stop", "").statusCode()).isEqualTo(303);

        UUID packer = Caller.account("standing-packer@house.test", Set.of(Role.MERCHANT));
        HOUSE.door(Staff.class).join(mine, packer, StaffRole.PACKER);
        assertThat(HOUSE.answer(Caller.of(packer).ask("/merchant/account")).statusCode())
                .isEqualTo(403);
    }

    @Test
    void an_operator_finds_suspends_and_lifts_and_the_desk_says_so() {
        UUID merchant = merchant("standing-suspended");
        UUID owner = Caller.account("standing-told@house.test", Set.of(Role.MERCHANT));
        HOUSE.door(Staff.class).join(merchant, owner, StaffRole.OWNER);
        HOUSE.door(BankAccounts.class).vouch(Set.of(merchant), Instant.EPOCH, "test");
        Caller operator = Caller.withRole(Role.OPERATOR);
        Caller shop = Caller.of(owner);
        String page = "/operator/merchants/standing-suspended";
        assertThat(HOUSE.answer(operator.ask("/operator/merchants?q=standing-susp"))
                        .body())
                .contains(page);
        assertThat(HOUSE.answer(operator.ask("/operator/merchants/nowhere")).statusCode())
                .isEqualTo(404);
        assertThat(HOUSE.answer(shop.ask("/merchant/orders")).body()).doesNotContain("nailed-note");

        var wrong = send(operator, page + "/suspensions", "reason=QUALITY&notice=no");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("href=\"#notice\"", ">no</textarea>");
        for (int twice = 0; twice < 2; twice++) {
            assertThat(send(operator, page + "/suspensions", "reason=QUALITY&notice=nailed-note")
                            .statusCode())
                    .isEqualTo(303);
        }
        var suspensions = HOUSE.door(Merchants.class).suspensions(merchant);
        assertThat(suspensions).as("sent twice").hasSize(1);
        assertThat(HOUSE.answer(shop.ask("/merchant/orders")).body()).contains("nailed-note");
        assertThat(HOUSE.answer(operator.ask(page)).body()).contains("nailed-note");

        String lifting = page + "/suspensions/" + suspensions.getFirst().id() + "/lifting";
        assertThat(send(operator, "/operator/merchants/standing-mine/suspensions/" + UUID.randomUUID() + "/lifting", "")
                        .statusCode())
                .isEqualTo(404);
        assertThat(send(operator, lifting, "").statusCode()).isEqualTo(303);
        assertThat(send(operator, lifting, "").statusCode()).isEqualTo(404);
        assertThat(HOUSE.answer(shop.ask("/merchant/orders")).body()).doesNotContain("nailed-note");
    }

    @Test
    void an_operator_is_the_second_person_of_a_shop_of_one() {
        UUID merchant = merchant("standing-single");
        UUID owner = Caller.account("standing-single@house.test", Set.of(Role.MERCHANT));
        HOUSE.door(Staff.class).join(merchant, owner, StaffRole.OWNER);
        HOUSE.door(BankAccounts.class).vouch(Set.of(merchant), Instant.EPOCH, "test");
        HOUSE.door(BankAccounts.class).give(merchant, owner, "合作社", "农信社", NUMBER);
        String page = "/operator/merchants/standing-single";
        Caller operator = Caller.withRole(Role.OPERATOR);
        assertThat(HOUSE.answer(operator.ask(page)).body()).contains("/confirmation");
        assertThat(send(operator, page + "/account/" + newest(merchant).id() + "/confirmation", "")
                        .statusCode())
                .isEqualTo(303);
        Account known =
                HOUSE.door(Accounts.class).bySignInName("operator@house.test").orElseThrow();
        assertThat(newest(merchant).confirmedBy()).isEqualTo(known.id());
    }

    @Test
    void papers_are_shown_to_their_shop_and_renewed_after_a_look() {
        UUID mine = merchant("standing-papers");
        UUID owner = Caller.account("standing-papers@house.test", Set.of(Role.MERCHANT));
        HOUSE.door(Staff.class).join(mine, owner, StaffRole.OWNER);
        UUID permit = paper(mine, owner);
        UUID stranger = Caller.account("standing-stranger@house.test", Set.of(Role.MERCHANT));
        HOUSE.door(Staff.class).join(merchant("standing-strange"), stranger, StaffRole.OWNER);
        Caller me = Caller.of(owner);
        assertThat(HOUSE.answer(me.ask("/merchant/papers")).body()).contains("/merchant/papers/" + permit);
        for (String end : new String[] {"", "/renewal"}) {
            String address = "/merchant/papers/" + permit + end;
            assertThat(HOUSE.answer(me.ask(address)).statusCode()).isEqualTo(200);
            assertThat(HOUSE.answer(Caller.of(stranger).ask(address)).statusCode())
                    .as(address)
                    .isEqualTo(404);
        }
        var wrong = handIn(me, "/merchant/papers/" + permit + "/renewal", "someday");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("href=\"#until\"", "value=\"77\"");

        assertThat(handIn(me, "/merchant/papers/" + permit + "/renewal", "2099-01-01")
                        .statusCode())
                .isEqualTo(303);
        UUID fresh = HOUSE.door(FiledPapers.class).ofMerchant(mine).stream()
                .filter(paper -> paper.state() == FiledPaper.State.WAITING)
                .map(FiledPaper::paperId)
                .findFirst()
                .orElseThrow();
        Caller operator = Caller.withRole(Role.OPERATOR);
        String there = "/operator/papers/" + fresh;
        assertThat(HOUSE.answer(operator.ask("/operator/papers")).body()).contains(there);
        assertThat(HOUSE.answer(operator.ask(there + "/file")).statusCode()).isEqualTo(200);
        assertThat(send(operator, there + "/refusal", "").statusCode()).isEqualTo(422);
        assertThat(send(operator, there + "/approval", "").statusCode()).isEqualTo(303);
        assertThat(HOUSE.answer(me.ask("/merchant/papers")).body()).contains("/merchant/papers/" + fresh);
    }

    /** As a browser sends a file with its form. */
    private static HttpResponse<String> handIn(Caller caller, String address, String until) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        Map.of("csrf", caller.csrf(), "number", "77", "until", until)
                .forEach((name, text) -> body.writeBytes(
                        ("--b\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + text + "\r\n")
                                .getBytes(StandardCharsets.UTF_8)));
        body.writeBytes("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.jpg\"\r\n\r\n"
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(photo());
        body.writeBytes("\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8));
        return HOUSE.answer(caller.ask(address)
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private static UUID paper(UUID merchant, UUID owner) {
        PaperIntake taken =
                HOUSE.door(Papers.class).add(owner, new NewPaper(PaperKind.FOOD_PERMIT, "1", null), photo());
        HOUSE.door(FiledPapers.class).file(merchant, owner, "test");
        return ((PaperIntake.Taken) taken).paper().id();
    }

    private static byte[] photo() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "jpeg", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static BankAccount newest(UUID merchant) {
        return HOUSE.door(BankAccounts.class).newest(merchant).orElseThrow();
    }

    private static HttpResponse<String> send(Caller caller, String address, String fields) {
        return HOUSE.answer(caller.send(address, fields));
    }

    private static UUID merchant(String code) {
        return HOUSE.door(Merchants.class)
                .open(new NewMerchant(code, "合作社", Merchant.Kind.COOPERATIVE, "532529", "", 0, "合作社", "62220000000088"))
                .id();
    }
}
