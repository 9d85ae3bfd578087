package terrace.orders.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import terrace.catalog.freight.FreightLine;
import terrace.catalog.freight.FreightQuote;
import terrace.marketplace.ids.Ids;

class PricingTest {
    private static final String BEIJING = "11";

    private final UUID merchant = Ids.next();
    private final UUID tariff = Ids.next();

    @Test
    void goods_of_one_tariff_are_weighed_together() {
        var lines = Map.of(merchant, List.of(line(tariff, 500, 1_000, 2), line(tariff, 250, 300, 3)));
        assertThat(Pricing.parcels(lines, BEIJING)).containsExactly(new FreightLine(tariff, BEIJING, 1_750, 2_900));
    }

    @Test
    void goods_of_two_tariffs_travel_in_two_parcels_and_both_are_paid() {
        var lines = Map.of(merchant, List.of(line(tariff, 500, 1_000, 1), line(Ids.next(), 500, 1_000, 1)));
        var quotes = quotes(lines, 800);
        assertThat(Pricing.groups(lines, BEIJING, quotes))
                .singleElement()
                .satisfies(group -> assertThat(group.freight()).isEqualTo(new GroupFreight.Charged(1_600)))
                .satisfies(group -> assertThat(group.totalFen()).isEqualTo(3_600));
    }

    @Test
    void what_does_not_go_there_is_named() {
        PricedLine goes = line(tariff, 500, 1_000, 1);
        PricedLine stays = line(Ids.next(), 500, 1_000, 1);
        var lines = Map.of(merchant, List.of(goes, stays));
        Map<FreightLine, FreightQuote> quotes = quotes(lines, 800);
        quotes.replaceAll(
                (parcel, quote) -> parcel.templateId().equals(tariff) ? quote : new FreightQuote.NotDelivered());
        assertThat(Pricing.groups(lines, BEIJING, quotes).getFirst().freight())
                .isEqualTo(new GroupFreight.NotDelivered(java.util.Set.of(stays.skuId())));
    }

    @Test
    void without_an_address_carriage_stays_open() {
        var lines = Map.of(merchant, List.of(line(tariff, 500, 1_000, 1)));
        PricedGroup group = Pricing.groups(lines, null, Map.of()).getFirst();
        assertThat(group.freight()).isEqualTo(new GroupFreight.AddressNeeded());
        assertThat(group.totalFen()).isEqualTo(1_000);
    }

    @Test
    void a_tariff_nobody_quoted_is_an_error_and_never_free() {
        var lines = Map.of(merchant, List.of(line(tariff, 500, 1_000, 1)));
        assertThatThrownBy(() -> Pricing.groups(lines, BEIJING, Map.of())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void totals_are_always_the_sum_of_lines_and_freight() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20261120);
        for (int round = 0; round < 1_000; round++) {
            Map<UUID, List<PricedLine>> lines = new HashMap<>();
            long goods = 0;
            for (int index = random.nextInt(1, 30); index > 0; index--) {
                UUID seller = new UUID(0, random.nextInt(4));
                PricedLine line = line(
                        new UUID(seller.getLeastSignificantBits(), random.nextInt(3)),
                        random.nextLong(1, 10_000_000),
                        random.nextLong(1, 100_000_000),
                        random.nextInt(1, 1_000));
                goods += line.priceFen() * line.quantity();
                lines.computeIfAbsent(seller, id -> new ArrayList<>()).add(line);
            }
            Map<FreightLine, FreightQuote> quotes = quotes(lines, random.nextLong(5_000));
            long freight = quotes.values().stream()
                    .mapToLong(quote -> ((FreightQuote.Charged) quote).fen())
                    .sum();
            List<PricedGroup> groups = Pricing.groups(lines, BEIJING, quotes);
            assertThat(groups.stream().mapToLong(PricedGroup::totalFen).sum()).isEqualTo(goods + freight);
            assertThat(groups).extracting(PricedGroup::merchantId).isSorted().doesNotHaveDuplicates();
        }
    }

    private static PricedLine line(UUID tariff, long grams, long priceFen, int quantity) {
        return new PricedLine(Ids.next(), tariff, grams, priceFen, quantity);
    }

    private static Map<FreightLine, FreightQuote> quotes(Map<UUID, List<PricedLine>> lines, long fenEach) {
        Map<FreightLine, FreightQuote> quotes = new HashMap<>();
        Pricing.parcels(lines, BEIJING).forEach(parcel -> quotes.put(parcel, new FreightQuote.Charged(fenEach)));
        return quotes;
    }
}
