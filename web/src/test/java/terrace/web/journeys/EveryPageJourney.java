package terrace.web.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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

    private static final String EVERYONE = "everyone";

    /** What stands on a page where a word is in no bundle. */
    private static final Pattern MISSING = Pattern.compile("\\[[a-z][a-z-]*(\\.[A-Za-z0-9_-]+)+]");

    /** Pages by who looks at them; the list stands in pages.txt. */
    private static final Map<String, List<String>> PAGES_OF = pages();

    private final Browser browser = OpenBrowser.browser();
    private final List<String> found = new ArrayList<>();

    @Test
    void public_pages_keep_nobody_out() {
        try (Person phone = new Person(browser, PHONE, true);
                Person elder = new Person(browser, DESKTOP, ColorScheme.LIGHT, "ec");
                Person night = new Person(browser, PHONE, ColorScheme.DARK, "e")) {
            List<String> pages = Objects.requireNonNull(PAGES_OF.get(EVERYONE));
            for (int at = 0; at < pages.size(); at++) {
                String path = pages.get(at);
                look(phone, path);
                // English in large type, or Chinese by night, in turns: pages share their parts and colours
                if (at % 2 == 0) {
                    glance(elder, path.equals("/") ? "/en" : "/en" + path);
                } else {
                    glance(night, path);
                }
            }
            look(phone, phone.first("/search?q=红米", ".p-card h3 a"));
            look(phone, phone.first("/campaigns", "main h2 a"));
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
                    glance(night, "/en" + pages.get(at));
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
        glance(night, night.first("/operator/applications", "tbody a"));
        String review = phone.first("/operator/listings", "tbody a");
        look(phone, review);
        look(phone, phone.first(review, "dl.facts a[href$=vat]"));
        look(phone, phone.first("/operator/merchants", "tbody a"));
        look(phone, phone.first("/operator/campaigns", "tbody a"));
        look(phone, phone.first("/operator/settlement", "tbody a[href*=runs]"));
        look(phone, phone.first("/operator/days", "tbody a"));
        look(phone, phone.first("/operator/differences", "tbody a"));
        look(phone, phone.first("/operator/categories/fruit/attributes", "tbody a"));
        look(phone, phone.first("/operator/claims", "main li h2 a"));
    }

    private void look(Person person, String path) {
        person.open(path);
        note(person, path, person.barriers());
        MISSING.matcher(person.text()).results().forEach(word -> found.add(path + " says " + word.group()));
        long weight = person.weight();
        if (weight > HTML_GZIP_BYTES_MAX) {
            found.add(path + " weighs " + weight + " bytes");
        }
    }

    /** At a page already looked at, in another language, type or colour. */
    private void glance(Person person, String path) {
        person.open(path);
        note(person, path, person.hardToRead());
    }

    private void note(Person person, String path, List<String> barriers) {
        barriers.forEach(barrier -> found.add(path + " " + person + ": " + barrier));
        if (person.overflows()) {
            found.add(path + " " + person + " is wider than the screen");
        }
    }

    private static Map<String, List<String>> pages() {
        try (InputStream in =
                Objects.requireNonNull(EveryPageJourney.class.getResourceAsStream("pages.txt"), "pages.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(" ", 2))
                    .collect(Collectors.groupingBy(
                            line -> line[0], Collectors.mapping(line -> line[1], Collectors.toList())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
