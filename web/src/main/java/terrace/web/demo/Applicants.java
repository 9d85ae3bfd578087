package terrace.web.demo;

import jakarta.inject.Singleton;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.imageio.ImageIO;
import terrace.marketplace.accounts.Account;
import terrace.marketplace.accounts.Role;
import terrace.marketplace.applications.Application;
import terrace.marketplace.applications.Applications;
import terrace.marketplace.applications.Check;
import terrace.marketplace.applications.Decision;
import terrace.marketplace.applications.Endorsements;
import terrace.marketplace.applications.Recommendations;
import terrace.marketplace.applications.Requirements;
import terrace.marketplace.applications.Reviews;
import terrace.marketplace.applications.Submission;
import terrace.marketplace.endorsers.Endorsers;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.papers.NewPaper;
import terrace.marketplace.recommenders.Recommendation;
import terrace.marketplace.recommenders.Recommenders;

/** People of 红河县 on their way to a shop of their own, each one step further than the one before. */
@Singleton
class Applicants {

    static final String ENDORSER = "endorser@demo.terrace";
    static final String RECOMMENDER = "recommender@demo.terrace";

    /** Signs in to go on with a draft. */
    static final String DRAFTING = "applicant1@demo.terrace";

    /** For second looks. */
    private static final String COLLEAGUE = "operator2@demo.terrace";

    private static final String COUNTY = "532529";
    private static final String PARTNER = "mountain-light";

    /** Who names the partner; of the second it has said that it is true. */
    private static final Set<Application.State> RECOMMENDED =
            Set.of(Application.State.SUBMITTED, Application.State.ENDORSED);

    /** Invented: nobody is born in 1800, and no body is registered under DEM0. */
    private static final List<Plan> PLANS = List.of(
            new Plan(
                    DRAFTING,
                    Merchant.Kind.HOUSEHOLD,
                    "演示农户甲家的鸭蛋",
                    "",
                    "532529180001010013",
                    "梯田鸭蛋",
                    Application.State.DRAFT),
            new Plan(
                    "applicant2@demo.terrace",
                    Merchant.Kind.COOPERATIVE,
                    "演示梯田红米合作社",
                    "93532529DEM000101A",
                    "532529180001010021",
                    "哈尼红米、红米茶",
                    Application.State.SUBMITTED),
            new Plan(
                    "applicant3@demo.terrace",
                    Merchant.Kind.INDIVIDUAL,
                    "演示迤萨干货铺",
                    "92532529DEM000102G",
                    "53252918000101003X",
                    "干菌、木耳",
                    Application.State.ENDORSED),
            new Plan(
                    "applicant4@demo.terrace",
                    Merchant.Kind.FAMILY_FARM,
                    "演示坡地家庭农场",
                    "",
                    "532529180001010048",
                    "山地土豆",
                    Application.State.RETURNED),
            new Plan(
                    "applicant5@demo.terrace",
                    Merchant.Kind.COMPANY,
                    "演示红河山货有限公司",
                    "91532529DEM000103N",
                    "532529180001010056",
                    "核桃、蜂蜜",
                    Application.State.REVIEWED));

    private final People people;
    private final Endorsers endorsers;
    private final Applications applications;
    private final Endorsements endorsements;
    private final Reviews reviews;
    private final Recommenders recommenders;
    private final Recommendations recommendations;

    Applicants(
            People people,
            Endorsers endorsers,
            Applications applications,
            Endorsements endorsements,
            Reviews reviews,
            Recommenders recommenders,
            Recommendations recommendations) {
        this.people = people;
        this.endorsers = endorsers;
        this.applications = applications;
        this.endorsements = endorsements;
        this.reviews = reviews;
        this.recommenders = recommenders;
        this.recommendations = recommendations;
    }

