package terrace.web.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import terrace.web.pages.Language;

class CampaignViewsTest {
    @Test
    void a_goal_is_not_called_reached_before_it_is() {
        assertThat(CampaignViews.percent(2_999_999, 3_000_000)).isEqualTo("99.9");
        assertThat(CampaignViews.percent(3_000_000, 3_000_000)).isEqualTo("100.0");
    }

    @Test
    void the_bar_ends_where_it_ends_but_the_figure_goes_on() {
        assertThat(CampaignViews.bar(4_500_000, 3_000_000)).isEqualTo(1_000);
        assertThat(CampaignViews.percent(4_500_000, 3_000_000)).isEqualTo("150.0");
    }

    @Test
    void a_campaign_with_more_goods_back_than_sold_stands_at_nothing() {
        assertThat(CampaignViews.bar(-500, 3_000_000)).isZero();
    }

    @Test
    void parts_of_a_table_are_said_to_the_gram_and_the_fen() {
        assertThat(CampaignViews.exactJin(Language.ZH, 97_205)).isEqualTo("194.41");
        assertThat(CampaignViews.exactJin(Language.ZH, 5_000)).isEqualTo("10");
        assertThat(CampaignViews.exactYuan(Language.ZH, 119_950)).isEqualTo("1,199.50");
        assertThat(CampaignViews.exactYuan(Language.ZH, 120_000)).isEqualTo("1,200");
    }
}
