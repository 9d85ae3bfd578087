package terrace.web.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Somebody with a browser of their own. */
final class Person implements AutoCloseable {
    private static final int LOOKS_MAX = 20;
    private static final double LOOK_AGAIN_MILLIS = 500;

    /** Told to the browser once for all pages, and read by it only where asked: it is half a megabyte. */
    private static final String AXE = "window.axeComes = () => {" + AxeBuilder.getAxeScript() + "};";

    /** Rules that can never find anything serious are left out, and no more is written out than is read. */
    private static final String SERIOUS = """
            async only => {
                const rules = Object.fromEntries(axe._audit.rules
                    .filter(rule => ['minor', 'moderate'].includes(rule.impact))
                    .map(rule => [rule.id, {enabled: false}]));
                const what = only.length > 0 ? {runOnly: only} : {rules};
                const found = await axe.run(document, {...what, resultTypes: ['violations'], reporter: 'v2'});
                return found.violations
                    .filter(rule => ['serious', 'critical'].includes(rule.impact))
                    .map(rule => rule.id + ' at ' + rule.nodes[0].target);
            }""";

    private final boolean script;
    private final BrowserContext context;
    private final Page page;

    private final String manner;

    private @Nullable Response opened;

    Person(Browser browser, int width, boolean script) {
        this(browser, width, script, ColorScheme.LIGHT);
    }

    /** @param look as kept in the cookie of that name: e for the larger type, c for high contrast */
    Person(Browser browser, int width, ColorScheme scheme, String look) {
        this(browser, width, true, scheme);
        context.addCookies(List.of(new Cookie("look", look).setUrl(OpenMarket.address())));
    }

    private Person(Browser browser, int width, boolean script, ColorScheme scheme) {
        this.script = script;
        manner = width + " " + scheme;
        context = browser.newContext(new Browser.NewContextOptions()
                .setLocale("zh-CN")
                .setViewportSize(width, 900)
                .setColorScheme(scheme)
                .setJavaScriptEnabled(script));
        context.addInitScript(AXE);
        page = context.newPage();
    }

    int open(String path) {
        opened = page.navigate(OpenMarket.address() + path);
        return opened == null ? 0 : opened.status();
    }

    void signIn(String name, String next) {
        open("/sign-in?next=" + next);
        type("name", name);
        type("password", OpenMarket.PASSWORD);
        press("登录");
    }

    /** Types with the keyboard, wherever the focus is. */
    void keys(String text) {
        page.keyboard().type(text);
    }

    void key(String name) {
        page.keyboard().press(name);
    }

    void back() {
        page.goBack();
    }

    /** Goes to a full address, as the address line does. */
    Response reload(String address) {
        return Objects.requireNonNull(page.navigate(address));
    }

    /** Leaves a mark that is gone when the page is loaded anew. */
    void mark() {
        page.evaluate("window.marked = true");
    }

    boolean isMarked() {
        return (boolean) page.evaluate("window.marked === true");
    }

    void type(String field, String text) {
        page.fill("#" + field, text);
    }

    void choose(String field, String value) {
        page.selectOption("#" + field, value);
    }

    /** Presses a button of the page's main part by its name. */
    void press(String name) {
        page.locator("main")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name))
                .first()
                .click();
        page.waitForLoadState();
    }

    void follow(String selector) {
        page.locator(selector).first().click();
        page.waitForLoadState();
    }

    /** Confirms on the bank's page, and looks again as long as the shop has no word from the bank. */
    void confirmAtBank() {
        follow("button.confirm");
        for (int look = 0; look < LOOKS_MAX && heading().equals("正在向银行确认"); look++) {
            page.waitForTimeout(LOOK_AGAIN_MILLIS);
            page.reload();
        }
    }

    Locator find(String selector) {
        return page.locator(selector);
    }

    String heading() {
        return page.locator("h1").first().textContent().strip();
    }

    String text() {
        return page.locator("body").textContent();
    }

    String address() {
        return page.url();
    }

    /** What axe finds that would keep people out; it is a script itself, so nothing where there is none. */
    List<String> barriers() {
        return script ? found(List.of()) : List.of();
    }

    /** Of all that only what changes with type and colours: a third of the work. */
    List<String> hardToRead() {
        return found(List.of("color-contrast", "target-size", "link-in-text-block"));
    }

    private List<String> found(List<String> onlyRules) {
        page.evaluate("axeComes()");
        return ((List<?>) page.evaluate(SERIOUS, onlyRules))
                .stream().map(String::valueOf).toList();
    }

    /** Where the first link of a page leads. */
    String first(String path, String selector) {
        open(path);
        return page.locator(selector).first().getAttribute("href");
    }

    /** Bytes of the HTML of the page opened last, as it travelled, compressed. */
    long weight() {
        Map<String, String> headers = Objects.requireNonNull(opened).headers();
        assertThat(headers).containsKey("content-length");
        return Long.parseLong(headers.get("content-length"));
    }

    /** The same of a page not opened here. */
    long weight(String path) {
        return Long.parseLong(
                context.request().get(OpenMarket.address() + path).headers().getOrDefault("content-length", "0"));
    }

    boolean overflows() {
        return (boolean) page.evaluate("document.documentElement.scrollWidth > window.innerWidth");
    }

    @Override
    public String toString() {
        return "(" + manner + ")";
    }

    @Override
    public void close() {
        context.close();
    }
}
