package terrace.search.query;

import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Operator;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.ArrayList;
import java.util.List;

/**
 * The cascade, strictest first: all words in the title; the text as it stands; all words in title, origin and category;
 * most pairs of characters; beginnings of words; and for Latin letters pinyin and initials, whole before begun.
 */
final class WordsQuery {
    private static final float ALL_WORDS = 4;
    private static final float PHRASE = 2;
    private static final float ALL_ABOUT = 2;
    private static final float PAIRS = 1;
    private static final float STARTS = 0.5f;
    private static final float SOUND = 3;
    private static final float SOUND_STARTS = 1;

    /** Of one or two pairs all, of more this share. */
    private static final String MOST_PAIRS = "2<70%";

    private WordsQuery() {}

    static Query of(ShopperText text) {
        if (text.isEmpty()) {
            return Query.of(query -> query.matchAll(all -> all));
        }
        if (text.saysNothing()) {
            return Query.of(query -> query.matchNone(none -> none));
        }
        String words = String.join(" ", text.words());
        List<Query> ways = new ArrayList<>();
        ways.add(all("words", words, ALL_WORDS));
        ways.add(Query.of(query -> query.matchPhrase(
                phrase -> phrase.field("characters").query(text.spelt()).boost(PHRASE))));
        ways.add(all("about", words, ALL_ABOUT));
        ways.add(Query.of(query -> query.match(match -> match.field("characters")
                .query(text.spelt())
                .minimumShouldMatch(MOST_PAIRS)
                .boost(PAIRS))));
        ways.add(all("words.starts", words, STARTS));
        addSounds(ways, text.letters());
        return BoolQuery.of(bool -> bool.should(ways).minimumShouldMatch("1"))._toQuery();
    }

    private static void addSounds(List<Query> ways, List<String> letters) {
        if (letters.isEmpty()) {
            return;
        }
        String apart = String.join(" ", letters);
        String joined = String.join("", letters);
        ways.add(all("pinyin", apart, SOUND));
        ways.add(all("pinyin.starts", apart, SOUND_STARTS));
        if (letters.size() > 1) {
            ways.add(all("pinyin", joined, SOUND));
            ways.add(all("pinyin.starts", joined, SOUND_STARTS));
        }
    }

    private static Query all(String field, String words, float boost) {
        return Query.of(query -> query.match(
                match -> match.field(field).query(words).operator(Operator.And).boost(boost)));
    }
}
