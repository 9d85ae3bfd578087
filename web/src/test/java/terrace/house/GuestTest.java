package terrace.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import terrace.catalog.listings.Listings;
import terrace.catalog.stock.Stock;
import terrace.marketplace.accounts.Account;
import terrace.marketplace.accounts.Accounts;
import terrace.marketplace.events.EventWorker;
import terrace.marketplace.notices.CapturedMail;

/** Somebody without an account: a basket, a code sent to the phone, and the till with the same basket. */
class GuestTest {
    private static final OpenHouse HOUSE = OpenHouse.enter();
    private static final Pattern CODE = Pattern.compile("(?<!\\d)\\d{6}(?!\\d)");

    private final String phone = "139%08d".formatted(ThreadLocalRandom.current().nextInt(100_000_000));

    @Test
    void a_stranger_comes_to_the_till_by_phone_with_what_is_in_the_basket() {
        UUID sku = stocked();
        Caller guest = Caller.stranger();
        assertThat(sent(guest, "/cart/lines", "sku=" + sku + "&quantity=2").statusCode())
                .isEqualTo(303);
        assertThat(HOUSE.answer(guest.ask("/cart")).body()).contains("不注册，用手机号下单", "/sign-in/phone?next=");
        HttpResponse<String> till = HOUSE.answer(guest.ask("/checkout"));
        assertThat(till.statusCode()).isEqualTo(303);
        String signIn = till.headers().firstValue("Location").orElse("");
        assertThat(signIn).startsWith("/sign-in?next=");
        assertThat(HOUSE.answer(guest.ask(signIn)).body()).contains("/sign-in/phone?next=");

        assertThat(sent(guest, "/sign-in/phone", "phone=" + phone + "&next=/checkout")
                        .body())
                .contains("name=\"code\"");
        String code = code();
        String wrong = "000000".equals(code) ? "111111" : "000000";
        assertThat(entered(guest, wrong).statusCode()).isEqualTo(422);
        HttpResponse<String> in = entered(guest, code);
        assertThat(in.headers().firstValue("Location")).hasValue("/checkout");
        assertThat(in.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie).contains("session=", "HTTPOnly"));

        Account made = HOUSE.door(Accounts.class).bySignInName(phone).orElseThrow();
        Caller buyer = Caller.of(made.id());
        assertThat(HOUSE.answer(buyer.ask("/checkout")).body()).contains("哈尼梯田红米", "× 2");
        assertThat(HOUSE.answer(buyer.ask("/cart")).body()).doesNotContain("不注册，用手机号下单");
        HttpResponse<String> nowhere = sent(buyer, "/account/addresses", "province=53&back=/checkout");
        assertThat(nowhere.statusCode()).isEqualTo(422);
        assertThat(nowhere.body()).contains("请填写收货人姓名", "请选择区县").doesNotContain("[address.");
        assertThat(HOUSE.answer(guest.ask("/cart")).body())
                .as("the basket has gone along")
                .doesNotContain("哈尼梯田红米");
    }

    private HttpResponse<String> entered(Caller guest, String code) {
        return sent(guest, "/sign-in/phone/code", "phone=" + phone + "&code=" + code + "&next=/checkout");
    }

    private static HttpResponse<String> sent(Caller caller, String address, String fields) {
        return HOUSE.answer(caller.send(address, fields));
    }

    private static UUID stocked() {
        Stall stall = Stall.open("guest-stall");
        UUID sku = HOUSE.door(Listings.class)
                .published(stall.listingId())
                .orElseThrow()
                .skus()
                .getFirst()
                .id();
        HOUSE.door(Stock.class).receive(sku, 100, "收货");
        return sku;
    }

    private String code() {
        HOUSE.door(EventWorker.class).drain();
        Matcher code = CODE.matcher(HOUSE.door(CapturedMail.class).newest(100).stream()
                .filter(text -> text.to().startsWith(phone))
                .findFirst()
                .orElseThrow()
                .text());
        assertThat(code.find()).isTrue();
        return code.group();
    }
}
