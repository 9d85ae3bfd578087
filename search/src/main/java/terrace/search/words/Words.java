package terrace.search.words;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.dictionary.CustomDictionary;
import com.hankcs.hanlp.seg.Segment;
import com.hankcs.hanlp.seg.common.Term;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.regions.Region;
import terrace.marketplace.regions.Regions;

/**
 * Cuts Chinese into words. The dictionary takes a second to load, so it is loaded in the background; until then
 * {@link #ready} is false and asking waits.
 */
@Singleton
public class Words {
    private static final String GOODS = "goods.txt";
    private static final int SUBWORD_LENGTH_MIN = 2;
    private static final String NOUN = "n 1024";

    private final Regions regions;
    private volatile @Nullable Segments segments;

    Words(Regions regions) {
        this.regions = regions;
    }

    public boolean ready() {
        return segments != null;
    }

    /** Loads the dictionary unless it is loaded. */
    public void load() {
        segments();
    }

    /** Words of a text to be found: every word, and the shorter words inside it. 黑木耳 → 黑木耳, 木耳. */
    public List<String> toIndex(String text) {
        return cut(segments().forIndex, text);
    }

    /** Words of a text somebody looks for, each counted once: 黑木耳 → 黑木耳. */
    public List<String> toFind(String text) {
        return cut(segments().forQuery, text);
    }

    private static List<String> cut(Segment segment, String text) {
        Set<String> words = new LinkedHashSet<>();
        for (Term term : segment.seg(Spelling.fold(text))) {
            String word = term.word.strip();
            if (word.codePoints().anyMatch(Character::isLetterOrDigit)) {
                words.add(word);
            }
        }
        return new ArrayList<>(words);
    }

    private Segments segments() {
        Segments loaded = segments;
        if (loaded == null) {
            synchronized (this) {
                loaded = segments;
                if (loaded == null) {
                    loaded = load(regions);
                    segments = loaded;
                }
            }
        }
        return loaded;
    }

    private static Segments load(Regions regions) {
        Segments segments = new Segments(segment().enableIndexMode(SUBWORD_LENGTH_MIN), segment());
        WordFile.lines(GOODS).forEach(line -> line.forEach(word -> CustomDictionary.insert(word, NOUN)));
        Synonyms.names().forEach(word -> CustomDictionary.insert(word, NOUN));
        for (Region province : regions.provinces()) {
            for (Region county : regions.counties(province.code())) {
                CustomDictionary.insert(county.name(), NOUN);
                String spoken = spoken(county.name());
                if (spoken.length() >= SUBWORD_LENGTH_MIN) {
                    CustomDictionary.insert(spoken, NOUN);
                }
            }
        }
        // the pinyin table is read at its first use; better here than in somebody's search
        Pinyin.full("红米");
        segments.forIndex.seg("红米");
        return segments;
    }

    /** 红河 for 红河县: the name without what kind of division it is. */
    private static String spoken(String county) {
        return county.replaceAll("(自治县|县|市|区)$", "");
    }

    private static Segment segment() {
        // names of people and the like are guesses, and a guess cuts the same words differently from title to title
        return HanLP.newSegment()
                .enableNameRecognize(false)
                .enableTranslatedNameRecognize(false)
                .enableJapaneseNameRecognize(false)
                .enablePlaceRecognize(false)
                .enableOrganizationRecognize(false)
                .enableNumberQuantifierRecognize(false);
    }

    private record Segments(Segment forIndex, Segment forQuery) {}
}
