package terrace.web.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Response;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Takes Elasticsearch away from somebody who is looking for goods; alone, since nobody else could find pinyin. */
@Isolated
class PlugJourney {
    private static final int DESKTOP = 1280;
    private static final Duration HEALED_MAX = Duration.ofMinutes(2);

    private final Browser browser = OpenBrowser.browser();

    @Test
    void pulling_the_plug_of_elasticsearch_loses_nobodys_way() throws InterruptedException {
        try (Person shopper = new Person(browser, DESKTOP, true)) {
            shopper.open("/search?q=&category=grain-oil&stock=yes&sort=cheap");
            shopper.find(".pager [rel=next]").click();
            shopper.find(".pager [rel=first]").waitFor();
            String second = shopper.address();
            assertThat(second).contains("after=");
            ProcessHandle node = node();
            node.destroyForcibly();
            node.onExit().join();

            // an address not in the page cache: the same page two, and on from there
            Response answer = shopper.reload(second + "&unlike=1");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(shopper.find(".notice").first().textContent()).contains("搜索服务暂时不可用");
            assertThat(shopper.find(".p-card").count()).isPositive();
            assertThat(shopper.find(".chips[aria-label='已选条件'] a").count()).isEqualTo(2);
            assertThat(shopper.barriers()).isEmpty();
            shopper.find(".pager [rel=next]").click();
            shopper.find(".pager [rel=first]").waitFor();
            assertThat(shopper.find(".p-card").count()).isPositive();
            shopper.open("/search?q=米&fresh=yes&unlike=2");
            assertThat(shopper.find("main").textContent()).contains("以下筛选暂时不起作用：近一个月采收");
            awaitHealed(shopper);
        }
    }

    private static void awaitHealed(Person shopper) throws InterruptedException {
        long deadline = System.nanoTime() + HEALED_MAX.toNanos();
        int tries = 0;
        do {
            Thread.sleep(500);
            shopper.open("/search?q=hongmi&unlike=" + tries++);
        } while (shopper.find(".notice").count() > 0 && System.nanoTime() < deadline);
        assertThat(shopper.find(".p-card h3 a").first().textContent()).contains("红米");
    }

    private static ProcessHandle node() {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info().commandLine().orElse("").contains("terrace.search.node.SearchNode"))
                .findFirst()
                .orElseThrow();
    }
}
