package terrace.search.query;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Operator;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import terrace.search.merchandising.Rule.Trait;
import terrace.search.merchandising.Steering;
import terrace.search.ranking.Tier;
import terrace.search.words.Pinyin;
import terrace.search.words.Quantity;
import terrace.search.words.Spelling;
import terrace.search.words.Synonyms;

/**
 * The cascade as a query. Each step is worth a constant, so its score is the steps that found a hit, and sales decide
 * among those found alike. When the steps that hold to the words find little, the looser ones join.
 */
final class WordsQuery {
    static final String CHARACTERS = "characters";
    static final String WORDS = "words";
    static final String STORY = "story";

    private static final String PAIRS = "characters.pairs";

    /** Of one or two pairs all, of more this share. */
    private static final String MOST_PAIRS = "2<70%";
    /** Of two characters both, of three two, of more this share. */
    private static final String MOST_CHARACTERS = "2<-1 3<60%";

    private static final int TYPO_LENGTH_MIN = 4;

    private final ShopperText text;
    private final Synonyms synonyms;
    private final Steering steering;

    WordsQuery(ShopperText text, Synonyms synonyms, Steering steering) {
        this.text = text;
        this.synonyms = synonyms;
        this.steering = steering;
    }

    /** The name under which a hit tells that one of the operators' wishes is for it. */
    static String boost(int at) {
        return "boost-" + at;
    }

    /** What holds to the words. */
    Query strict() {
        return text.isEmpty() ? everything() : wanted(holding());
    }

    /** The same, and what comes near: by characters, sound, a wrong letter, a model's number, and these by meaning. */
    Query loose(Collection<String> nearIds) {
        List<Query> ways = holding();
        ways.add(step(
                Tier.MOST_CHARACTERS,
                Query.of(query -> query.match(
                        match -> match.field(CHARACTERS).query(text.spelt()).minimumShouldMatch(MOST_CHARACTERS)))));
        addHomophones(ways);
        addTypos(ways);
        ways.add(nothingMore(all(STORY, text.spelt())));
        text.models().forEach(model -> ways.add(nothingMore(all(CHARACTERS, model))));
        if (!nearIds.isEmpty()) {
            List<FieldValue> ids = nearIds.stream().map(FieldValue::of).toList();
            ways.add(nothingMore(Query.of(
                    query -> query.terms(terms -> terms.field("id").terms(values -> values.value(ids))))));
        }
        return wanted(ways);
    }

    private Query everything() {
        Query all = Query.of(query -> query.matchAll(any -> any));
        return steering.hidden().isEmpty()
                ? all
                : BoolQuery.of(bool -> bool.must(all).mustNot(theseOnes(steering.hidden())))
                        ._toQuery();
    }

    private Query wanted(List<Query> ways) {
        if (text.saysNothing()) {
            return Query.of(query -> query.matchNone(none -> none));
        }
        return BoolQuery.of(bool -> {
                    bool.must(BoolQuery.of(any -> any.should(ways).minimumShouldMatch("1"))
                            ._toQuery());
                    text.phrases().forEach(phrase -> bool.filter(phrase(phrase)));
                    text.without().forEach(word -> bool.mustNot(phrase(word)));
                    if (!steering.hidden().isEmpty()) {
                        bool.mustNot(theseOnes(steering.hidden()));
                    }
                    Quantity quantity = text.quantity();
                    if (quantity != null) {
                        bool.should(step(Tier.QUANTITY, amount(quantity)));
                    }
                    return bool.should(parts());
                })
                ._toQuery();
    }

    private List<Query> holding() {
        List<Query> ways = new ArrayList<>();
        String words = String.join(" ", text.words());
        ways.add(step(Tier.PHRASE, phrase(text.spelt())));
        ways.add(step(Tier.ALL_WORDS, each(WORDS)));
        ways.add(step(Tier.ALL_ABOUT, each("about")));
        ways.add(step(
                Tier.MOST_PAIRS,
                Query.of(query -> query.match(
                        match -> match.field(PAIRS).query(text.spelt()).minimumShouldMatch(MOST_PAIRS)))));
        ways.add(step(Tier.STARTS, all("words.starts", words)));
        addSounds(ways);
        if (!steering.pins().isEmpty()) {
            ways.add(step(Tier.PINNED, theseOnes(steering.pins().values())));
        }
        return ways;
    }

    private void addSounds(List<Query> ways) {
        if (text.letters().isEmpty()) {
            return;
        }
        String apart = String.join(" ", text.letters());
        String joined = String.join("", text.letters());
        List<Query> whole = new ArrayList<>(List.of(all("pinyin", apart), all("pinyin", joined)));
        List<String> syllables = Pinyin.split(joined);
        if (syllables.size() > 1) {
            whole.add(inSyllables(syllables));
        }
        ways.add(step(Tier.SOUND, either(whole.toArray(Query[]::new))));
        ways.add(step(Tier.SOUND_STARTS, either(all("pinyin.starts", apart), all("pinyin.starts", joined))));
    }

