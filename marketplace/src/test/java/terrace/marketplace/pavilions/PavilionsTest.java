package terrace.marketplace.pavilions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.serde.ObjectMapper;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import terrace.marketplace.events.EventName;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.merchants.Merchants;
import terrace.marketplace.merchants.NewMerchant;
import terrace.marketplace.partners.NewPartner;
import terrace.marketplace.partners.Partners;
import terrace.marketplace.pavilions.Pavilion.Kind;

@MicronautTest(transactional = false)
class PavilionsTest {

    @Inject
    Pavilions pavilions;

    @Inject
    Partners partners;

    @Inject
    Merchants merchants;

    @Inject
    ObjectMapper json;

    private final String code = "p-" + UUID.randomUUID();

    @Test
    void a_pavilion_is_defined_again_without_becoming_two() {
        var grid = partners.define(new NewPartner("grid-" + code, "电网", "Grid")).id();
        var post = partners.define(new NewPartner("post-" + code, "邮政", "Post")).id();
        pavilions.define(pavilion("旧名", Kind.JOINT, null, List.of(grid)));
        var defined = pavilions.define(pavilion("联合馆", Kind.JOINT, null, List.of(post, grid)));
        assertThat(pavilions.byCode(code)).hasValue(defined);
        assertThat(pavilions.all()).filteredOn(each -> each.code().equals(code)).hasSize(1);
        assertThat(partners.byIds(Set.copyOf(defined.partnerIds()))).containsOnlyKeys(grid, post);
        assertThat(partners.define(new NewPartner("grid-" + code, "国家电网", "State Grid"))
                        .id())
                .isEqualTo(grid);
        assertThat(partners.all()).contains(partners.byCode("grid-" + code).orElseThrow());
    }

    @Test
    void merchants_are_added_by_name_once() {
        pavilions.define(pavilion("菜篮子", Kind.ZONE, null, List.of()));
        var merchant = merchants
                .open(new NewMerchant(
                        code, "某社", Merchant.Kind.COOPERATIVE, "532529", "", 0, "某社", "6227003812345678901"))
                .id();
        pavilions.include(code, List.of(merchant, merchant));
        assertThat(pavilions.merchantsOf(code)).containsExactly(merchant);
        assertThat(pavilions.ofMerchant(merchant)).containsExactly(code);
    }

    @Test
    void a_pavilion_of_origin_needs_its_province() {
        assertThatThrownBy(() -> pavilions.define(pavilion("某馆", Kind.ORIGIN, null, List.of())))
                .hasMessageContaining("pavilion");
        pavilions.define(pavilion("云南馆", Kind.ORIGIN, "53", List.of()));
        assertThat(pavilions.byCode(code).orElseThrow().provinceCode()).isEqualTo("53");
    }

    @Test
    void news_of_members_are_stored_in_the_form_that_older_rows_have() throws IOException {
        var event = new PavilionMembersChanged("yunnan");
        var stored = "{\"pavilionCode\":\"yunnan\"}";
        assertThat(json.writeValueAsString(event)).isEqualTo(stored);
        assertThat(json.readValue(stored, PavilionMembersChanged.class)).isEqualTo(event);
        assertThat(PavilionMembersChanged.class.getAnnotation(EventName.class).value())
                .isEqualTo("pavilion.members-changed");
    }

    private Pavilion pavilion(String name, Kind kind, @Nullable String provinceCode, List<UUID> partnerIds) {
        return new Pavilion(code, name, "Pavilion", kind, provinceCode, "简介", "Summary", 1, partnerIds);
    }
}
