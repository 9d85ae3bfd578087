package terrace.web.demo.helping;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.OptionalLong;
import java.util.UUID;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.feeds.FeedFormat;
import terrace.marketplace.feeds.FeedSignature;
import terrace.marketplace.feeds.Feeds;
import terrace.marketplace.feeds.Making;
import terrace.orders.donations.NewPayout;
import terrace.orders.donations.NewProject;
import terrace.orders.donations.PayingOut;
import terrace.orders.donations.Project;
import terrace.orders.donations.ProjectPayout;
import terrace.orders.donations.Projects;
import terrace.web.pdf.Paper;

/** Two things gifts are collected for, the way of what was given, and an outside platform that follows the facts. */
@Singleton
public class Causes {
    /** Those of the demo's gifts are for one of the two each. */
    public static final String LUNCH = "hani-school-lunch";

    public static final String WATER = "terrace-water";

    private static final String RECEIVER = "national-help";
    private static final int ADDRESS_FACTS = 100;

    private final Projects projects;
    private final Feeds feeds;
    private final Clock clock;

    Causes(Projects projects, Feeds feeds, Clock clock) {
        this.projects = projects;
        this.feeds = feeds;
        this.clock = clock;
    }

    /** To be called before anybody gives. */
    public void open(UUID organiser) {
        projects.open(
                organiser,
                new NewProject(
                        LUNCH,
                        "梯田小学的午餐",
                        "Lunch for the school at the terraces",
                        "山上的小学有 86 名学生，中午回不了家。钱用来添消毒柜，补一学期的菜和鸡蛋。\n食材优先向本村的合作社买。",
                        "The school on the hill has 86 pupils who cannot go home at noon. This project buys a"
                                + " steriliser for its kitchen and a term's vegetables and eggs.\nFood is bought"
                                + " from the village's own cooperative first.",
                        2_000_000));
        projects.open(
                organiser,
                new NewProject(
                        WATER,
                        "修一段梯田水渠",
                        "Mend a channel of the terraces",
                        "一段 1.2 公里的老水渠漏水，下游的梯田插秧时缺水。善款用于水泥、沙石和村民的工钱。",
                        "A channel of 1.2 km leaks, and the fields below it lack water when rice is planted. Gifts pay"
                                + " for cement, gravel and the villagers' work.",
                        5_000_000));
        if (projects.atTill(clock.now()).isEmpty()) {
            projects.putAtTill(organiser, LUNCH);
        }
    }

    /** Of what was given for lunch a part is paid on, and the school has said thanks; once. */
    public void payOn(UUID organiser) {
        Project lunch = projects.byCode(LUNCH).orElseThrow();
        if (lunch.givenFen() < 2 || !projects.payouts(lunch.id()).isEmpty()) {
            return;
        }
        LocalDate today = clock.today();
        required(projects.payOut(
                        organiser,
                        LUNCH,
                        new NewPayout(
                                id("first payout"),
                                lunch.givenFen() / 2,
                                "演示县梯田小学",
                                "消毒柜首付款",
                                today.minusDays(1),
                                "DEMO-0001"),
                        document("银行回单（演示）", "付：公益机构专户　收：演示县梯田小学"))
                .orElseThrow());
        ProjectPayout first = projects.payouts(lunch.id()).getFirst();
        required(projects.receive(
                        organiser, LUNCH, first.id(), "消毒柜已到校，孩子们的碗筷每天消毒。", today, document("收据（演示）", "今收到消毒柜首付款"))
                .orElseThrow());
    }

    /** An outside platform is named and has fetched its first page. */
    public void tell() {
        Making made = feeds.make(RECEIVER, "全国消费帮扶平台（演示）", FeedFormat.JSON, "", "demo");
        if (made instanceof Making.Made(String secret)) {
            String address = "/feeds/v1/facts?after=0&limit=" + ADDRESS_FACTS;
            String seconds = Long.toString(clock.now().getEpochSecond());
            String signature = FeedSignature.of(secret, seconds, address.getBytes(StandardCharsets.UTF_8));
            feeds.fetch(RECEIVER, seconds, signature, address, FeedFormat.JSON, OptionalLong.of(0), ADDRESS_FACTS);
        }
    }

    private static byte[] document(String title, String line) {
        return Paper.write(paper -> {
            paper.title(title);
            paper.line(line);
            paper.line("本文件为演示市场而作。");
        });
    }

    private static void required(PayingOut outcome) {
        if (!(outcome instanceof PayingOut.Recorded)) {
            throw new IllegalStateException("A payout was refused: " + outcome);
        }
    }

    private static UUID id(String what) {
        return UUID.nameUUIDFromBytes(what.getBytes(StandardCharsets.UTF_8));
    }
}
