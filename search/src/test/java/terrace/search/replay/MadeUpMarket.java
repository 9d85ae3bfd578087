package terrace.search.replay;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Goods and people with tastes, made by chance from a seed. Goods are of a kind, from a province, more or less liked by
 * everybody, some for a season, some used up and bought again. People live in a province, care for a few kinds, have
 * staples with a rhythm, and look at what is popular as well.
 */
final class MadeUpMarket {
    static final int KINDS = 40;
    static final int PROVINCES = 8;
    static final int DAYS = 84;

    private static final double LIKED_EXPONENT = 0.9;
    private static final double LOCAL_LIKING = 3;
    private static final int SEASON_DAYS = 28;
    private static final int FAVOURITES_MAX = 4;

    final Random chance;
    final List<Goods> goods = new ArrayList<>();
    final List<Person> people = new ArrayList<>();
    private final List<List<Integer>> byKind = new ArrayList<>();

    MadeUpMarket(long seed, int goodsWanted, int peopleWanted) {
        chance = new Random(seed);
        for (int kind = 0; kind < KINDS; kind++) {
            byKind.add(new ArrayList<>());
        }
        for (int number = 0; number < goodsWanted; number++) {
            Goods made = goods(number);
            goods.add(made);
            byKind.get(made.kind()).add(number);
        }
        for (int number = 0; number < peopleWanted; number++) {
            people.add(person(number));
        }
    }

    /**
     * @param liked how much everybody likes it
     * @param from first day of its season; the whole time when it has none
     * @param usedUpDays 0 for what is bought once in a while only
     * @param goesWith a kind that is bought with it
     */
    record Goods(int number, int kind, int province, double liked, int from, int until, int usedUpDays, int goesWith) {
        boolean inSeason(int day) {
            return day >= from && day < until;
        }
    }

    /**
     * @param tastes weight of each kind
     * @param visits chance of a visit on a day
     */
    record Person(int number, int province, List<Double> tastes, double visits, List<Staple> staples) {}

    /** Something that a person buys again and again. */
    static final class Staple {
        final int goods;
        int due;

        Staple(int goods, int due) {
            this.goods = goods;
            this.due = due;
        }
    }

    List<Integer> ofKind(int kind) {
        return byKind.get(kind);
    }

    int draw(List<Double> weights) {
        double at = chance.nextDouble() * sum(weights);
        for (int index = 0; index < weights.size(); index++) {
            at -= weights.get(index);
            if (at < 0) {
                return index;
            }
        }
        return weights.size() - 1;
    }

    private static double sum(List<Double> weights) {
        return weights.stream().mapToDouble(each -> each).sum();
    }

    /** One of these, by how much people of a province like it on a day; -1 when none has its season. */
    int drawGoods(List<Integer> from, int province, int day) {
        List<Double> weights = from.stream()
                .map(goods::get)
                .map(each -> each.inSeason(day) ? each.liked() * (each.province() == province ? LOCAL_LIKING : 1) : 0)
                .toList();
        return sum(weights) == 0 ? -1 : from.get(draw(weights));
    }

    private Goods goods(int number) {
        int kind = number % KINDS;
        double liked = 1 / Math.pow(1 + chance.nextInt(200), LIKED_EXPONENT);
        boolean seasonal = chance.nextInt(4) == 0;
        int from = seasonal ? chance.nextInt(DAYS - SEASON_DAYS / 2) : 0;
        int usedUp = kind % 2 == 0 ? 7 + chance.nextInt(28) : 0;
        return new Goods(
                number,
                kind,
                chance.nextInt(PROVINCES),
                liked,
                from,
                seasonal ? from + SEASON_DAYS : DAYS,
                usedUp,
                (kind * 7 + 3) % KINDS);
    }

    private Person person(int number) {
        int province = chance.nextInt(PROVINCES);
        List<Double> tastes = new ArrayList<>(Collections.nCopies(KINDS, 0.01));
        int favourites = 2 + chance.nextInt(FAVOURITES_MAX - 1);
        for (int favourite = 0; favourite < favourites; favourite++) {
            tastes.set(chance.nextInt(KINDS), 0.3 + chance.nextDouble());
        }
        List<Staple> staples = new ArrayList<>();
        int wanted = 1 + chance.nextInt(3);
        while (staples.size() < wanted) {
            staples.add(new Staple(staple(tastes, province), chance.nextInt(28)));
        }
        return new Person(number, province, tastes, 0.05 + 0.2 * chance.nextDouble(), staples);
    }

    /** Something that is used up and has no season. */
    private int staple(List<Double> tastes, int province) {
        for (int tried = 0; tried < 50; tried++) {
            int found = drawGoods(ofKind(draw(tastes)), province, 0);
            if (found >= 0
                    && goods.get(found).usedUpDays() > 0
                    && goods.get(found).until() == DAYS) {
                return found;
            }
        }
        return 0;
    }
}
