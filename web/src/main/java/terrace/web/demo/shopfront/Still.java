package terrace.web.demo.shopfront;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;

/** Pictures drawn by code that stand where a merchant's own photos would: goods on a tray, and terraced fields. */
final class Still {
    private static final int SIDE = 720;
    private static final int GRAINS = 2_600;
    private static final int TERRACES = 11;

    private Still() {}

    /** A heap on a bamboo tray, from above. */
    static byte[] tray(Color goods, int grainLength, long seed) {
        return picture(pen -> {
            Random chance = new Random(seed);
            pen.setPaint(new GradientPaint(0, 0, new Color(0xE9DCC3), SIDE, SIDE, new Color(0xB99B6B)));
            pen.fillRect(0, 0, SIDE, SIDE);
            pen.setColor(new Color(0x8A6534));
            pen.fillOval(40, 40, 640, 640);
            pen.setStroke(new BasicStroke(5));
            for (int ring = 0; ring < 18; ring++) {
                pen.setColor(ring % 2 == 0 ? new Color(0xC99F5C) : new Color(0xA97F43));
                pen.drawOval(44 + ring * 5, 44 + ring * 5, 632 - ring * 10, 632 - ring * 10);
            }
            for (int grain = 0; grain < GRAINS; grain++) {
                // the root spreads them evenly over the tray, its middle a little higher
                double far = Math.sqrt(chance.nextDouble()) * 250;
                double turn = chance.nextDouble() * Math.PI * 2;
                AffineTransform before = pen.getTransform();
                pen.translate(SIDE / 2.0 + far * Math.cos(turn), SIDE / 2.0 + far * Math.sin(turn));
                pen.rotate(chance.nextDouble() * Math.PI);
                pen.setColor(shaded(goods, chance.nextInt(70) - 45));
                pen.fillOval(-grainLength / 2, -4, grainLength, Math.max(8, grainLength / 2));
                pen.setColor(shaded(goods, 60));
                pen.fillOval(-grainLength / 4, -3, grainLength / 3, 3);
                pen.setTransform(before);
            }
        });
    }

    /** Fields on a slope under a morning sky. */
    static byte[] terraces(long seed) {
        return picture(pen -> {
            Random chance = new Random(seed);
            pen.setPaint(new GradientPaint(0, 0, new Color(0xF3C98F), 0, 300, new Color(0xCFE3EC)));
            pen.fillRect(0, 0, SIDE, SIDE);
            for (int step = 0; step < TERRACES; step++) {
                int y = 230 + step * 46;
                int bend = 30 + chance.nextInt(60);
                pen.setColor(step % 2 == 0 ? new Color(0x6E, 0x96 - step * 4, 0x4B) : new Color(0x9CC0C8));
                pen.fillOval(-300 + bend * 3, y, SIDE + 500, SIDE);
                pen.setColor(new Color(0x4E5E34));
                pen.setStroke(new BasicStroke(4));
                pen.drawOval(-300 + bend * 3, y, SIDE + 500, SIDE);
            }
        });
    }

    private static Color shaded(Color colour, int by) {
        return new Color(
                Math.clamp(colour.getRed() + by, 0, 255),
                Math.clamp(colour.getGreen() + by, 0, 255),
                Math.clamp(colour.getBlue() + by, 0, 255));
    }

    private static byte[] picture(Drawing drawing) {
        BufferedImage picture = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        drawing.with(pen);
        pen.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "jpeg", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** What is drawn. */
    private interface Drawing {
        void with(Graphics2D pen);
    }
}
