package terrace.search.words;

import com.hankcs.hanlp.dictionary.other.CharTable;
import java.text.Normalizer;
import java.util.Locale;

/** One spelling for what readers take as the same: ＫＧ and kg, 機 and 机, É and é. */
public final class Spelling {
    private Spelling() {}

    /** Folds a text; it may change its length. */
    public static String fold(String text) {
        String normal = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return eachCharacter(normal);
    }

    /** Folds a text character by character, so that every offset still points at the same place. */
    public static String foldInPlace(String text) {
        char[] characters = text.toCharArray();
        for (int i = 0; i < characters.length; i++) {
            char c = characters[i];
            if (c > 0x7f && !isHan(c)) {
                String normal = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC);
                c = normal.length() == 1 ? normal.charAt(0) : c;
            }
            characters[i] = Character.toLowerCase(c);
        }
        return eachCharacter(new String(characters));
    }

    public static boolean isHan(int codePoint) {
        return Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.HAN;
    }

    /** Traditional to simplified; the table also knows common variants. */
    private static String eachCharacter(String text) {
        char[] characters = text.toCharArray();
        for (int i = 0; i < characters.length; i++) {
            if (isHan(characters[i])) {
                characters[i] = CharTable.convert(characters[i]);
            }
        }
        return new String(characters);
    }
}
