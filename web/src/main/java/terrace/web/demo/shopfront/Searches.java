package terrace.web.demo.shopfront;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import terrace.marketplace.clock.Clock;
import terrace.search.querylog.QueryLog;

/** A week of searches, so that who runs the market sees what is looked for; moves the market's clock meanwhile. */
@Singleton
class Searches {
    private static final int DAYS = 7;
    private static final Map<String, Integer> FOUND =
            new TreeMap<>(Map.of("红米", 9, "脐橙", 7, "苹果", 6, "hongmi", 4, "五常大米", 4, "核桃", 3, "蜂蜜", 3));
    private static final Map<String, Integer> IN_VAIN = new TreeMap<>(Map.of("榴莲", 3, "帝王蟹", 2, "车厘子", 2));

    private final QueryLog log;
    private final Clock clock;

    Searches(QueryLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    /** What was counted already is left alone. */
    void remember() {
        if (!log.days(clock.today().minusDays(DAYS)).isEmpty()) {
            return;
        }
        for (int ago = DAYS - 1; ago >= 0; ago--) {
            clock.shift(Duration.ofDays(ago).negated());
            for (Map.Entry<String, Integer> search : FOUND.entrySet()) {
                search(search.getKey(), search.getValue() + ago % 3, 1);
            }
            for (Map.Entry<String, Integer> search : IN_VAIN.entrySet()) {
                search(search.getKey(), search.getValue(), 0);
            }
            log.write();
        }
        clock.shift(Duration.ZERO);
    }

    private void search(String text, int times, int found) {
        log.found(text, found);
        for (int time = 0; time < times; time++) {
            log.searched(text);
            if (found > 0 && time % 3 > 0) {
                log.clicked(text);
            }
        }
    }
}
