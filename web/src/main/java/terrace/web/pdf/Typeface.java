package terrace.web.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Noto Sans SC for one document: only the glyphs that stand in it go into the file. */
final class Typeface {
    private static final String FILE = "/fonts/ttf/NotoSansSC/NotoSansSC-Regular.ttf";
    private static final float UNITS = 1_000;
    private static final String STRANGE = "□";
    private static final String CUT = "…";

    private final PDFont font;
    private final Map<Integer, Boolean> known = new HashMap<>();

    private Typeface(PDFont font) {
        this.font = font;
    }

    static Typeface of(PDDocument document) throws IOException {
        try (InputStream file = Typeface.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IOException("no typeface at " + FILE);
            }
            return new Typeface(PDType0Font.load(document, file, true));
        }
    }

    PDFont font() {
        return font;
    }

    float width(String text, float size) throws IOException {
        return font.getStringWidth(text) / UNITS * size;
    }

    /** The text with what the typeface lacks made a box, cut where the room ends. */
    String fitted(String text, float size, float room) throws IOException {
        StringBuilder fitted = new StringBuilder();
        text.codePoints().forEach(point -> fitted.append(has(point) ? Character.toString(point) : STRANGE));
        if (width(fitted.toString(), size) <= room) {
            return fitted.toString();
        }
        while (!fitted.isEmpty() && width(fitted + CUT, size) > room) {
            fitted.setLength(fitted.offsetByCodePoints(fitted.length(), -1));
        }
        return fitted + CUT;
    }

    private boolean has(int point) {
        return known.computeIfAbsent(point, one -> {
            try {
                font.encode(Character.toString(one));
                return !Character.isISOControl(one);
            } catch (IllegalArgumentException | IOException e) {
                return false;
            }
        });
    }
}
