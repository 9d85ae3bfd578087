package terrace.web.journeys;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The browser of each thread that walks; every person has a context of their own in it. */
final class OpenBrowser {
    /** Playwright speaks to a browser from one thread only, and journeys go side by side. */
    private static final ThreadLocal<OpenBrowser> OF_THREAD = ThreadLocal.withInitial(OpenBrowser::new);

    private final Browser browser;

    private OpenBrowser() {
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium())
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-dev-shm-usage",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--disable-gpu",
                                "--disable-software-rasterizer",
                                // each page is a heap of its own: room for it, rather than tidying while axe looks
                                "--js-flags=--min-semi-space-size=32")));
        Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
    }

    static Browser browser() {
        return OF_THREAD.get().browser;
    }

    private static Path chromium() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(path -> path.toFile().canExecute())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no Chromium; see web/build"));
    }
}
