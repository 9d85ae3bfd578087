package terrace.search.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import terrace.catalog.categories.Category;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.merchants.Merchants;
import terrace.marketplace.merchants.NewMerchant;
import terrace.marketplace.pavilions.Pavilion;
import terrace.marketplace.pavilions.Pavilions;
import terrace.search.GoodsForSearch;
import terrace.search.suggest.Suggestion.Kind;

@MicronautTest(transactional = false)
@Property(name = "terrace.search.query-time-max", value = "20s")
class SuggestionsTest {
    @Inject
    Suggestions suggestions;

    @Inject
    GoodsForSearch goods;

    @Inject
    Merchants merchants;

    @Inject
    Pavilions pavilions;

    @Test
    void merchants_with_goods_and_pavilions_are_suggested_by_any_of_their_beginnings() throws InterruptedException {
        goods.awaitIndex();
        goods.clear();
        Merchant selling = merchant("m-yunling", "红河云垄合作社");
        Merchant idle = merchant("m-wanling", "红河晚岭合作社");
        Category rice = goods.category("rice", "大米", "Rice");
        goods.publish(selling.id(), rice, "哈尼红米", GoodsForSearch.RED_RIVER, 6_250);
        goods.settle();
        Pavilion pavilion = pavilions.define(
                new Pavilion("zone-wan", "皖南山货馆", "Wannan Hills", Pavilion.Kind.ZONE, null, "", "", 1, List.of()));
        suggestions.remake();

        Suggestion merchant = new Suggestion(selling.name(), Kind.MERCHANT, selling.code());
        for (String typed : new String[] {"红河云", "云垄", "honghey", "yunlong", "hhyl", "yl"}) {
            assertThat(suggestions.suggest(typed)).as(typed).contains(merchant);
        }
        assertThat(suggestions.suggest("合作社"))
                .as("what hundreds are called finds none")
                .isEmpty();
        assertThat(suggestions.suggest("晚岭"))
                .as("who sells nothing")
                .doesNotContain(new Suggestion(idle.name(), Kind.MERCHANT, idle.code()));

        Suggestion house = new Suggestion(pavilion.name(), Kind.PAVILION, pavilion.code());
        for (String typed : new String[] {"皖", "皖南山货", "wannanshan", "wnsh", "wannanhills", "Wannan H"}) {
            assertThat(suggestions.suggest(typed)).as(typed).contains(house);
        }
    }

    private Merchant merchant(String code, String name) {
        return merchants.open(new NewMerchant(
                code, name, Merchant.Kind.COOPERATIVE, GoodsForSearch.RED_RIVER, "", 0, "云垄", "6222600000000000015"));
    }
}
