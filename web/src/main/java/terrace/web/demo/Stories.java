package terrace.web.demo;

import jakarta.inject.Singleton;
import terrace.web.demo.aftersale.AfterSales;
import terrace.web.demo.drives.Drives;
import terrace.web.demo.drives.Entrants;
import terrace.web.demo.helping.Help;
import terrace.web.demo.houses.Houses;
import terrace.web.demo.shopfront.Giveaways;
import terrace.web.demo.shopfront.Shopfront;
import terrace.web.demo.shopfront.Ways;

/** What happens in the demo market once there are goods and people. */
@Singleton
record Stories(
        Houses houses,
        Shopfront shopfront,
        AfterSales afterSales,
        Giveaways giveaways,
        Drives drives,
        Entrants entrants,
        Ways ways,
        Help helping) {}
