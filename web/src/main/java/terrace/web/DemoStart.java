package terrace.web;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import terrace.web.demo.DemoMarket;
import terrace.web.demo.DemoSummary;

/** Fills the demo market before anybody is let in, where one was asked for, and says how to get in. */
@Singleton
@Requires(property = "terrace.demo", value = "true")
class DemoStart {
    private static final Logger LOG = LoggerFactory.getLogger(DemoStart.class);

    private final DemoMarket market;
    private final String address;

    DemoStart(DemoMarket market, @Value("${terrace.public-url}") String address) {
        this.market = market;
        this.address = address;
    }

    /** Answers the lines to print once the site is open. */
    DemoSummary fill() {
        DemoSummary summary = market.build(LOG::info);
        market.trade(LOG::info);
        return summary;
    }

    void announce(DemoSummary summary) {
        System.out.println();
        summary.lines(address).forEach(System.out::println);
    }
}
