package terrace.marketplace.papers;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Decides what a file is by its content, and refuses what is two things at once. */
@Singleton
class PaperFiles {

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

    private final PaperPictures pictures;

    PaperFiles(PaperPictures pictures) {
        this.pictures = pictures;
    }

    PaperFile safe(byte[] bytes) {
        if (bytes.length == 0) {
            return new PaperFile.Unsafe(PaperIntake.Reason.EMPTY);
        }
        if (bytes.length > Papers.FILE_BYTES_MAX) {
            return new PaperFile.Unsafe(PaperIntake.Reason.TOO_LARGE);
        }
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        boolean jpeg = text.startsWith("\u00ff\u00d8\u00ff");
        boolean png = text.startsWith("\u0089PNG\r\n\u001a\n");
        boolean pdf = text.startsWith(PDF);
        if (!jpeg && !png && !pdf) {
            return new PaperFile.Unsafe(PaperIntake.Reason.UNKNOWN_TYPE);
        }
        if (mixed(text, pdf) || zipAtEnd(bytes)) {
            return new PaperFile.Unsafe(PaperIntake.Reason.MIXED);
        }
        return pdf ? document(text, bytes) : pictures.redrawn(bytes, jpeg);
    }

    private static PaperFile document(String text, byte[] bytes) {
        if (!PDF_VERSION
                        .matcher(text.substring(0, Math.min(text.length(), HEAD_BYTES)))
                        .matches()
                || !PDF_END.matcher(text.substring(Math.max(0, text.length() - HEAD_BYTES)))
                        .find()) {
            return new PaperFile.Unsafe(PaperIntake.Reason.TORN);
        }
        // Names may be spelt with #xx (ISO 32000-1, 7.3.5); nobody who means well spells these so.
        return ACTIVE.matcher(text).find() || ACTIVE.matcher(unescaped(text)).find()
                ? new PaperFile.Unsafe(PaperIntake.Reason.ACTIVE)
                : new PaperFile.Safe("application/pdf", bytes);
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
