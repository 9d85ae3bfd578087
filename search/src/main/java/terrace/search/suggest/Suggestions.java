package terrace.search.suggest;

import jakarta.inject.Singleton;
import java.util.List;

/** Completes what a shopper types, from the first character on: Chinese, pinyin or initials. Answers from memory. */
@Singleton
public class Suggestions {
    public static final int SUGGESTIONS_MAX = 10;

    Suggestions() {}

    /** At most {@link #SUGGESTIONS_MAX}, best first; empty for an empty text. */
    public List<Suggestion> suggest(String typed) {
        throw new UnsupportedOperationException();
    }
}
