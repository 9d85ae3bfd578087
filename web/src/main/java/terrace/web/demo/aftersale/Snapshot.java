package terrace.web.demo.aftersale;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;

/** Draws what somebody might photograph: a box of fruit, some of it spoiled. The same number draws the same. */
final class Snapshot {
    private static final int WIDTH = 480;
    private static final int HEIGHT = 360;
    private static final int FRUIT = 64;
    private static final int ACROSS = 6;
    private static final int DOWN = 4;
    private static final int GAP = 76;
    private static final Color BOX = new Color(0xC8A877);
    private static final Color FRESH = new Color(0xE58A1F);
    private static final Color ROTTEN = new Color(0x5E4B2A);

    private Snapshot() {}

    /** @param spoiled of a hundred, about so many */
    static byte[] jpeg(long number, int spoiled) {
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        SplittableRandom random = new SplittableRandom(number);
        pen.setColor(BOX);
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        for (int at = 0; at < ACROSS * DOWN; at++) {
            int x = 12 + at % ACROSS * GAP;
            int y = 30 + at / ACROSS * GAP;
            pen.setColor(FRESH);
            pen.fillOval(x, y, FRUIT, FRUIT);
            if (random.nextInt(100) < spoiled) {
                pen.setColor(ROTTEN);
                pen.fillOval(x + 8, y + 6, FRUIT / 2, FRUIT / 2);
            }
        }
        pen.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "jpeg", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("nowhere to draw", e);
        }
        return bytes.toByteArray();
    }
}
