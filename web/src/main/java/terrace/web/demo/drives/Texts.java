package terrace.web.demo.drives;

import java.util.List;

/** What the campaigns of the demo market say. */
record Texts(
        String title,
        String titleEn,
        String story,
        String storyEn,
        long jin,
        int households,
        List<String> origins,
        List<String> pavilions) {

    static final Texts OVER = new Texts(
            "秋收第一程",
            "The first of the harvest",
            "新米刚打下来，脐橙还青着。两家合作社先把头一批寄出来，请大家尝尝，也给秋后的农资凑一笔周转。",
            "The new rice is threshed and the oranges are still green. Two cooperatives send the first of the harvest,"
                    + " to be tasted and to pay for what the fields need after it.",
            120,
            86,
            List.of(),
            List.of("yunnan", "jiangxi"));

    static final Texts LIVE = new Texts(
            "北山有光",
            "Light on the northern hills",
            "黄土坡上的小米、土豆和滩羊，一年只有一次出山的好时候。职工食堂先定一批，街坊邻居跟着买一点，山里的冬天就暖一些。",
            "Millet, potatoes and mutton of the loess hills have one good season to leave them. Canteens order first,"
                    + " neighbours follow, and the winter up there is a little warmer.",
            2_000,
            210,
            List.of("62", "63", "64"),
            List.of("grid-and-light", "gansu", "qinghai", "ningxia"));

    static final Texts OPEN = new Texts(
            "山里的年货",
            "New Year goods from the hills",
            "腊肉、干菌、红米、核桃，年夜饭桌上的几样，从山里直接来。商户自愿报名，早报名早备货，不报名照常卖。",
            "Cured pork, dried mushrooms, red rice and walnuts for the New Year table, straight from the hills."
                    + " Merchants enrol by choice, and who does not sells on as ever.",
            10_000,
            320,
            List.of(),
            List.of("sichuan", "guizhou", "yunnan", "hunan"));

    static final Texts CHECKING = new Texts(
            "云雾里的早茶",
            "Tea out of the mist",
            "苗岭的茶树长在云雾里，冬天修枝要花工钱。趁着还有些秋茶，先卖一批，把修枝的工钱付上。",
            "The tea of the Miao hills grows in the mist, and pruning it in winter costs wages. Some autumn tea is left"
                    + " to be sold for them.",
            600,
            45,
            List.of("52"),
            List.of("guizhou"));

    /** Not written to the end. */
    static final Texts DRAFT = new Texts("青稞进城", "Barley comes to town", "", "", 0, 0, List.of(), List.of());

    static final String SUMMARY = "两家合作社的头一批货都寄到了，卖出的是目标的几倍，谢谢每一位买家。下一程改用厚一些的箱子，路上更稳当。";
    static final String SUMMARY_EN = "The first goods of both cooperatives have arrived, several times what was meant to"
            + " be sold. Thanks to everybody who bought. The next ones travel in thicker boxes.";
    static final String FINDING = "抽查的订单与明细一致。";
}
