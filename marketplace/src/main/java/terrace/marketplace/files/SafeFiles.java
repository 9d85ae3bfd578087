package terrace.marketplace.files;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Decides what a file is by its content, and refuses what is two things at once. */
@Singleton
public class SafeFiles {

    private static final int HEAD_BYTES = 1024;
    private static final int ZIP_END_BYTES = 22;
    private static final int ZIP_COMMENT_BYTES_MAX = 65_535;
    private static final String PDF = "%PDF-";
    private static final Pattern PDF_VERSION = Pattern.compile("%PDF-[12]\\.[0-9].*", Pattern.DOTALL);
    private static final Pattern PDF_END = Pattern.compile("%%EOF\\s*$");
    /** What makes a PDF do something when it is opened, or carry another file. */
    private static final Pattern ACTIVE =
            Pattern.compile("/(JavaScript|JS|Launch|EmbeddedFile|OpenAction|AA|RichMedia|XFA)\\b");
    /** Words no camera writes, but a page that wants to be run does. */
    private static final Pattern PAGE = Pattern.compile("<(script|html|svg|\\?php|!doctype)");

    private static final Pattern CODE = Pattern.compile("#([0-9A-Fa-f]{2})");

    private final PhotoDesk pictures;

    SafeFiles(PhotoDesk pictures) {
        this.pictures = pictures;
    }

    /** A photo (JPEG, PNG), drawn anew, or a PDF, as it is. */
    public SafeFile safe(byte[] bytes, int bytesMax) {
        return safe(bytes, bytesMax, true);
    }

    /** A photo (JPEG, PNG), drawn anew as a JPEG of at most {@link PhotoDesk#STORED_SIDE_PIXELS_MAX} a side. */
    public SafeFile photo(byte[] bytes, int bytesMax) {
        return safe(bytes, bytesMax, false);
    }

    /**
     * A square part of a photo that was made safe, as JPEG in several sizes.
     *
     * @param sides in pixels, largest first
     */
    public List<byte[]> squares(byte[] photo, int left, int top, int side, List<Integer> sides) {
        return pictures.squares(photo, left, top, side, sides);
    }

    private SafeFile safe(byte[] bytes, int bytesMax, boolean documents) {
        if (bytes.length == 0) {
            return new SafeFile.Unsafe(SafeFile.Reason.EMPTY);
        }
        if (bytes.length > bytesMax) {
            return new SafeFile.Unsafe(SafeFile.Reason.TOO_LARGE);
        }
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        boolean jpeg = text.startsWith("\u00ff\u00d8\u00ff");
        boolean png = text.startsWith("\u0089PNG\r\n\u001a\n");
        boolean pdf = documents && text.startsWith(PDF);
        if (!jpeg && !png && !pdf) {
            return new SafeFile.Unsafe(SafeFile.Reason.UNKNOWN_TYPE);
        }
        if (mixed(text, pdf) || zipAtEnd(bytes)) {
            return new SafeFile.Unsafe(SafeFile.Reason.MIXED);
        }
        return pdf ? document(text, bytes) : pictures.redrawn(bytes, jpeg);
    }

    private static SafeFile document(String text, byte[] bytes) {
        if (!PDF_VERSION
                        .matcher(text.substring(0, Math.min(text.length(), HEAD_BYTES)))
                        .matches()
                || !PDF_END.matcher(text.substring(Math.max(0, text.length() - HEAD_BYTES)))
                        .find()) {
            return new SafeFile.Unsafe(SafeFile.Reason.TORN);
        }
        // Names may be spelt with #xx (ISO 32000-1, 7.3.5); nobody who means well spells these so.
        return ACTIVE.matcher(text).find() || ACTIVE.matcher(unescaped(text)).find()
                ? new SafeFile.Unsafe(SafeFile.Reason.ACTIVE)
                : new SafeFile.Safe("application/pdf", bytes, 0, 0);
    }

    private static String unescaped(String text) {
        return CODE.matcher(text)
                .replaceAll(code -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(code.group(1), 16))));
    }

    private static boolean mixed(String text, boolean pdf) {
        String head = text.substring(0, Math.min(text.length(), HEAD_BYTES));
        if (PAGE.matcher(head.toLowerCase(Locale.ROOT)).find()) {
            return true;
        }
        return !pdf && (head.contains(PDF) || text.toLowerCase(Locale.ROOT).contains("<script"));
    }

    /** An archive is read from its end: PKWARE APPNOTE 4.3.16. */
    private static boolean zipAtEnd(byte[] bytes) {
        int last = bytes.length - ZIP_END_BYTES;
        for (int at = last; at >= Math.max(0, last - ZIP_COMMENT_BYTES_MAX); at--) {
            if (bytes[at] == 'P' && bytes[at + 1] == 'K' && bytes[at + 2] == 5 && bytes[at + 3] == 6) {
                int comment = (bytes[at + 20] & 0xff) | ((bytes[at + 21] & 0xff) << 8);
                if (at + ZIP_END_BYTES + comment <= bytes.length) {
                    return true;
                }
            }
        }
        return false;
    }
}
