package terrace.marketplace.inbox;

import java.util.List;

/**
 * Something to be told.
 *
 * @param source what it is about, as in "listing-returned:0198…": nobody is told of the same source twice
 * @param key of the words, without "news."
 * @param words that fill the sentence, from {0} on
 * @param path of the page to look at, without the language
 * @param english the language of the letter; on the site it is the reader's
 */
public record News(NewsKind kind, String source, String key, List<String> words, String path, boolean english) {

    @Override
    public String toString() {
        return "News[" + kind + " " + source + "]";
    }
}
