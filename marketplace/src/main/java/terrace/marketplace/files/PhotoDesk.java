package terrace.marketplace.files;

import jakarta.inject.Singleton;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Draws photos anew, upright and no larger than needed to read them; nothing of the old file is kept. */
@Singleton
class PhotoDesk {

    static final int SIDE_PIXELS_MAX = 12_000;
    static final long PIXELS_MAX = 40_000_000;

    /** Enough to read the small print of a licence. */
    static final int STORED_SIDE_PIXELS_MAX = 2_400;

    private static final float QUALITY = 0.85f;

    /** A photo being drawn takes up to 100 MB; more at once would not fit. */
    private static final int DRAWN_AT_ONCE = 2;

    private final Semaphore room = new Semaphore(DRAWN_AT_ONCE);

    SafeFile redrawn(byte[] bytes, boolean jpeg) {
        Optional<PhotoMarks> marks = jpeg ? PhotoMarks.ofJpeg(bytes) : PhotoMarks.ofPng(bytes);
        if (marks.isEmpty()) {
            return new SafeFile.Unsafe(SafeFile.Reason.TORN);
        }
        room.acquireUninterruptibly();
        try {
            return redrawn(bytes, jpeg ? "jpeg" : "png", marks.get());
        } catch (IOException | RuntimeException e) {
            // Readers answer broken content with any of these.
            return new SafeFile.Unsafe(SafeFile.Reason.TORN);
        } finally {
            room.release();
        }
    }

    private static SafeFile redrawn(byte[] bytes, String format, PhotoMarks marks) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(in, true, true);
            // From the header: nothing of the picture's size is allocated before this is known.
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if (Math.max(width, height) > SIDE_PIXELS_MAX || (long) width * height > PIXELS_MAX) {
                return new SafeFile.Unsafe(SafeFile.Reason.TOO_MANY_PIXELS);
            }
            boolean[] torn = {false};
            reader.addIIOReadWarningListener((source, warning) -> torn[0] |= warning.contains("end of"));
            ImageReadParam every = reader.getDefaultReadParam();
            int step = Math.max(1, Math.max(width, height) / STORED_SIDE_PIXELS_MAX);
            every.setSourceSubsampling(step, step, 0, 0);
            BufferedImage read = reader.read(0, every);
            if (torn[0]) {
                return new SafeFile.Unsafe(SafeFile.Reason.TORN);
            }
            BufferedImage drawn = upright(read, marks.orientation());
            return new SafeFile.Safe("image/jpeg", written(drawn), drawn.getWidth(), drawn.getHeight());
        } finally {
            reader.dispose();
        }
    }

    /** The square from its place in the photo, in each size; each is drawn from the one before it. */
    List<byte[]> squares(byte[] photo, int left, int top, int side, List<Integer> sides) {
        room.acquireUninterruptibly();
        try {
            BufferedImage whole = ImageIO.read(new ByteArrayInputStream(photo));
            int fitting = Math.min(side, Math.min(whole.getWidth() - left, whole.getHeight() - top));
            BufferedImage drawn = whole.getSubimage(left, top, fitting, fitting);
            List<byte[]> squares = new ArrayList<>();
            for (int wanted : sides) {
                while (drawn.getWidth() >= 2 * wanted) {
                    // halved step by step, every pixel of the larger counts for the smaller
                    drawn = scaled(drawn, Math.max(wanted, drawn.getWidth() / 2));
                }
                drawn = drawn.getWidth() == wanted ? drawn : scaled(drawn, wanted);
                squares.add(written(drawn));
            }
            return squares;
        } catch (IOException e) {
            throw new UncheckedIOException("a photo that was kept cannot be read", e);
        } finally {
            room.release();
        }
    }

    private static BufferedImage scaled(BufferedImage picture, int side) {
        BufferedImage drawn = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = drawn.createGraphics();
        try {
            pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            pen.drawImage(picture, 0, 0, side, side, null);
        } finally {
            pen.dispose();
        }
        return drawn;
    }

    /** Turned as the camera says (Exif 2.3, tag 274), on white where it was transparent. */
    private static BufferedImage upright(BufferedImage read, int orientation) {
        double scale = Math.min(1.0, (double) STORED_SIDE_PIXELS_MAX / Math.max(read.getWidth(), read.getHeight()));
        int width = Math.max(1, (int) Math.round(read.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(read.getHeight() * scale));
        boolean lying = orientation > 4;
        var drawn = new BufferedImage(lying ? height : width, lying ? width : height, BufferedImage.TYPE_INT_RGB);
        var pen = drawn.createGraphics();
        try {
            pen.setColor(Color.WHITE);
            pen.fillRect(0, 0, drawn.getWidth(), drawn.getHeight());
            pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            pen.transform(turn(orientation, width, height));
            pen.drawImage(read, 0, 0, width, height, null);
        } finally {
            pen.dispose();
        }
        return drawn;
    }

    private static AffineTransform turn(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }

    private static byte[] written(BufferedImage picture) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUALITY);
            writer.write(null, new IIOImage(picture, null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
