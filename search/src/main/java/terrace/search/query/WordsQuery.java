package terrace.search.query;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Operator;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
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

    WordsQuery(ShopperText text, Synonyms synonyms) {
        this.text = text;
        this.synonyms = synonyms;
    }

    /** What holds to the words. */
    Query strict() {
        return text.isEmpty() ? Query.of(query -> query.matchAll(all -> all)) : wanted(holding());
    }

    /** The same, and what comes near: by characters, by sound, by one wrong letter, and these by their meaning. */
    Query loose(Collection<String> nearIds) {
        List<Query> ways = holding();
        ways.add(step(
                Tier.MOST_CHARACTERS,
                Query.of(query -> query.match(
                        match -> match.field(CHARACTERS).query(text.spelt()).minimumShouldMatch(MOST_CHARACTERS)))));
        addHomophones(ways);
        addTypos(ways);
        ways.add(nothingMore(all(STORY, text.spelt())));
        if (!nearIds.isEmpty()) {
            List<FieldValue> ids = nearIds.stream().map(FieldValue::of).toList();
            ways.add(nothingMore(Query.of(
                    query -> query.terms(terms -> terms.field("id").terms(values -> values.value(ids))))));
        }
        return wanted(ways);
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
                        .filter(query -> query.match(match ->
                                match.field(CHARACTERS).query(text.spelt()).queryName(CHARACTERS)))
                        .filter(query -> query.match(match -> match.field(WORDS)
                                .query(String.join(" ", text.scored()))
                                .queryName(WORDS)))
                        .filter(query -> query.match(
                                match -> match.field(STORY).query(text.spelt()).queryName(STORY))))
                ._toQuery();
    }

    /** Every word, by whichever of its names. */
    private Query each(String field) {
        return every(text.words().stream()
                .map(word -> any(
                        field,
                        Stream.concat(Stream.of(word), synonyms.of(word).stream())
                                .toList()))
                .toList());
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
