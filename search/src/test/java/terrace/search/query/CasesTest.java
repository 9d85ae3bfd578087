package terrace.search.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import terrace.catalog.categories.Category;
import terrace.search.Cluster;
import terrace.search.GoodsForSearch;

/** What shoppers elsewhere complained of not finding, and what ours type; on a shelf where much is alike. */
@Tag(Cluster.CONTRACT)
@MicronautTest(transactional = false)
// a busy build machine is no reason to ask PostgreSQL
@Property(name = "terrace.search.query-time-max", value = "20s")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CasesTest {
    private static final long VECTORS_SECONDS_MAX = 240;

    private static final List<String> TITLES = List.of(
            "中国农业发展银行纪念册",
            "待处理库存农具",
            "在建工程围挡布",
            "安装简单大棚支架",
            "小化妆包",
            "多功能测试工具箱",
            "招商证券股份有限公司台历",
            "招商办公桌垫",
            "VMware虚拟机入门书",
            "虚拟机使用手册",
            "洛川糖心苹果 10斤装",
            "静宁苹果 5斤",
            "山东蘋果汁 1L",
            "苹果树苗 一米高",
            "库尔勒香梨 5斤",
            "酥梨 10斤",
            "哈尼红米 5斤装",
            "哈尼红米 10斤装",
            "红米酒 500ml",
            "真空红豆 500g",
            "五常大米 10斤装 真空",
            "五常大米 5斤装",
            "东北大米 10斤",
            "正宗赣南脐橙20斤",
            "赣南脐橙 5斤",
            "秭归脐橙 10斤",
            "普罗旺斯西红柿 5斤",
            "云南马铃薯 10斤",
            "新鲜花椰菜 3颗",
            "散养土鸡蛋 10枚",
            "散养土鸡蛋 30枚",
            "手工打制菜刀 SHIBAZI",
            "GX160 汽油微耕机",
            "Organic walnuts 500g");

    /** What is typed, and what must stand in the title of the first hit. */
    private static final String FIRSTS = """
            农业, 中国农业发展银行纪念册
            银行, 中国农业发展银行纪念册
            处理, 待处理库存农具
            工程, 在建工程围挡布
            简单, 安装简单大棚支架
            小化妆, 小化妆包
            化妆包, 小化妆包
            包, 小化妆包
            测试, 多功能测试工具箱
            工具, 多功能测试工具箱
            工具箱, 多功能测试工具箱
            招商 公司, 招商证券股份有限公司台历
            苹果, 苹果
            平果, 苹果
            pingguo, 苹果
            pg, 苹果
            苹菓, 苹果
            红米5斤, 哈尼红米 5斤装
            红米2.5kg, 哈尼红米 5斤装
            红米 2500g, 哈尼红米 5斤装
            红米 ５斤, 哈尼红米 5斤装
            红米10斤, 哈尼红米 10斤装
            五常大米 10斤装 真空, 五常大米 10斤装 真空
            真空 五常大米, 五常大米 10斤装 真空
            正宗赣南脐橙20斤, 正宗赣南脐橙20斤
            赣南济橙, 赣南脐橙
            赣男脐橙, 赣南脐橙
            番茄, 普罗旺斯西红柿 5斤
            土豆, 云南马铃薯 10斤
            洋芋, 云南马铃薯 10斤
            花菜, 新鲜花椰菜 3颗
            土鸡蛋10枚, 散养土鸡蛋 10枚
            土鸡蛋 30枚, 散养土鸡蛋 30枚
            红河县, 山里的老品种
            山东 菜刀, 手工打制菜刀 SHIBAZI
            shibazi, 手工打制菜刀 SHIBAZI
            shibasi, 手工打制菜刀 SHIBAZI
            旋风牌gx160, GX160 汽油微耕机
            walnut, Organic walnuts 500g
            walnits, Organic walnuts 500g
            苹果 哪个好, 苹果
            """;

    @Inject
    ListingSearch search;

    @Inject
    GoodsForSearch goods;

    @BeforeAll
    void stock() throws InterruptedException {
        goods.awaitIndex();
        goods.clear();
        Category all = goods.category("all-goods", "货物", "All goods");
        for (String title : TITLES) {
            goods.publish(all, title, GoodsForSearch.SHOUGUANG, 1_000 + title.length());
        }
        goods.publish(all, "山里的老品种", GoodsForSearch.RED_RIVER, 900);
        goods.settle();
        goods.awaitVectors(VECTORS_SECONDS_MAX);
        goods.settle();
    }

    @ParameterizedTest
    @CsvSource(textBlock = FIRSTS)
    void what_is_typed_finds_this_first(String typed, String first) {
        assertThat(titles(typed)).isNotEmpty();
        assertThat(titles(typed).getFirst().replace("蘋", "苹")).contains(first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"虚拟机", "xuniji"})
    void every_hit_shows_what_was_asked_for(String typed) {
        assertThat(search.search(SearchRequest.of(typed, 20)).hits())
                .hasSizeGreaterThanOrEqualTo(2)
                .filteredOn(hit -> hit.card().title().contains("虚拟机"))
                .hasSize(2)
                .allSatisfy(hit -> assertThat(hit.title()).contains(new TitleSpan("虚拟机", true)));
    }

    @Test
    void other_names_and_sounds_are_marked_too() {
        assertThat(marked("土豆")).contains("马铃薯");
        assertThat(marked("平果")).contains("苹果");
        assertThat(marked("红米 2.5kg")).contains("红米").contains("5斤装");
    }

    @Test
    void words_come_before_sounds_and_pears_do_not_come_at_all() {
        List<String> found = titles("苹果");
        assertThat(found.subList(0, 3)).allSatisfy(title -> assertThat(title).containsAnyOf("苹果", "蘋果"));
        assertThat(found).noneMatch(title -> title.contains("脐橙") || title.contains("大米"));
    }

    @Test
    void all_words_stand_before_some_of_them() {
        assertThat(titles("五常大米"))
                .startsWith("五常大米 5斤装", "五常大米 10斤装 真空")
                .doesNotContainSequence("东北大米 10斤", "五常大米 5斤装");
        assertThat(titles("赣南脐橙").subList(0, 2)).containsExactlyInAnyOrder("正宗赣南脐橙20斤", "赣南脐橙 5斤");
    }

    @Test
    void a_word_with_a_minus_is_not_wanted_and_one_in_quotes_must_be_there() {
        assertThat(titles("招商 -公司")).contains("招商办公桌垫").doesNotContain("招商证券股份有限公司台历");
        assertThat(titles("红米 -酒")).contains("哈尼红米 5斤装").doesNotContain("红米酒 500ml");
        assertThat(titles("\"五常大米\" \"真空\"")).containsExactly("五常大米 10斤装 真空");
        assertThat(titles("“赣南脐橙”")).containsExactlyInAnyOrder("正宗赣南脐橙20斤", "赣南脐橙 5斤");
        assertThat(titles("x-moon")).doesNotContain("哈尼红米 5斤装");
    }

    @Test
    void what_nothing_answers_finds_nothing() {
        for (String typed : List.of("挖掘机发动机", "qqxxzzy", "🍎", "*:*")) {
            assertThat(titles(typed)).as(typed).hasSizeLessThan(4);
        }
    }

    private List<String> marked(String typed) {
        return search.search(SearchRequest.of(typed, 20)).hits().stream()
                .flatMap(hit -> hit.title().stream())
                .filter(TitleSpan::marked)
                .map(TitleSpan::text)
                .toList();
    }

    private List<String> titles(String typed) {
        Results results = search.search(SearchRequest.of(typed, 20));
        assertThat(results.source()).isEqualTo(Source.INDEX);
        return results.hits().stream().map(hit -> hit.card().title()).toList();
    }
}
