package terrace.web.demo.plan;

import java.math.BigDecimal;
import terrace.web.demo.plan.Facts.Goods;
import terrace.web.demo.plan.Facts.Speciality;

/** Titles and stories, put together from facts; nothing is praised that is not known. */
final class Wording {

    private Wording() {}

    static String weight(int grams) {
        return grams < 1000
                ? grams + "g"
                : BigDecimal.valueOf(grams, 3).stripTrailingZeros().toPlainString() + "kg";
    }

    static String title(String place, String product, int grams, String pack, String word) {
        boolean named = product.contains(place.substring(0, place.length() - 1));
        return (named ? "" : place) + product + " " + weight(grams) + " " + pack + " " + word;
    }

    /** Two to four sentences: the place, the season, how to keep and use the goods. */
    static String story(String ground, Speciality speciality, Goods goods) {
        return ground + "。" + made(speciality, goods) + "。" + kept(goods) + "。" + goods.serving() + "。";
    }

    /** A county as people say it: the peoples in the name of an autonomous county left out. */
    static String place(String county) {
        return county.replaceAll(
                "((各|苗|侗|傣|拉祜|佤|哈尼|彝|布依|回|黎|藏|傈僳|土家|毛南|仫佬|仡佬|水|瑶|土|满|撒拉|保安|东乡|独龙|怒|白|普米|布朗"
                        + "|纳西|哈萨克|塔吉克|锡伯|蒙古|达斡尔|羌)族?)+自治(县|旗)$",
                "$3");
    }

    /** Months in words for the listing, such as 9月–11月. */
    static String season(String months) {
        if (months.equals("all")) {
            return "全年";
        }
        int dash = months.indexOf('-');
        return dash < 0 ? months + "月" : months.substring(0, dash) + "月–" + months.substring(dash + 1) + "月";
    }

    private static String made(Speciality speciality, Goods goods) {
        String product = speciality.product();
        if (speciality.season().equals("all")) {
            return product + "全年" + goods.verb() + (goods.perishable() ? "，下单后安排发货" : "，按批次发货");
        }
        return product + "在每年" + season(speciality.season()).replace("–", "到") + goods.verb()
                + (goods.perishable() ? "，按下单先后发货" : "，当年的货卖完为止");
    }

    private static String kept(Goods goods) {
        String days = "保质期" + goods.shelfLifeDays() + "天";
        return switch (goods.storage()) {
            case AMBIENT -> "放在干燥、通风、照不到太阳的地方，" + days;
            case COOL -> "放在阴凉处，避开太阳和暖气，" + days;
            case CHILLED -> "收到后放进冰箱冷藏，" + days;
            case FROZEN -> "全程冷链，收到后放进冷冻室，" + days;
        };
    }
}
