package terrace.catalog.freight;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import terrace.catalog.freight.FreightQuote.Charged;
import terrace.catalog.freight.FreightQuote.NotDelivered;
import terrace.marketplace.ids.Ids;

@MicronautTest(transactional = false)
class FreightTest {
    private static final String YUNNAN = "53";
    private static final String BEIJING = "11";
    private static final String TIBET = "54";

    @Inject
    Freight freight;

    @Test
    void each_begun_step_above_the_first_weight_costs() {
        FreightTemplate template = template();
        assertThat(quote(template, BEIJING, 1, 100)).isEqualTo(new Charged(800));
        assertThat(quote(template, BEIJING, 1000, 100)).isEqualTo(new Charged(800));
        assertThat(quote(template, BEIJING, 1001, 100)).isEqualTo(new Charged(1000));
        assertThat(quote(template, BEIJING, 1500, 100)).isEqualTo(new Charged(1000));
        assertThat(quote(template, BEIJING, 2600, 100)).isEqualTo(new Charged(1600));
    }

    @Test
    void goods_worth_enough_travel_free() {
        FreightTemplate template = template();
        assertThat(quote(template, BEIJING, 5000, 9899)).isEqualTo(new Charged(2400));
        assertThat(quote(template, BEIJING, 5000, 9900)).isEqualTo(new Charged(0));
    }

    @Test
    void a_province_with_a_zone_of_its_own_follows_that_zone() {
        assertThat(quote(template(), YUNNAN, 50_000, 1)).isEqualTo(new Charged(0));
    }

    @Test
    void nothing_goes_where_the_merchant_does_not_deliver() {
        FreightTemplate template = template();
        assertThat(quote(template, TIBET, 1, 100_000)).isEqualTo(new NotDelivered());
        FreightTemplate homeOnly = define(Ids.next(), FreightZone.free(YUNNAN));
        assertThat(quote(homeOnly, BEIJING, 1, 1)).isEqualTo(new NotDelivered());
        assertThat(freight.quote(Ids.next(), BEIJING, 1, 1)).isEqualTo(new NotDelivered());
    }

    @Test
    void many_parcels_are_quoted_at_once() {
        FreightTemplate template = template();
        FreightTemplate homeOnly = define(Ids.next(), FreightZone.free(YUNNAN));
        FreightLine heavy = new FreightLine(template.id(), BEIJING, 2600, 100);
        FreightLine home = new FreightLine(homeOnly.id(), YUNNAN, 1, 1);
        FreightLine nowhere = new FreightLine(homeOnly.id(), BEIJING, 1, 1);
        assertThat(freight.quotes(List.of(heavy, home, nowhere)))
                .containsEntry(heavy, new Charged(1600))
                .containsEntry(home, new Charged(0))
                .containsEntry(nowhere, new NotDelivered());
    }

    @Test
    void a_template_defined_again_has_only_its_new_zones() {
        UUID id = Ids.next();
        UUID merchantId = Ids.next();
        freight.define(new FreightTemplate(id, merchantId, "普通", List.of(FreightZone.notDelivered(TIBET))));
        FreightTemplate again = new FreightTemplate(id, merchantId, "快递", List.of(FreightZone.free(BEIJING)));
        freight.define(again);
        assertThat(freight.byId(id)).contains(again);
        assertThat(freight.ofMerchant(merchantId)).containsExactly(again);
    }

    private FreightQuote quote(FreightTemplate template, String province, long grams, long goodsFen) {
        return freight.quote(template.id(), province, grams, goodsFen);
    }

    private FreightTemplate template() {
        return define(
                Ids.next(),
                new FreightZone(FreightZone.EVERYWHERE_ELSE, true, 1000, 800, 500, 200, 9900L),
                FreightZone.free(YUNNAN),
                FreightZone.notDelivered(TIBET));
    }

    private FreightTemplate define(UUID id, FreightZone... zones) {
        FreightTemplate template = new FreightTemplate(id, Ids.next(), "普通", List.of(zones));
        freight.define(template);
        return template;
    }
}
