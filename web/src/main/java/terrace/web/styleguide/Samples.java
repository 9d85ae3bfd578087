package terrace.web.styleguide;

import java.util.List;
import java.util.stream.Stream;
import terrace.web.styleguide.StyleguidePage.Card;
import terrace.web.styleguide.StyleguidePage.Choice;
import terrace.web.styleguide.StyleguidePage.Column;
import terrace.web.styleguide.StyleguidePage.Link;
import terrace.web.styleguide.StyleguidePage.Mark;
import terrace.web.styleguide.StyleguidePage.Option;
import terrace.web.styleguide.StyleguidePage.Tag;
import terrace.web.styleguide.StyleguidePage.Tile;
import terrace.web.styleguide.StyleguidePage.Wrong;

/** Invented goods and figures for the style guide. */
final class Samples {

    private static final String PROVINCES =
            "65新 15蒙 23黑 62甘 64宁 14晋 13冀 11京 21辽 22吉 63青 61陕 41豫 37鲁 12津 54藏 51川 50渝 42鄂 34皖 32苏 31沪 53云 52贵 "
                    + "43湘 36赣 33浙 45桂 44粤 35闽 71台 46琼 82澳 81港";

    private static final String GROUNDS =
            "paper surface sunk brand deep brand-tint gold-tint danger-tint aid-tint info-tint";
    private static final String ICONS = "cart user search pin truck shield check warning info next back down up "
            + "filter mic menu store leaf clock close plus minus home grid flag doc bank star bag mail phone out";

    private Samples() {}

    static StyleguidePage page() {
        return new StyleguidePage(
                List.of(GROUNDS.split(" ", -1)),
                List.of(ICONS.split(" ", -1)),
                cards(),
                List.of(new Link("粮油米面", "/categories/grain"), new Link("红米", null)),
                List.of(
                        new Wrong("recipient", "layout.guide.wrong.name"),
                        new Wrong("phone", "layout.guide.wrong.phone")),
                List.of(new Option("53", "云南"), new Option("36", "江西"), new Option("61", "陕西")),
                List.of(
                        new Choice("云南", "/search?q=米&province=53", 128, true),
                        new Choice("江西", "/search?q=米&province=36", 64, false),
                        new Choice("黑龙江", "/search?q=米&province=23", 31, false)),
                List.of(
                        new Choice("综合", "/search?q=米", 0, true), new Choice("销量", "/search?q=米&sort=sold", 0, false),
                        new Choice("价格", "/search?q=米&sort=price", 0, false),
                                new Choice("每斤单价", "/search?q=米&sort=jin", 0, false)),
                tiles(),
                List.of(
                        new Mark("已下单", "11月18日 09:12", null, true, false),
                                new Mark("已付款", "11月18日 09:14", "建行沙盒支付", true, false),
                        new Mark("已发货", "11月19日 16:40", "中国邮政 9876543210", true, true),
                                new Mark("确认收货", null, "11月29日自动确认", false, false)),
                List.of("购物车", "确认订单", "付款", "完成"),
                List.of(
                        new Column("商户", false),
                        new Column("订单", true),
                        new Column("货款", true),
                        new Column("应付", true)),
                List.of(
                        List.of("红河县哈尼梯田合作社", "128", "¥21,480.00", "¥21,480.00"),
                        List.of("安远县塘村果业合作社", "96", "¥8,236.50", "¥8,236.50")));
    }

    private static List<Card> cards() {
        return Stream.of(plentiful(), fewer(), last()).flatMap(row -> row).toList();
    }

    private static Stream<Card> plentiful() {
        return Stream.of(
                new Card(
                        "1",
                        "哈尼梯田红米 2.5kg 新米 现碾现发 红河县农户自种",
                        "red-rice-53-0.svg",
                        6250,
                        1250L,
                        null,
                        "云南 红河县",
                        6120,
                        1208,
                        48,
                        true,
                        List.of(new Tag("帮扶产品", "aid"), new Tag("地理标志", null))),
                new Card(
                        "2",
                        "赣南脐橙 5 斤装 现摘 单果 75mm+",
                        "orange-36-1.svg",
                        2980,
                        596L,
                        null,
                        "江西 安远县",
                        2368,
                        96,
                        47,
                        true,
                        List.of(new Tag("帮扶产品", "aid"))));
    }

    private static Stream<Card> fewer() {
        return Stream.of(
                new Card(
                        "3",
                        "安康富硒绿茶 250g 明前",
                        "tea-61-2.svg",
                        12800,
                        25600L,
                        14800L,
                        "陕西 紫阳县",
                        940,
                        0,
                        0,
                        true,
                        List.of(new Tag("产地直发", "gold"))),
                new Card("4", "牦牛肉 1kg 冷冻", "beef-54-1.svg", 11800, 5900L, null, "西藏 那曲", 88, 0, 0, false, List.of()),
                new Card(
                        "5",
                        "高山土蜂蜜 500g 一年一取",
                        "honey-42-0.svg",
                        8800,
                        8800L,
                        null,
                        "湖北 神农架",
                        1443,
                        230,
                        49,
                        true,
                        List.of(new Tag("地理标志", null))));
    }

    private static Stream<Card> last() {
        return Stream.of(
                new Card(
                        "6",
                        "和田灰枣 3 斤 免洗",
                        "jujube-65-1.svg",
                        4500,
                        1500L,
                        null,
                        "新疆 和田县",
                        2220,
                        12,
                        42,
                        true,
                        List.of(new Tag("帮扶产品", "aid"))),
                new Card(
                        "7",
                        "汪清秋木耳 250g",
                        "wood-ear-22-0.svg",
                        2805,
                        5610L,
                        null,
                        "吉林 汪清县",
                        1295,
                        31,
                        46,
                        true,
                        List.of()),
                new Card("8", "阳山水蜜桃 8 只礼盒", "peach-32-2.svg", 9900, null, null, "江苏 无锡", 0, 0, 0, true, List.of()));
    }

    private static List<Tile> tiles() {
        return List.of(PROVINCES.split(" ", -1)).stream()
                .map(p -> new Tile(
                        p.substring(0, 2),
                        p.substring(2),
                        p.substring(2),
                        "/pavilions/" + p.substring(0, 2),
                        Integer.parseInt(p.substring(0, 2)) * 7 % 110))
                .toList();
    }
}
