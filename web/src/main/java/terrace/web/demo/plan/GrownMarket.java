package terrace.web.demo.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.regions.Region;
import terrace.web.demo.plan.Facts.County;
import terrace.web.demo.plan.Facts.Goods;
import terrace.web.demo.plan.Facts.Seller;
import terrace.web.demo.plan.Facts.Speciality;

/** Merchants and listings beyond the facts, in every county once poor: a market of full size, for measuring. */
public final class GrownMarket {

    /** The published size: nearly 90,000 goods of some 4,000 merchants. */
    private static final int LISTINGS_PER_MERCHANT = 22;

    private static final List<String> NAMES =
            List.of("山", "云", "禾", "田", "坡", "溪", "泉", "岭", "谷", "麦", "露", "霞", "竹", "松", "石", "湾");

    private GrownMarket() {}

    /** Everything the facts plan, and as many more listings as are missing to the number wanted. */
    public static List<PlannedListing> plan(Facts facts, List<Region> poorCounties, int listings) {
        ListingPlan plan = ListingPlan.ofFacts(facts);
        Map<String, List<Speciality>> byProvince = byProvince(facts);
        int sellers = Math.ceilDiv(Math.max(0, listings - plan.size()), LISTINGS_PER_MERCHANT);
        for (int number = 0; number < sellers; number++) {
            Region region = poorCounties.get(number % poorCounties.size());
            List<Speciality> goods = rotated(byProvince.getOrDefault(region.provinceCode(), List.of()), number);
            int share = Math.ceilDiv(listings - plan.size(), sellers - number);
            plan.add(seller(region, number), county(facts, region), goods, share);
        }
        return plan.planned();
    }

    private static Seller seller(Region region, int number) {
        String name = Seed.pick(NAMES, "first", Integer.toString(number))
                + Seed.pick(NAMES, "second", Integer.toString(number));
        boolean farm = number % 3 == 0;
        return new Seller(
                "c%s-%d".formatted(region.code(), number),
                Wording.place(region.name()) + name + (number % 97) + (farm ? "号家庭农场" : "号农民合作社"),
                farm ? Merchant.Kind.FAMILY_FARM : Merchant.Kind.COOPERATIVE,
                region.code());
    }

    private static County county(Facts facts, Region region) {
        County known = facts.counties().get(region.code());
        String place = Wording.place(region.name());
        return known != null ? known : new County(region.code(), place, place + "的货由当地合作社和农场收拢、分级、装箱");
    }

    /** Each kind of goods that grows in a province, under its plain name. */
    private static Map<String, List<Speciality>> byProvince(Facts facts) {
        Map<String, Map<String, Speciality>> found = new TreeMap<>();
        for (Speciality speciality : facts.specialities()) {
            Goods goods = facts.goodsOf(speciality.category());
            for (String noun : goods.nouns()) {
                found.computeIfAbsent(speciality.county().substring(0, 2), province -> new TreeMap<>())
                        .put(
                                noun,
                                new Speciality(
                                        speciality.county(),
                                        noun,
                                        speciality.category(),
                                        speciality.season(),
                                        goods.low(),
                                        goods.high()));
            }
        }
        return found.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> List.copyOf(entry.getValue().values())));
    }

    private static List<Speciality> rotated(List<Speciality> goods, int by) {
        List<Speciality> turned = new ArrayList<>(goods);
        Collections.rotate(turned, by * 5);
        return turned;
    }
}
