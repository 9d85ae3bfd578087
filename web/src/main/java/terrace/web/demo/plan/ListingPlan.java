package terrace.web.demo.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import terrace.web.demo.plan.Facts.County;
import terrace.web.demo.plan.Facts.Goods;
import terrace.web.demo.plan.Facts.Seller;
import terrace.web.demo.plan.Facts.Speciality;
import terrace.web.demo.plan.PlannedListing.PlannedSku;

/** Puts listings together from facts: no two with the same title, every price within its range. */
public final class ListingPlan {

    /** Ways to combine weight, pack and words before another speciality must help out. */
    private static final int VARIANTS_MAX = 27;

    private static final String GIFT_BOX = "礼盒装";
    private static final int GIFT_GRAMS_MAX = 5000;

    private static final List<String> VILLAGES = List.of(
            "上寨村", "下寨村", "新寨村", "大坪村", "小坪村", "河坝村", "梨树村", "石桥村", "水井村", "松林村", "东沟村", "西沟村", "前进村", "向阳村", "长坡村",
            "高岭村", "杨柳村", "塘边村", "坝子村", "岔河村");

    private final Set<String> titles = new HashSet<>();
    private final List<PlannedListing> planned = new ArrayList<>();
    private final Facts facts;

    ListingPlan(Facts facts) {
        this.facts = facts;
    }

    /** The market for walking about in: every merchant sells what its county is known for. */
    public static ListingPlan ofFacts(Facts facts) {
        ListingPlan plan = new ListingPlan(facts);
        var byCounty = facts.specialities().stream().collect(Collectors.groupingBy(Speciality::county));
        for (Seller seller : facts.sellers()) {
            List<Speciality> known = byCounty.getOrDefault(seller.county(), List.of());
            int wanted = Math.max(known.size(), 4 + Seed.below(3, seller.code()));
            plan.add(seller, facts.countyOf(seller.county()), known, wanted);
        }
        return plan;
    }

    int size() {
        return planned.size();
    }

    public List<PlannedListing> planned() {
        return List.copyOf(planned);
    }

    /** Plans as many listings of a merchant as wanted, taking its goods in turn; fewer when all words are used up. */
    void add(Seller seller, County county, List<Speciality> known, int wanted) {
        int added = 0;
        for (int variant = 0; variant < VARIANTS_MAX && added < wanted; variant++) {
            for (Speciality speciality : known) {
                if (added < wanted && add(seller, county, speciality, variant)) {
                    added++;
                }
            }
        }
    }

    private boolean add(Seller seller, County county, Speciality speciality, int variant) {
        Goods goods = facts.goodsOf(speciality.category());
        int turn = variant + Seed.below(VARIANTS_MAX, seller.code(), speciality.product());
        int smallest = turn % goods.grams().size();
        String pack = pack(goods, turn + turn / 3, goods.grams().get(smallest));
        String word =
                goods.words().get((turn + turn / 9 + variant) % goods.words().size());
        String title =
                Wording.title(county.name(), speciality.product(), goods.grams().get(smallest), pack, word);
        if (!titles.add(title)) {
            return false;
        }
        planned.add(new PlannedListing(
                Seed.id(planned.size(), "listing", seller.code(), title),
                seller,
                goods,
                title,
                Wording.story(county.ground(), speciality, goods),
                county.code(),
                Seed.pick(VILLAGES, seller.code(), "village"),
                Wording.season(speciality.season()),
                skus(seller, speciality, goods, title, pack, smallest)));
        return true;
    }

    /** Nobody gives ten kilograms away in a gift box. */
    private static String pack(Goods goods, int turn, int grams) {
        String pack = goods.packs().get(turn % goods.packs().size());
        return pack.equals(GIFT_BOX) && grams > GIFT_GRAMS_MAX ? goods.packs().getFirst() : pack;
    }

    private List<PlannedSku> skus(
            Seller seller, Speciality speciality, Goods goods, String title, String pack, int smallest) {
        List<PlannedSku> skus = new ArrayList<>();
        int share = Seed.below(101, title, "price");
        for (int size = smallest; size < goods.grams().size(); size++) {
            int grams = goods.grams().get(size);
            int stock = stock(goods, title, size);
            skus.add(new PlannedSku(
                    Seed.id(planned.size(), "sku", seller.code(), title, Integer.toString(grams)),
                    Wording.weight(grams) + " " + pack,
                    price(speciality, share, grams, size - smallest),
                    grams,
                    seller.code() + "-" + (planned.size() % 1000) + "-" + grams,
                    stock));
        }
        return skus;
    }

    /** A few are nearly sold out; the campaign's rice must last for thousands of 斤. */
    private static int stock(Goods goods, String title, int size) {
        if (goods.category().equals("red-rice")) {
            return 3000;
        }
        return Seed.below(37, title, "stock") == 0 ? 3 : 40 + Seed.below(400, title, "stock" + size);
    }

    /** A larger pack is some percent cheaper by weight, down to the low end of the range. */
    private static long price(Speciality speciality, int share, int grams, int step) {
        long perJin = speciality.low() + (long) (speciality.high() - speciality.low()) * share / 100;
        long cheaper = Math.max(speciality.low(), perJin * (100 - 4L * step) / 100);
        long fen = cheaper * grams / 500;
        long coin = fen >= 2000 ? 50 : 10;
        return Math.ceilDiv(fen, coin) * coin;
    }
}
