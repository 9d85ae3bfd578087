package terrace.web.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Looks at every page as everybody may see it: no barrier, not wider than the screen, no heavier than promised. */
class EveryPageJourney {
    private static final int HTML_GZIP_BYTES_MAX = 20 * 1024;
    private static final int DESKTOP = 1280;
    private static final int PHONE = 390;
    private static final int NIGHT_EVERY = 3;

    /** Somebody whose basket no other journey fills meanwhile. */
    private static final String BUYER = "member02@demo.terrace";

    private static final String OTHER_BUYER = "member03@demo.terrace";

    /** Somebody to whom everything has happened before. */
    private static final String CLAIMANT = "member@demo.terrace";

    private static final List<String> PUBLIC_PAGES = List.of(
            "",
            "/search?q=红米",
            "/search?q=nothing-is-called-this",
            "/search?category=grain-oil&province=53&province=36&price=2000-5000&stock=yes",
            "/search?q=红米&price=0-1&province=53",
            "/categories",
            "/categories/grain-oil",
            "/pavilions",
            "/pavilions/yunnan",
            "/pavilions/beijing",
            "/pledges",
            "/coupons/rules",
            "/campaigns",
            "/campaigns/hani",
            "/campaigns/harvest-first",
            "/flash",
            "/campaigns/harvest-first/report",
            "/merchants/honghe-coop",
            "/impact",
            "/impact/pavilions/yunnan",
            "/impact/method",
            "/projects",
            "/projects/hani-school-lunch",
            "/cart",
            "/claims/terms",
            "/recommendations",
            "/sign-in",
            "/sign-in/phone",
            "/register",
            "/password-reset",
            "/nowhere-at-all",
            "/invitations/none",
            "/purchaser-invitations/none",
            "/styleguide");
    private static final Map<String, List<String>> PAGES_OF = Map.of(
            BUYER,
            List.of(
                    "/account",
                    "/account/orders",
                    "/account/coupons",
                    "/account/purchaser",
                    "/account/addresses",
                    "/account/addresses/new",
                    "/account/password",
                    "/account/second-factor",
                    "/account/notices",
                    "/account/notices/preferences",
                    "/account/assistance",
                    "/account/personal-ranking",
                    "/account/agreement",
                    "/donations",
                    "/recommendations",
                    "/checkout"),
            CLAIMANT,
            List.of("/account/claims"),
            "clerk@demo.terrace",
            List.of("/clerk"),
            "applicant1@demo.terrace",
            List.of("/merchant/application", "/merchant/application/papers", "/account/assistance"),
            "applicant5@demo.terrace",
            List.of("/merchant/application", "/merchant/application/papers", "/merchant/application/agreement"),
            "endorser@demo.terrace",
            List.of("/endorser/applications", "/endorser/households", "/endorser/allocations"),
            "recommender@demo.terrace",
            List.of("/partner/applications", "/partner/benefits", "/partner/pavilions/grid-and-light", "/curation"),
            "merchant@demo.terrace",
            List.of(
                    "/merchant",
                    "/merchant/more",
                    "/merchant/orders",
                    "/merchant/orders?state=LATE",
                    "/merchant/orders/sheets",
                    "/merchant/picking",
                    "/merchant/picking?by=region",
                    "/merchant/picking?by=courier",
                    "/merchant/stock",
                    "/merchant/stock?low=yes",
                    "/merchant/enrolments",
                    "/merchant/harvests",
                    "/merchant/listings?state=RETURNED",
                    "/merchant/statement",
                    "/merchant/account",
                    "/merchant/papers",
                    "/demo/bank",
                    "/merchant/staff",
                    "/account/notices",
                    "/merchant/sheets",
                    "/merchant/listings",
                    "/merchant/listings?state=IN_REVIEW",
                    "/merchant/listings/new",
                    "/merchant/freight",
                    "/merchant/freight/new",
                    "/merchant/lots",
                    "/merchant/certificates",
                    "/merchant/claims",
                    "/merchant/claims?all=yes",
                    "/merchant/reviews",
                    "/merchant/invoices",
                    "/merchant/questions"),
            "organiser@demo.terrace",
            List.of(
                    "/organiser/campaigns",
                    "/organiser/campaigns/new",
                    "/organiser/projects",
                    "/organiser/projects/hani-school-lunch"),
            "operator@demo.terrace",
            List.of(
                    "/operator/applications",
                    "/operator/listings",
                    "/operator/merchants",
                    "/operator/papers",
                    "/operator/categories",
                    "/operator/categories/fruit",
                    "/operator/categories/citrus/attributes",
                    "/operator/certificates",
                    "/operator/questions",
                    "/operator/claims",
                    "/operator/reviews",
                    "/operator/search/rules",
                    "/operator/search/explanation?q=%E7%BA%A2%E7%B1%B3",
                    "/operator/search/rules/new?kind=BOOST",
                    "/operator/campaigns",
                    "/curation",
                    "/curation/yunnan",
                    "/curation/vegetable-basket/setup",
                    "/curation/beijing/poster",
                    "/operator/coupons",
                    "/operator/coupons/new",
                    "/operator/impact",
                    "/operator/feeds",
                    "/operator/settlement",
                    "/operator/days",
                    "/operator/books",
                    "/operator/differences",
                    "/operator/disputes",
                    "/operator/objections",
                    "/operator/bank-files",
                    "/demo/bank/faults",
                    "/operator/searches",
                    "/operator/events"));

