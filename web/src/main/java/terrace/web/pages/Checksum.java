package terrace.web.pages;

import java.util.zip.CRC32;

/**
 * CRC-32 (RFC 1952 §8) of a text put together from pieces whose own are known. It is the remainder of the text, read as
 * a polynomial over two elements, divided by a fixed one; behind a piece of n bytes stands what was before, multiplied
 * by x to the power of 8n.
 */
final class Checksum {
    /** The fixed polynomial, without x³², and as all others here the highest power in the lowest bit. */
    private static final int POLYNOMIAL = 0xedb88320;

    private static final int ONE = 1 << 31;
    private static final int X_TO_THE_EIGHTH = ONE >>> Byte.SIZE;

    private Checksum() {}

    static int of(byte[] bytes) {
        CRC32 checksum = new CRC32();
        checksum.update(bytes);
        return (int) checksum.getValue();
    }

    /** x to the power of eight times so many bytes, to be given to {@link #joined}. */
    static int shift(int bytes) {
        int power = X_TO_THE_EIGHTH;
        int product = ONE;
        for (int left = bytes; left > 0; left >>>= 1) {
            if ((left & 1) == 1) {
                product = times(product, power);
            }
            power = times(power, power);
        }
        return product;
    }

    /**
     * Of two pieces, one behind the other.
     *
     * @param shift of the length of the one behind
     */
    static int joined(int before, int behind, int shift) {
        return times(before, shift) ^ behind;
    }

    private static int times(int one, int other) {
        int product = 0;
        int shifted = other;
        for (int bit = ONE; bit != 0; bit >>>= 1) {
            if ((one & bit) != 0) {
                product ^= shifted;
            }
            shifted = (shifted >>> 1) ^ ((shifted & 1) == 0 ? 0 : POLYNOMIAL);
        }
        return product;
    }
}
