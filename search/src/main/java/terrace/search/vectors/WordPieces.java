package terrace.search.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import terrace.search.words.Spelling;

/** Cuts a text into the pieces the model knows, the way it was taught: each Chinese character alone, longest first. */
final class WordPieces {
    /** Far longer than a title; what follows is not looked at. */
    private static final int PIECES_MAX = 126;

    private static final int WORD_LENGTH_MAX = 100;
    private static final String CONTINUED = "##";

    private final Map<String, Integer> pieces;
    private final long start;
    private final long end;
    private final int unknown;

    private WordPieces(Map<String, Integer> pieces) {
        this.pieces = pieces;
        this.start = known("[CLS]");
        this.end = known("[SEP]");
        this.unknown = known("[UNK]");
    }

    static WordPieces read(InputStream json) throws IOException {
        JsonNode vocabulary = new ObjectMapper().readTree(json).path("model").path("vocab");
        Map<String, Integer> pieces = HashMap.newHashMap(vocabulary.size());
        vocabulary
                .properties()
                .forEach(piece -> pieces.put(piece.getKey(), piece.getValue().intValue()));
        return new WordPieces(pieces);
    }

    long[] of(String text) {
        List<Integer> found = new ArrayList<>();
        for (String word : words(text)) {
            addPieces(found, word);
        }
        int count = Math.min(found.size(), PIECES_MAX);
        long[] ids = new long[count + 2];
        ids[0] = start;
        for (int i = 0; i < count; i++) {
            ids[i + 1] = found.get(i);
        }
        ids[count + 1] = end;
        return ids;
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        text.codePoints().forEach(c -> {
            boolean alone = Spelling.isHan(c) || isPunctuation(c);
            if (alone || Character.isWhitespace(c) || Character.getType(c) == Character.SPACE_SEPARATOR) {
                end(words, word);
            }
            if (alone) {
                words.add(Character.toString(c));
            } else if (!Character.isWhitespace(c) && !Character.isISOControl(c)) {
                word.appendCodePoint(c);
            }
        });
        end(words, word);
        return words;
    }

    private static void end(List<String> words, StringBuilder word) {
        if (!word.isEmpty()) {
            words.add(word.toString().strip());
            word.setLength(0);
        }
    }

    private void addPieces(List<Integer> found, String word) {
        int before = found.size();
        int from = 0;
        while (from < word.length()) {
            int to = word.length() > WORD_LENGTH_MAX ? from : word.length();
            Integer id = null;
            while (to > from && id == null) {
                String piece = word.substring(from, to);
                id = pieces.get(from == 0 ? piece : CONTINUED + piece);
                to -= id == null ? 1 : 0;
            }
            if (id == null) {
                found.subList(before, found.size()).clear();
                found.add(unknown);
                return;
            }
            found.add(id);
            from = to;
        }
    }

    private static boolean isPunctuation(int c) {
        boolean ascii = (c >= 33 && c <= 47) || (c >= 58 && c <= 64) || (c >= 91 && c <= 96) || (c >= 123 && c <= 126);
        return ascii
                || switch (Character.getType(c)) {
                    case Character.CONNECTOR_PUNCTUATION,
                            Character.DASH_PUNCTUATION,
                            Character.START_PUNCTUATION,
                            Character.END_PUNCTUATION,
                            Character.INITIAL_QUOTE_PUNCTUATION,
                            Character.FINAL_QUOTE_PUNCTUATION,
                            Character.OTHER_PUNCTUATION -> true;
                    default -> false;
                };
    }

    private int known(String special) {
        Integer id = pieces.get(special);
        if (id == null) {
            throw new IllegalStateException("the model's vocabulary lacks " + special);
        }
        return id;
    }
}