    private final Browser browser = OpenBrowser.browser();
    private final List<String> found = new ArrayList<>();

    @Test
    void public_pages_keep_nobody_out() {
        try (Person phone = new Person(browser, PHONE, true);
                Person elder = new Person(browser, DESKTOP, ColorScheme.LIGHT, "ec");
                Person night = new Person(browser, PHONE, ColorScheme.DARK, "e")) {
            for (String path : PUBLIC_PAGES) {
                look(phone, path.isEmpty() ? "/" : path);
                look(elder, "/en" + path);
                look(night, path.isEmpty() ? "/" : path);
            }
            look(phone, phone.first("/search?q=红米", ".p-card h3 a"));
            look(night, night.first("/campaigns", "main h2 a"));
        }
        assertThat(found).isEmpty();
    }

    @Test
    void pages_of_members_keep_nobody_out() {
        try (Person buyer = new Person(browser, PHONE, true)) {
            MarketJourney.buy(buyer, BUYER);
        }
        walkAs("member");
    }

    @Test
    void pages_of_merchants_keep_nobody_out() {
        try (Person buyer = new Person(browser, PHONE, true)) {
            MarketJourney.buy(buyer, OTHER_BUYER);
        }
        walkAs("merchant");
    }

    @Test
    void pages_of_operators_keep_nobody_out() {
        walkAs("operator");
    }

    @Test
    void pages_of_applicants_clerks_and_offices_keep_nobody_out() {
        walkAs("(?!member|merchant|operator).*");
    }

    /** @param who the part of the sign-in name before number and place, as a pattern */
    private void walkAs(String who) {
        List<String> names = PAGES_OF.keySet().stream()
                .filter(name -> part(name).matches(who))
                .toList();
        assertThat(names).isNotEmpty();
        names.forEach(this::walk);
        assertThat(found).isEmpty();
    }

    private static String part(String name) {
        return name.replaceAll("[0-9]*@.*", "");
    }

