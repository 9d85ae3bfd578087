package terrace.search.vectors;

import java.util.Base64;

/**
 * What a text means: a direction in {@link #DIMENSIONS} dimensions, a byte each. The loss against floats is below what
 * any search could show.
 */
public final class Vector {
    public static final int DIMENSIONS = 512;

    private final byte[] parts;
    private final double length;

    private Vector(byte[] parts) {
        this.parts = parts;
        int sum = 0;
        for (byte part : parts) {
            sum += part * part;
        }
        this.length = Math.sqrt((double) Math.max(1, sum));
    }

    static Vector of(float[] exact) {
        float longest = Float.MIN_NORMAL;
        for (float part : exact) {
            longest = Math.max(longest, Math.abs(part));
        }
        byte[] parts = new byte[DIMENSIONS];
        for (int i = 0; i < DIMENSIONS; i++) {
            parts[i] = (byte) Math.round(exact[i] / longest * Byte.MAX_VALUE);
        }
        return new Vector(parts);
    }

    static Vector of(byte[] parts) {
        if (parts.length != DIMENSIONS) {
            throw new IllegalArgumentException("a vector has " + DIMENSIONS + " parts, not " + parts.length);
        }
        return new Vector(parts.clone());
    }

    /** As {@link #base64} wrote it. */
    public static Vector fromBase64(String text) {
        return of(Base64.getDecoder().decode(text));
    }

    /** How alike two texts are: 1 the same, about 0.3 for texts that have nothing to do with each other. */
    public double cosine(Vector other) {
        int sum = 0;
        for (int i = 0; i < DIMENSIONS; i++) {
            sum += parts[i] * other.parts[i];
        }
        return sum / (length * other.length);
    }

    public String base64() {
        return Base64.getEncoder().encodeToString(parts);
    }

    /** The signs only, in which neighbours are looked up quickly. Elasticsearch tries Base64 before hexadecimal. */
    public String signs() {
        return Base64.getEncoder().encodeToString(signBytes());
    }

    /** The same, a byte for each eight signs. */
    public byte[] signBytes() {
        byte[] bits = new byte[DIMENSIONS / Byte.SIZE];
        for (int i = 0; i < DIMENSIONS; i++) {
            if (parts[i] > 0) {
                bits[i / Byte.SIZE] |= (byte) (0x80 >> (i % Byte.SIZE));
            }
        }
        return bits;
    }

    byte[] bytes() {
        return parts.clone();
    }
}
