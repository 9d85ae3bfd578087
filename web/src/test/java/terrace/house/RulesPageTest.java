package terrace.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import terrace.marketplace.accounts.Role;
import terrace.marketplace.ids.Ids;
import terrace.search.merchandising.Merchandising;

/** The pages where operators decide about searches, over HTTP; PostgreSQL answers, no node is started. */
class RulesPageTest {
    private static final OpenHouse HOUSE = OpenHouse.enter();
    private static final String HERE = "/operator/search/rules";

    private final Caller operator = Caller.withRole(Role.OPERATOR);

    @Test
    void a_rule_is_previewed_made_ended_and_put_back() {
        UUID id = Ids.next();
        String fields = "id=" + id + "&kind=SYNONYM&words=" + typed("夷红 高原红") + "&asked=&note=" + typed("<b>土话</b>");
        HttpResponse<String> preview = send(HERE, fields + "&act=preview");
        assertThat(preview.statusCode()).isEqualTo(200);
        assertThat(preview.body()).contains("id=\"preview\"").contains("夷红 高原红");
        assertThat(HOUSE.door(Merchandising.class).byId(id)).isEmpty();

        assertThat(send(HERE, fields + "&act=make").headers().firstValue("location"))
                .hasValue(HERE + "?done=made");
        assertThat(send(HERE, fields + "&act=make").statusCode()).isEqualTo(303);
        assertThat(get(HERE).body()).containsOnlyOnce(HERE + "/" + id + "\"").contains("&lt;b&gt;土话&lt;/b&gt;");
        assertThat(HOUSE.door(Merchandising.class).present().synonymsOf("夷红")).containsExactly("高原红");

        assertThat(send(HERE + "/" + id + "/end", "").headers().firstValue("location"))
                .hasValue(HERE + "?done=ended");
        assertThat(send(HERE + "/" + id + "/end", "").headers().firstValue("location"))
                .hasValue(HERE + "?done=over");
        assertThat(HOUSE.door(Merchandising.class).present().synonymsOf("夷红")).isEmpty();

        assertThat(send(HERE + "/" + id + "/return", "").headers().firstValue("location"))
                .hasValue(HERE + "?done=back");
        assertThat(HOUSE.door(Merchandising.class).present().synonymsOf("夷红")).containsExactly("高原红");
    }

    @Test
    void what_is_wrong_is_said_at_its_field_and_nothing_typed_is_lost() {
        String fields = "id=" + Ids.next() + "&kind=PIN&asked=" + typed("红米酒") + "&listing=nobody&place=99&first=soon";
        HttpResponse<String> refused = send(HERE, fields + "&act=make");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("id=\"first-error\"")
                .contains("value=\"红米酒\"")
                .contains("value=\"soon\"");
        refused = send(HERE, fields.replace("soon", "") + "&act=make");
        assertThat(refused.body()).contains("id=\"listing-error\"").contains("id=\"place-error\"");
        assertThat(send(HERE, "id=nothing&kind=PIN").statusCode()).isEqualTo(404);
        assertThat(get(HERE + "/" + Ids.next()).statusCode()).isEqualTo(404);
    }

    @Test
    void goods_are_boosted_by_name_and_where_several_have_it_one_is_chosen() {
        assertThat(get(HERE + "/new?kind=BOOST").body()).contains("<option value=\"云南省\"");
        String fields = "id=" + Ids.next() + "&kind=BOOST&asked=&trait=COUNTY&strength=2&act=make&value=";
        HttpResponse<String> several = send(HERE, fields + typed("鼓楼区"));
        assertThat(several.statusCode()).isEqualTo(422);
        assertThat(several.body()).contains("请选定是哪一个", "江苏 鼓楼区 (320106)", "<option value=\"350102\"");
        assertThat(send(HERE, fields + typed("不存在县")).body()).contains("没有这个名称或代码");
        assertThat(send(HERE, fields + "320106").statusCode()).isEqualTo(303);
        assertThat(get(HERE).body()).contains("鼓楼区");
    }

    @Test
    void the_place_of_one_of_the_goods_is_explained_as_far_as_the_index_answers() {
        String why = "/operator/search/explanation";
        assertThat(get(why).statusCode()).isEqualTo(200);
        assertThat(get(why + "?listing=x").body()).contains("id=\"q-error\"");
        assertThat(get(why + "?q=" + typed("米") + "&listing=x").statusCode()).isEqualTo(422);
        UUID listing = Stall.open("explained").listingId();
        String away =
                get(why + "?q=" + typed("米") + "&listing=/listings/" + listing).body();
        assertThat(away).contains("搜索服务暂时不可用");
    }

    private HttpResponse<String> get(String path) {
        return HOUSE.answer(operator.ask(path));
    }

    private HttpResponse<String> send(String path, String fields) {
        return HOUSE.answer(operator.send(path, fields));
    }

    private static String typed(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