    /** Brings each as far as planned; who has begun before is left alone. */
    void apply(Account operator) {
        Account endorser = people.account(ENDORSER, "县里推荐人", Role.ENDORSER);
        people.account(COLLEAGUE, "平台运营二", Role.OPERATOR);
        endorsers.appoint(endorser.id(), COUNTY, "红河县农业农村和科学技术局", "demo");
        Account recommender = people.account(RECOMMENDER, "服务社推荐人", Role.RECOMMENDER);
        recommenders.appoint(recommender.id(), PARTNER, "demo");
        for (Plan plan : PLANS) {
            Account applicant = people.account(plan.signInName(), "申请人", Role.MEMBER);
            if (applications.of(applicant.id()).isEmpty()) {
                begin(plan, applicant.id());
                proceed(plan, applicant.id(), endorser.id(), operator.id());
                if (plan.until() == Application.State.ENDORSED) {
                    applications.of(applicant.id()).ifPresent(application -> confirm(recommender, application));
                }
            }
        }
    }

    private void begin(Plan plan, UUID applicant) {
        Map<String, String> typed = new HashMap<>(
                Map.of("name", plan.name(), "licence", plan.licence(), "person", "演示", "id-number", plan.idNumber()));
        typed.putAll(Map.of("phone", "13800000000", "province", "53", "county", COUNTY, "goods", plan.goods()));
        if (plan.until() != Application.State.DRAFT) {
            typed.putAll(Map.of("village", "迤萨镇演示村 1 号", "households", "12", "bank-name", "演示银行"));
            typed.putAll(Map.of(
                    "bank-holder",
                    plan.name(),
                    "bank-account",
                    "0000" + plan.idNumber().substring(3, 17)));
        }
        if (RECOMMENDED.contains(plan.until())) {
            typed.put(Applications.PARTNER, PARTNER);
        }
        applications.save(applicant, plan.kind(), typed, false);
        if (plan.until() != Application.State.DRAFT) {
            Requirements.of(plan.kind())
                    .papers()
                    .forEach(paper -> applications.addPaper(applicant, new NewPaper(paper, "", null), photo()));
        }
    }

    private void proceed(Plan plan, UUID applicant, UUID endorser, UUID operator) {
        if (plan.until() == Application.State.DRAFT) {
            return;
        }
        if (!(applications.submit(applicant).orElseThrow() instanceof Submission.Submitted(Application submitted))) {
            throw new IllegalStateException(plan.name() + " is incomplete");
        }
        UUID id = submitted.id();
        int round = submitted.round();
        if (plan.until() == Application.State.SUBMITTED) {
            return;
        }
        endorsements.endorse(endorser, id, round);
        if (plan.until() == Application.State.RETURNED) {
            reviews.sendBack(operator, id, round, Map.of("FARM_PROOF", "照片反光，看不清公章"), "其余都好，改好这一项就行。");
        }
        if (plan.until() == Application.State.REVIEWED) {
            approve(operator, id, round);
        }
    }

    private void confirm(Account recommender, Application application) {
        recommendations.say(
                recommender.id(),
                application.id(),
                application.round(),
                Recommendation.Said.CONFIRMED,
                "去年一起办过三次赶集，货真价实。");
    }

    /** One in ten is looked at twice, by two people. */
    private void approve(UUID operator, UUID id, int round) {
        Set<Check> all = Set.of(Check.values());
        if (reviews.approve(operator, id, round, all, true).orElseThrow() instanceof Decision.SecondLookNeeded) {
            Account colleague = people.account(COLLEAGUE, "平台运营二", Role.OPERATOR);
            reviews.approve(colleague.id(), id, round, all, true);
        }
    }

    /** A blank form with a stamp: no paper of anybody. */
    static byte[] photo() {
        BufferedImage picture = new BufferedImage(640, 420, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        pen.setColor(new Color(0xF2EEE5));
        pen.fillRect(0, 0, 640, 420);
        pen.setColor(new Color(0xC9C2B2));
        for (int line = 0; line < 6; line++) {
            pen.fillRect(60, 70 + line * 48, line % 2 == 0 ? 420 : 340, 14);
        }
        pen.setColor(new Color(0xB3261E));
        pen.drawOval(470, 260, 110, 110);
        pen.drawOval(478, 268, 94, 94);
        pen.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "jpeg", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private record Plan(
            String signInName,
            Merchant.Kind kind,
            String name,
            String licence,
            String idNumber,
            String goods,
            Application.State until) {}
}
