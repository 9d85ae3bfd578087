package terrace.marketplace.zones;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.merchants.Merchants;
import terrace.marketplace.merchants.NewMerchant;
import terrace.marketplace.pavilions.Pavilion;
import terrace.marketplace.pavilions.Pavilions;

@MicronautTest(transactional = false)
class ZonesTest {
    private static final String HUBEI = "42";
    private static final String BEIJING = "11";

    @Inject
    Zones zones;

    @Inject
    Pavilions pavilions;

    @Inject
    Merchants merchants;

    @Inject
    Clock clock;

    private final String code = "z-" + UUID.randomUUID();
    private final UUID vegetables = Ids.next();
    private UUID merchant = Ids.next();

    @BeforeEach
    void aZone() {
        pavilions.define(new Pavilion(code, "菜篮子", "Basket", Pavilion.Kind.ZONE, null, "简介", "About", 1, List.of()));
        merchant = merchants
                .open(new NewMerchant(
                        code, "某社", Merchant.Kind.COOPERATIVE, "532529", "", 0, "某社", "6227003812345678901"))
                .id();
        pavilions.include(code, List.of(merchant));
    }

    @Test
    void goods_go_where_the_terms_let_them_and_first_to_those_who_come_first() {
        Instant until = clock.now().plus(Duration.ofDays(3));
        zones.set(Ids.next(), terms(Set.of(HUBEI, BEIJING), Set.of(HUBEI), until, null, null), Ids.next());
        ZoneGoods cabbage = goods(merchant, vegetables, 300, 1);
        assertThat(zones.against(List.of(cabbage), HUBEI)).isEmpty();
        assertThat(zones.against(List.of(cabbage), "53"))
                .containsValue(new ZoneRefusal.NotThere(code, List.of(BEIJING, HUBEI)));
        assertThat(zones.against(List.of(cabbage), BEIJING).get(cabbage.skuId()))
                .isInstanceOf(ZoneRefusal.OthersFirst.class);
        assertThat(zones.against(List.of(goods(Ids.next(), vegetables, 300, 1)), "53"))
                .as("another merchant's")
                .isEmpty();
        assertThat(zones.against(List.of(goods(merchant, Ids.next(), 300, 1)), "53"))
                .as("another kind")
                .isEmpty();
    }

    @Test
    void a_price_above_the_cap_is_told_and_new_terms_replace_old_ones() {
        zones.set(Ids.next(), terms(Set.of(), Set.of(), null, 3, 500L), Ids.next());
        ZoneGoods dear = goods(merchant, vegetables, 501, 1);
        assertThat(zones.against(List.of(dear), HUBEI))
                .containsEntry(dear.skuId(), new ZoneRefusal.TooDear(code, 501, 500));
        assertThat(zones.limits(List.of(dear))).containsEntry(dear.listingId(), new Zones.Limit(code, 3, 7));
        zones.set(Ids.next(), terms(Set.of(), Set.of(), null, null, 600L), Ids.next());
        assertThat(zones.against(List.of(dear), HUBEI)).isEmpty();
        assertThat(zones.limits(List.of(dear))).isEmpty();
        assertThat(zones.terms(code)).get().extracting(ZoneTerms::jinFenMax).isEqualTo(600L);
    }

    private ZoneTerms terms(
            Set<String> to, Set<String> first, @Nullable Instant until, @Nullable Integer pieces, @Nullable Long dear) {
        return new ZoneTerms(
                code,
                Set.of(vegetables),
                to,
                first,
                until,
                pieces,
                7,
                dear,
                clock.now().plus(Duration.ofDays(9)));
    }

    private static ZoneGoods goods(UUID merchant, UUID category, long jinFen, int pieces) {
        return new ZoneGoods(Ids.next(), Ids.next(), merchant, Set.of(category), jinFen, pieces);
    }
}
