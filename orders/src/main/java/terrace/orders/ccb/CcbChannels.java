package terrace.orders.ccb;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** The bank's two ways to pay: a person by themselves, and an enterprise by two of its people. */
@Factory
class CcbChannels {

    private final CcbRedirect redirect;
    private final CcbQuery query;
    private final CcbMarket market;
    private final CcbCalls calls;
    private final CcbNotices notices;

    CcbChannels(CcbRedirect redirect, CcbQuery query, CcbMarket market, CcbCalls calls, CcbNotices notices) {
        this.redirect = redirect;
        this.query = query;
        this.market = market;
        this.calls = calls;
        this.notices = notices;
    }

    @Bean
    @Singleton
    CcbGateway persons() {
        return new CcbGateway(CcbGateway.CHANNEL, redirect::to, query, market, calls, notices);
    }

    @Bean
    @Singleton
    CcbGateway firms() {
        return new CcbGateway(CcbGateway.OF_FIRMS, redirect::forFirm, query, market, calls, notices);
    }
}
