package terrace.search.query;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import terrace.search.words.Pinyin;
import terrace.search.words.Quantity;
import terrace.search.words.Spelling;
import terrace.search.words.Synonyms;
import terrace.search.words.Words;

/** Marks in a title what answers the shopper's words. */
final class TitleMarks {
    private final Words words;
    private final ShopperText text;
    private final Set<String> looked = new HashSet<>();

    TitleMarks(ShopperText text, Words words, Synonyms synonyms, Map<String, Set<String>> more) {
        this.words = words;
        this.text = text;
        looked.addAll(text.words());
        text.words().forEach(word -> looked.addAll(synonyms.of(word)));
        more.values().forEach(looked::addAll);
        // pairs as the index knows them, for words the dictionary cut differently
        for (int i = 0; i + 1 < text.spelt().length(); i++) {
            if (Spelling.isHan(text.spelt().charAt(i))
                    && Spelling.isHan(text.spelt().charAt(i + 1))) {
                looked.add(text.spelt().substring(i, i + 2));
            }
        }
        // a single character taken alone would speckle the title, unless it is all that was typed
        if (text.words().size() > 1) {
            looked.removeIf(word -> word.length() == 1 && Spelling.isHan(word.charAt(0)));
        }
    }

    List<TitleSpan> of(String title) {
        String spelt = Spelling.foldInPlace(title);
        BitSet marked = new BitSet(title.length());
        for (String word : looked) {
            mark(marked, spelt, word);
        }
        markQuantity(marked, spelt);
        if (marked.isEmpty()) {
            markSounds(marked, title, spelt);
        }
        return spans(title, marked);
    }

    /** 5斤 where 2.5kg was asked for. */
    private void markQuantity(BitSet marked, String spelt) {
        Quantity asked = text.quantity();
        if (asked != null) {
            Quantity.in(spelt).stream().filter(asked::sameAs).forEach(said -> marked.set(said.start(), said.end()));
        }
    }

    private void markSounds(BitSet marked, String title, String spelt) {
        if (text.letters().isEmpty()) {
            markSounding(marked, spelt, Pinyin.full(String.join("", text.words())));
            return;
        }
        String joined = String.join("", text.letters());
        for (String word : words.toIndex(title)) {
            String full = Pinyin.full(word);
            String initials = Pinyin.initials(word);
            boolean whole = full.startsWith(joined) || (word.length() > 1 && initials.startsWith(joined));
            if (whole || text.letters().stream().anyMatch(full::equals)) {
                mark(marked, spelt, word);
            }
        }
        if (marked.isEmpty()) {
            markSounding(marked, spelt, joined);
        }
    }

    /** 苹果 where 平果 or pingguo was typed: runs of characters that sound just so. */
    private static void markSounding(BitSet marked, String spelt, String sound) {
        for (int start = 0; start < spelt.length(); start++) {
            StringBuilder heard = new StringBuilder();
            for (int at = start; at < spelt.length() && heard.length() < sound.length(); at++) {
                if (!Spelling.isHan(spelt.charAt(at))) {
                    break;
                }
                heard.append(Pinyin.full(spelt.substring(at, at + 1)));
                if (at > start && heard.toString().equals(sound)) {
                    marked.set(start, at + 1);
                }
            }
        }
    }

    private static void mark(BitSet marked, String spelt, String word) {
        for (int at = spelt.indexOf(word); at >= 0; at = spelt.indexOf(word, at + 1)) {
            marked.set(at, at + word.length());
        }
    }

    private static List<TitleSpan> spans(String title, BitSet marked) {
        List<TitleSpan> spans = new ArrayList<>();
        int at = 0;
        while (at < title.length()) {
            boolean on = marked.get(at);
            int next = on ? marked.nextClearBit(at) : marked.nextSetBit(at);
            int end = next < 0 ? title.length() : Math.min(next, title.length());
            spans.add(new TitleSpan(title.substring(at, end), on));
            at = end;
        }
        return spans;
    }
}
