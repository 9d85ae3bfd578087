package terrace.marketplace.applications;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.accounts.Accounts;
import terrace.marketplace.accounts.Registration;
import terrace.marketplace.accounts.Role;
import terrace.marketplace.endorsers.Endorsers;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.papers.NewPaper;
import terrace.marketplace.papers.PaperKind;
import terrace.marketplace.papers.Samples;
import terrace.marketplace.partners.NewPartner;
import terrace.marketplace.partners.Partners;
import terrace.marketplace.recommenders.Recommenders;

/** Brings applicants as far as a test wants them. */
@Singleton
class WayIn {

    static final String COUNTY = "532529";
    static final Set<Check> ALL = Set.of(Check.values());

    private final Applications applications;
    private final Endorsements endorsements;
    private final Reviews reviews;
    private final Accounts accounts;
    private final Endorsers endorsers;
    private final Partners partners;
    private final Recommenders recommenders;

    WayIn(
            Applications applications,
            Endorsements endorsements,
            Reviews reviews,
            Accounts accounts,
            Endorsers endorsers,
            Partners partners,
            Recommenders recommenders) {
        this.applications = applications;
        this.endorsements = endorsements;
        this.reviews = reviews;
        this.accounts = accounts;
        this.endorsers = endorsers;
        this.partners = partners;
        this.recommenders = recommenders;
    }

    UUID account(Role... roles) {
        var created = accounts.create(UUID.randomUUID() + "@example.com", "terraces at dawn", "某某", Set.of(roles));
        return ((Registration.Registered) created).account().id();
    }

    UUID endorser(String county) {
        var id = account();
        endorsers.appoint(id, county, "县农业农村局", "test");
        return id;
    }

    /** Speaks for a partner that is made if need be. */
    UUID recommender(String partnerCode) {
        partners.define(new NewPartner(partnerCode, "山光能源服务社（示例）", "Mountain Light (sample)"));
        var id = account();
        recommenders.appoint(id, partnerCode, "test");
        return id;
    }

    /** Handed in, naming a partner. */
    Application naming(String partnerCode) {
        var account = drafted();
        applications.save(account, null, Map.of(Applications.PARTNER, partnerCode), false);
        return ((Submission.Submitted) applications.submit(account).orElseThrow()).application();
    }

    static Map<String, String> answers() {
        var typed = new HashMap<String, String>();
        typed.put("name", "梯田红米合作社");
        typed.put("licence", "93532529MA6K000000");
        typed.put("person", "某某");
        typed.put("id-number", "11010519491231002X");
        typed.put("phone", "13800138000");
        typed.put("province", "53");
        typed.put("county", COUNTY);
        typed.put("village", "迤萨镇");
        typed.put("goods", "红米");
        typed.put("households", "45");
        typed.put("bank-name", "村镇银行");
        typed.put("bank-holder", "梯田红米合作社");
        typed.put("bank-account", "6227 0038 1234 5678 901");
        return typed;
    }

    /** A cooperative with everything it needs, not yet submitted. */
    UUID drafted() {
        var account = account(Role.MEMBER);
        applications.save(account, Merchant.Kind.COOPERATIVE, answers(), false);
        for (var kind : Requirements.of(Merchant.Kind.COOPERATIVE).papers()) {
            applications.addPaper(account, new NewPaper(kind, "", null), Samples.photo("jpeg", 40, 30));
        }
        return account;
    }

    Application submitted() {
        return ((Submission.Submitted) applications.submit(drafted()).orElseThrow()).application();
    }

    Application endorsed() {
        var application = submitted();
        endorsements.endorse(endorser(COUNTY), application.id(), application.round());
        return reviews.of(application.id()).orElseThrow();
    }

    Application reviewed() {
        var application = endorsed();
        reviews.approve(account(Role.OPERATOR), application.id(), application.round(), ALL, true);
        return reviews.of(application.id()).orElseThrow();
    }

    static NewPaper licence(@Nullable LocalDate until) {
        return new NewPaper(PaperKind.BUSINESS_LICENCE, "1", until);
    }
}
