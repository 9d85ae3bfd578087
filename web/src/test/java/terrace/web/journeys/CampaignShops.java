package terrace.web.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import terrace.marketplace.accounts.Accounts;
import terrace.marketplace.accounts.Registration;
import terrace.marketplace.accounts.Role;
import terrace.marketplace.jobs.Jobs;
import terrace.marketplace.merchants.Merchants;
import terrace.marketplace.staff.Staff;
import terrace.marketplace.staff.StaffRole;

/**
 * How shops come into a campaign of red rice.
 *
 * @param title the campaign's
 * @param flashPieces put into the first session
 */
record CampaignShops(Browser browser, String title, int flashPieces) {
    private static final int DESKTOP = 1280;
    private static final int PHONE = 390;
    private static final String FARMER = "farmer@demo.terrace";
    private static final String INVITATION = "新米上市，想请您带着自己的红米一起来。";

    /**
     * Asked by the organiser, two merchants join; a third, asked by nobody, is refused by a rule. Answers what the
     * first joins with.
     */
    String joined(String board) {
        invited(board);
        farmed();
        try (Person rice = new Person(browser, PHONE, true);
                Person farm = new Person(browser, DESKTOP, true);
                Person organiser = new Person(browser, DESKTOP, true)) {
            rice.signIn("merchant@demo.terrace", "/merchant/enrolments");
            rice.follow("section:has-text('" + title + "') p.actions a");
            String goods = rice.address();
            String bought = join(rice, goods, false);
            join(rice, goods, true);
            assertThat(rice.text()).contains("等审核");
            farm.signIn(FARMER, "/merchant/enrolments");
            join(farm, goods, false);
            refusedByARule(goods);
            organiser.signIn("organiser@demo.terrace", board + "/enrolments");
            for (Locator box : organiser.find("main input[name^=pick-]").all()) {
                box.check();
            }
            organiser.press("通过选中的");
            organiser.choose(
                    "session",
                    organiser.find("#session option:has-text('10:00')").first().getAttribute("value"));
            organiser.type("pieces", Integer.toString(flashPieces));
            organiser.press("放进场次");
            assertThat(organiser.text()).contains("已付款 0");
            assertThat(organiser.barriers()).isEmpty();
            return bought;
        }
    }

    /** The organiser asks those whose goods are of the place. */
    private void invited(String board) {
        try (Person organiser = new Person(browser, DESKTOP, true);
                Person rice = new Person(browser, PHONE, true)) {
            organiser.signIn("organiser@demo.terrace", board);
            organiser.follow("main a:has-text('通知商户')");
            organiser.press("发通知");
            assertThat(organiser.find("[aria-invalid=true]").count()).isPositive();
            assertThat(organiser.barriers()).isEmpty();
            organiser.choose("audience", "INVITED");
            organiser.type("text", INVITATION);
            organiser.press("发通知");
            assertThat(organiser.text()).contains("通知正在发出", INVITATION);
            OpenMarket.door(Jobs.class).run("tell-shops-of-campaigns");
            rice.signIn("merchant@demo.terrace", "/account/notices");
            assertThat(rice.text()).contains(title);
        }
    }

    /** Of this farm nobody signs in otherwise. */
    private static void farmed() {
        UUID shop = OpenMarket.door(Merchants.class)
                .byCode("honghe-farm")
                .orElseThrow()
                .id();
        if (OpenMarket.door(Accounts.class).create(FARMER, OpenMarket.PASSWORD, "农场主", Set.of(Role.MERCHANT))
                instanceof Registration.Registered(var account)) {
            OpenMarket.door(Staff.class).join(shop, account.id(), StaffRole.OWNER);
        }
    }

    /** Not even at the address of the form is there anything to sign. */
    private void refusedByARule(String goods) {
        try (Person oranges = new Person(browser, DESKTOP, true)) {
            oranges.signIn("merchant2@demo.terrace", "/merchant/enrolments");
            oranges.follow("section:has-text('" + title + "') p.actions a");
            assertThat(oranges.text()).contains("产地不在活动范围");
            assertThat(oranges.find("main p.actions a").count()).isZero();
            assertThat(oranges.barriers()).isEmpty();
            String listing = oranges.first("/merchants/anyuan-coop", ".p-card h3 a");
            assertThat(oranges.reload(goods + listing).status()).isEqualTo(200);
            assertThat(oranges.text()).contains("产地不在活动范围");
            assertThat(oranges.find("main form").count()).isZero();
        }
    }

    /** Answers the title of what is joined with. */
    private static String join(Person merchant, String goods, boolean flash) {
        merchant.reload(goods);
        merchant.follow("article:has-text('可以报名') p.actions a");
        String listing = merchant.heading().replace("报名：", "");
        merchant.press("签名并报名");
        assertThat(merchant.find("[aria-invalid=true], .error").count()).isPositive();
        assertThat(merchant.barriers()).isEmpty();
        Locator sku = merchant.find("fieldset.card:not(:has-text('可备货 0 件'))").first();
        sku.locator("input[name^=pick-]").check();
        Matcher most = Pattern.compile("最高 ¥([0-9.]+)").matcher(sku.textContent());
        assertThat(most.find()).isTrue();
        sku.locator("input[name^=price-]").fill(most.group(1));
        sku.locator("input[name^=pledge-]").fill("6");
        if (flash) {
            merchant.find("input[name=flash]").check();
        }
        merchant.find("input[name=agree]").check();
        merchant.type("name", "店长");
        merchant.press("签名并报名");
        assertThat(merchant.text()).contains("已签名报名");
        return listing;
    }
}