    /** 平果 for 苹果: the words, or all of them in one go, in the same sounds. */
    private void addHomophones(List<Query> ways) {
        String joined = String.join("", text.words());
        if (joined.codePoints().noneMatch(Spelling::isHan)) {
            return;
        }
        Query whole = sounds(joined);
        boolean cut = text.words().size() > 1 && text.words().stream().allMatch(word -> word.length() > 1);
        ways.add(step(
                Tier.HOMOPHONE,
                cut
                        ? either(
                                whole,
                                every(text.words().stream()
                                        .map(WordsQuery::sounds)
                                        .toList()))
                        : whole));
    }

    private void addTypos(List<Query> ways) {
        List<Query> near = Stream.concat(
                        text.words().stream().filter(word -> word.chars().allMatch(c -> c < 0x80)),
                        Stream.of(String.join("", text.letters())))
                .filter(word -> word.length() >= TYPO_LENGTH_MIN)
                .distinct()
                .flatMap(word -> Stream.of(CHARACTERS, "pinyin").map(field -> typo(field, word)))
                .toList();
        if (!near.isEmpty()) {
            ways.add(step(Tier.TYPO, either(near.toArray(Query[]::new))));
        }
    }

    /**
     * What the parts score is asked of the hits that are fetched, by name. No document has an empty id, so that while
     * searching they cost nothing.
     */
    private Query parts() {
        return BoolQuery.of(bool -> bool.filter(
                                query -> query.term(term -> term.field("id").value("")))
                        .should(boosts())
                        .filter(query -> query.match(match ->
                                match.field(CHARACTERS).query(text.spelt()).queryName(CHARACTERS)))
                        .filter(query -> query.match(match -> match.field(WORDS)
                                .query(String.join(" ", text.scored()))
                                .queryName(WORDS)))
                        .filter(query -> query.match(
                                match -> match.field(STORY).query(text.spelt()).queryName(STORY))))
                ._toQuery();
    }

    private List<Query> boosts() {
        return IntStream.range(0, steering.boosts().size())
                .mapToObj(at -> Query.of(query -> query.term(
                        term -> term.field(field(steering.boosts().get(at).trait()))
                                .value(steering.boosts().get(at).value())
                                .queryName(boost(at)))))
                .toList();
    }

    private static String field(Trait trait) {
        return switch (trait) {
            case CATEGORY -> "categories";
            case PROVINCE -> "province";
            case COUNTY -> "county";
            case MERCHANT -> "merchant";
        };
    }

    private static Query theseOnes(Collection<UUID> ids) {
        List<FieldValue> values =
                ids.stream().map(id -> FieldValue.of(id.toString())).toList();
        return Query.of(query -> query.terms(terms -> terms.field("id").terms(all -> all.value(values))));
    }

    /** Every word, by whichever of its names. */
    private Query each(String field) {
        return every(text.words().stream().map(word -> named(field, word)).toList());
    }

    /** Names that operators added may be none the dictionary knows, so they are looked for as they are written, too. */
    private Query named(String field, String word) {
        Query known = any(
                field,
                Stream.concat(Stream.of(word), synonyms.of(word).stream()).toList());
        List<Query> written = steering.synonyms().getOrDefault(word, Set.of()).stream()
                .map(WordsQuery::phrase)
                .toList();
        return written.isEmpty()
                ? known
                : either(Stream.concat(Stream.of(known), written.stream()).toArray(Query[]::new));
    }

    private static Query amount(Quantity quantity) {
        return quantity.grams() > 0
                ? Query.of(query -> query.term(term -> term.field("grams").value(quantity.grams())))
                : phrase(quantity.count() + "枚");
    }

    private static Query sounds(String words) {
        return inSyllables(Pinyin.syllables(words));
    }

    private static Query inSyllables(List<String> syllables) {
        return Query.of(
                query -> query.matchPhrase(phrase -> phrase.field("syllables").query(String.join(" ", syllables))));
    }

    private static Query typo(String field, String word) {
        return Query.of(query -> query.fuzzy(
                fuzzy -> fuzzy.field(field).value(word).fuzziness("1").prefixLength(1)));
    }

    private static Query phrase(String text) {
        return Query.of(query -> query.matchPhrase(phrase -> phrase.field(PAIRS).query(text)));
    }

    private static Query any(String field, List<String> words) {
        return Query.of(query -> query.match(match -> match.field(field).query(String.join(" ", words))));
    }

    private static Query all(String field, String words) {
        return Query.of(
                query -> query.match(match -> match.field(field).query(words).operator(Operator.And)));
    }

    private static Query either(Query... ways) {
        return BoolQuery.of(bool -> bool.should(List.of(ways)).minimumShouldMatch("1"))
                ._toQuery();
    }

    private static Query every(List<Query> all) {
        return BoolQuery.of(bool -> bool.filter(all))._toQuery();
    }

    private static Query step(Tier tier, Query query) {
        return constant(query, tier.bit());
    }

    private static Query nothingMore(Query query) {
        return constant(query, 0);
    }

    private static Query constant(Query query, float score) {
        return Query.of(
                constant -> constant.constantScore(one -> one.filter(query).boost(score)));
    }
}
