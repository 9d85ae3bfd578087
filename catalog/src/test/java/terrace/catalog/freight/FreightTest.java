package terrace.catalog.freight;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import terrace.catalog.freight.FreightQuote.Charged;
import terrace.catalog.freight.FreightQuote.NotDelivered;
import terrace.catalog.freight.FreightSaving.Fault;
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

    @Test
    void a_merchant_saves_a_template_once_and_only_its_own() {
        UUID merchant = Ids.next();
        FreightTemplate wanted = new FreightTemplate(Ids.next(), merchant, " 快递 ", List.of(FreightZone.free(BEIJING)));
        for (int twice = 0; twice < 2; twice++) {
            assertThat(freight.save(0, wanted).orElseThrow()).isInstanceOf(FreightSaving.Saved.class);
        }
        assertThat(freight.ofMerchant(merchant))
                .extracting(FreightTemplate::name)
                .containsExactly("快递");
        assertThat(freight.uses(merchant)).containsEntry(wanted.id(), new FreightUse(1, 0));
        FreightTemplate stolen = new FreightTemplate(wanted.id(), Ids.next(), "偷", wanted.zones());
        assertThat(freight.save(1, stolen)).isEmpty();
        FreightTemplate namesake = new FreightTemplate(Ids.next(), merchant, "快递", wanted.zones());
        assertThat(freight.save(0, namesake)).contains(new FreightSaving.Refused(Set.of(Fault.NAME_TAKEN)));
    }

    @Test
    void the_second_of_two_editors_of_a_template_sees_the_first() {
        UUID merchant = Ids.next();
        UUID id = Ids.next();
        freight.save(0, new FreightTemplate(id, merchant, "快递", List.of(FreightZone.free(BEIJING))));
        FreightTemplate first = new FreightTemplate(id, merchant, "快递", List.of(FreightZone.free(YUNNAN)));
        assertThat(freight.save(1, first).orElseThrow()).isInstanceOf(FreightSaving.Saved.class);
        FreightTemplate second = new FreightTemplate(id, merchant, "特快", List.of(FreightZone.free(TIBET)));
        assertThat(freight.save(1, second)).contains(new FreightSaving.Conflict(first, 2));
        assertThat(freight.save(2, second).orElseThrow()).isInstanceOf(FreightSaving.Saved.class);
    }

    @Test
    void of_two_who_save_a_template_at_once_one_holds() throws Exception {
        UUID merchant = Ids.next();
        UUID id = Ids.next();
        freight.save(0, new FreightTemplate(id, merchant, "快递", List.of(FreightZone.free(BEIJING))));
        List<FreightSaving> answers = new ArrayList<>();
        try (var hands = Executors.newFixedThreadPool(2)) {
            List<Callable<FreightSaving>> both = List.of(
                    () -> freight.save(1, new FreightTemplate(id, merchant, "甲", List.of(FreightZone.free(YUNNAN))))
                            .orElseThrow(),
                    () -> freight.save(1, new FreightTemplate(id, merchant, "乙", List.of(FreightZone.free(TIBET))))
                            .orElseThrow());
            for (Future<FreightSaving> answer : hands.invokeAll(both)) {
                answers.add(answer.get());
            }
        }
        assertThat(answers).hasAtLeastOneElementOfType(FreightSaving.Saved.class);
        assertThat(answers).hasAtLeastOneElementOfType(FreightSaving.Conflict.class);
        assertThat(freight.uses(merchant)).containsEntry(id, new FreightUse(2, 0));
    }

    @Test
    void a_template_that_delivers_nowhere_or_costs_less_than_nothing_is_refused() {
        FreightTemplate bad = new FreightTemplate(
                Ids.next(),
                Ids.next(),
                "",
                List.of(FreightZone.notDelivered(TIBET), new FreightZone(TIBET, false, 0, -1, 1, 1, null)));
        assertThat(freight.save(0, bad))
                .contains(new FreightSaving.Refused(
                        Set.of(Fault.NAME_LENGTH, Fault.NOWHERE, Fault.PROVINCE_TWICE, Fault.TARIFF)));
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
