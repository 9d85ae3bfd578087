package terrace.web.account;

import io.nayuki.qrcodegen.QrCode;

/**
 * A QR code to be drawn as SVG: one path of unit squares, with the quiet border the standard asks for.
 *
 * @param size length of a side, border included
 */
public record QrPicture(int size, String path) {
    private static final int BORDER = 4;

    public static QrPicture of(String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M')
                            .append(x + BORDER)
                            .append(' ')
                            .append(y + BORDER)
                            .append("h1v1h-1z");
                }
            }
        }
        return new QrPicture(code.size + 2 * BORDER, path.toString());
    }
}
