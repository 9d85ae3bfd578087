package terrace.search.words;

import com.hankcs.hanlp.HanLP;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How a word sounds, written the way people type it: without tones, ü as v. */
public final class Pinyin {
    private static final int SYLLABLE_LENGTH_MAX = 6;
    private static final Set<String> SYLLABLES = syllables();

    private Pinyin() {}

    /** 红米 → hongmi; letters and digits stay as they are. */
    public static String full(String word) {
        return sound(word, false);
    }

    /** 红米 → hm. */
    public static String initials(String word) {
        return sound(word, true);
    }

    /** One sound for each Chinese character, letters and digits as they stand: 红米5斤 → hong mi 5 jin. */
    public static List<String> syllables(String text) {
        List<com.hankcs.hanlp.dictionary.py.Pinyin> sounds = HanLP.convertToPinyinList(text);
        List<String> all = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        for (int i = 0; i < text.length() && i < sounds.size(); i++) {
            com.hankcs.hanlp.dictionary.py.Pinyin sound = sounds.get(i);
            char c = text.charAt(i);
            boolean letter = c < 0x80 && Character.isLetterOrDigit(c);
            if (letter) {
                run.append(c);
            } else if (!run.isEmpty()) {
                all.add(run.toString());
                run.setLength(0);
            }
            if (!letter && sound != com.hankcs.hanlp.dictionary.py.Pinyin.none5) {
                all.add(sound.getPinyinWithoutTone());
            }
        }
        if (!run.isEmpty()) {
            all.add(run.toString());
        }
        return all;
    }

    /** Letters cut into syllables, as few as may be: xuniji → xu ni ji; none when they are no pinyin. */
    public static List<String> split(String letters) {
        int[] fewest = new int[letters.length() + 1];
        int[] from = new int[letters.length() + 1];
        for (int end = 1; end <= letters.length(); end++) {
            fewest[end] = Integer.MAX_VALUE;
            for (int start = Math.max(0, end - SYLLABLE_LENGTH_MAX); start < end; start++) {
                boolean better = fewest[start] < Integer.MAX_VALUE && fewest[start] + 1 < fewest[end];
                if (better && SYLLABLES.contains(letters.substring(start, end))) {
                    fewest[end] = fewest[start] + 1;
                    from[end] = start;
                }
            }
        }
        List<String> cut = new ArrayList<>();
        if (fewest[letters.length()] < Integer.MAX_VALUE) {
            for (int end = letters.length(); end > 0; end = from[end]) {
                cut.addFirst(letters.substring(from[end], end));
            }
        }
        return cut;
    }

    private static Set<String> syllables() {
        Set<String> all = new HashSet<>();
        for (com.hankcs.hanlp.dictionary.py.Pinyin one : com.hankcs.hanlp.dictionary.py.Pinyin.values()) {
            all.add(one.getPinyinWithoutTone());
        }
        // single letters would cut any word
        all.removeIf(syllable -> syllable.length() < 2 && !"aeo".contains(syllable));
        return all;
    }

    private static String sound(String word, boolean initialsOnly) {
        List<com.hankcs.hanlp.dictionary.py.Pinyin> sounds = HanLP.convertToPinyinList(word);
        StringBuilder all = new StringBuilder(word.length() * (initialsOnly ? 1 : 4));
        for (int i = 0; i < word.length() && i < sounds.size(); i++) {
            com.hankcs.hanlp.dictionary.py.Pinyin sound = sounds.get(i);
            char c = word.charAt(i);
            if (sound != com.hankcs.hanlp.dictionary.py.Pinyin.none5) {
                String letters = sound.getPinyinWithoutTone();
                all.append(initialsOnly ? letters.substring(0, 1) : letters);
            } else if (c < 0x80 && Character.isLetterOrDigit(c)) {
                all.append(c);
            }
        }
        return all.toString();
    }
}