    private void walk(String name) {
        try (Person phone = new Person(browser, PHONE, true);
                Person night = new Person(browser, DESKTOP, ColorScheme.DARK, "ec")) {
            phone.signIn(name, "/account");
            night.signIn(name, "/account");
            List<String> pages = PAGES_OF.getOrDefault(name, List.of());
            for (int at = 0; at < pages.size(); at++) {
                look(phone, pages.get(at));
                // pages share their parts and colours: the dark look of each third tells, and keeps the run short
                if (at % NIGHT_EVERY == 0) {
                    look(night, "/en" + pages.get(at));
                }
            }
            switch (part(name)) {
                case "member" -> {
                    if (name.equals(CLAIMANT)) {
                        lookAfterTheSale(phone);
                    } else {
                        lookAtAnOrder(phone);
                    }
                }
                case "endorser" -> look(phone, phone.first("/endorser/applications", "tbody a"));
                case "recommender" -> look(phone, phone.first("/partner/applications", "tbody a"));
                case "merchant" -> lookAtGoods(phone);
                case "organiser" -> lookAtCampaigns(phone);
                case "operator" -> lookAtReviews(phone, night);
                default -> {}
            }
        }
    }

    private void lookAtAnOrder(Person phone) {
        look(phone, phone.first("/account/orders", "article h3 a"));
    }

    private void lookAfterTheSale(Person phone) {
        String accepted = phone.first("/account/orders?state=ACCEPTED", "article h3 a");
        look(phone, accepted);
        look(phone, accepted + "/parcels/1");
        look(phone, accepted + "/reviews");
        look(phone, accepted + "/claims");
        look(phone, accepted + "/invoice");
        look(phone, phone.first(accepted + "/claims", "article p.actions a"));
        look(phone, phone.first("/account/claims", "main li h2 a"));
    }

    private void lookAtGoods(Person phone) {
        look(phone, phone.first("/merchant/orders", "tbody a"));
        String listing = phone.first("/merchant/listings?state=ON_SALE", "tbody a");
        List.of("", "/stock", "/photos").forEach(part -> look(phone, listing + part));
        look(phone, phone.first("/merchant/lots", "tbody a"));
        look(phone, phone.first("/merchant/papers", "article p a.btn"));
        look(phone, phone.first("/merchant/freight", "tbody a"));
        look(phone, phone.first("/merchant/claims", "main li h2 a"));
        look(phone, phone.first("/merchant/orders", "tbody a") + "/refund");
        look(phone, phone.first("/merchant/reviews", "main li h2 a"));
        look(phone, phone.first("/merchant/statement", "main p a.btn"));
        look(phone, phone.first("/merchant/enrolments", "section p.actions a"));
    }

    private void lookAtCampaigns(Person phone) {
        String draft = phone.first("/organiser/campaigns", "article:has(.tag[data-tone=plain]) h2 a");
        look(phone, draft);
        List.of("goal", "dates", "rules", "story").forEach(step -> look(phone, draft + "/plan/" + step));
        String over = phone.first("/organiser/campaigns", "article:has(.prog) h2 a");
        look(phone, over);
        look(phone, over + "/enrolments");
    }

    private void lookAtReviews(Person phone, Person night) {
        look(phone, phone.first("/operator/applications", "tbody a"));
        look(night, night.first("/operator/applications", "tbody a"));
        String review = phone.first("/operator/listings", "tbody a");
        look(phone, review);
        look(phone, phone.first(review, "dl.facts a[href$=vat]"));
        look(phone, phone.first("/operator/merchants", "tbody a"));
        look(phone, phone.first("/operator/campaigns", "tbody a"));
        look(phone, phone.first("/operator/settlement", "tbody a[href*=runs]"));
        look(phone, phone.first("/operator/days", "tbody a"));
        look(night, night.first("/operator/categories/fruit/attributes", "tbody a"));
        look(phone, phone.first("/operator/claims", "main li h2 a"));
    }

    private void look(Person person, String path) {
        person.open(path);
        person.barriers().forEach(barrier -> found.add(path + " " + person + ": " + barrier));
        if (person.overflows()) {
            found.add(path + " " + person + " is wider than the screen");
        }
        long weight = person.weight(path);
        if (weight > HTML_GZIP_BYTES_MAX) {
            found.add(path + " weighs " + weight + " bytes");
        }
    }
}
