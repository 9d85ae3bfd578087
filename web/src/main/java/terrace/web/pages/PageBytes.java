package terrace.web.pages;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * A rendered page as bytes with holes. The parts between the holes are compressed once, and only kept so; for each
 * reader only the few bytes of the holes are added, uncompressed, which also keeps secrets out of the compressor (the
 * BREACH attack).
 */
final class PageBytes {
    /** Made anew at each start, so that nobody can write one into a story or a search. */
    private static final String MARK = HexFormat.of().formatHex(new SecureRandom().generateSeed(16));

    private static final byte[] GZIP_HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};
    private static final byte[] LAST_EMPTY_BLOCK = {1, 0, 0, (byte) 0xff, (byte) 0xff};
    private static final int STORED_BLOCK_MAX = 65_535;
    private static final int COMPRESSION = 6;

    /** Of fewer bytes, marks of holes included, little would be saved: they fit into one packet as they are. */
    private static final int COMPRESSED_FROM = 1_024;

    private final List<Part> parts;
    private final Set<Hole> holes = EnumSet.noneOf(Hole.class);
    private final int size;
    private final int kept;
    private final boolean compressed;

    private PageBytes(List<Part> parts, boolean compressed) {
        this.parts = parts;
        this.compressed = compressed;
        for (Part part : parts) {
            if (part.hole != null) {
                holes.add(part.hole);
            }
        }
        this.size = parts.stream().mapToInt(part -> part.length).sum();
        this.kept = parts.stream()
                .mapToInt(part -> part.bytes.length + Part.BESIDE_BYTES)
                .sum();
    }

    /** What a template writes where a hole shall be. */
    static String mark(Hole hole) {
        return "{" + MARK + ":" + hole.name() + "}";
    }

    static PageBytes of(String html) {
        boolean small =
                html.length() < COMPRESSED_FROM && html.getBytes(StandardCharsets.UTF_8).length < COMPRESSED_FROM;
        List<Part> parts = new ArrayList<>();
        int from = 0;
        for (int at = html.indexOf("{" + MARK); at >= 0; at = html.indexOf("{" + MARK, from)) {
            int end = html.indexOf('}', at);
            Hole hole = Hole.valueOf(html.substring(at + MARK.length() + 2, end));
            parts.add(Part.of(html.substring(from, at), hole, small));
            from = end + 1;
        }
        parts.add(Part.of(html.substring(from), null, small));
        return new PageBytes(List.copyOf(parts), !small);
    }

    Set<Hole> holes() {
        return holes;
    }

    /** Of the page without what its holes are filled with, in bytes. */
    int size() {
        return size;
    }

    /** Whether {@link #gzip} can be asked for it; what is small is kept as it is. */
    boolean compressed() {
        return compressed;
    }

    /** How much memory it takes, in bytes. */
    int kept() {
        return kept;
    }

    byte[] plain(Map<Hole, String> fillings) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(size + 1024);
        for (Part part : parts) {
            out.writeBytes(part.plain());
            out.writeBytes(filling(part, fillings));
        }
        return out.toByteArray();
    }

    /** The page as a gzip member (RFC 1952) put together from blocks that were deflated before (RFC 1951 §3.2.4). */
    byte[] gzip(Map<Hole, String> fillings) {
        if (!compressed) {
            throw new IllegalStateException("a page of " + size + " bytes is not kept compressed");
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(kept + 1024);
        int checksum = 0;
        int length = 0;
        out.writeBytes(GZIP_HEADER);
        for (Part part : parts) {
            out.writeBytes(part.bytes);
            checksum = Checksum.joined(checksum, part.checksum, part.shift);
            byte[] filling = filling(part, fillings);
            store(out, filling);
            checksum = Checksum.joined(checksum, Checksum.of(filling), Checksum.shift(filling.length));
            length += part.length + filling.length;
        }
        out.writeBytes(LAST_EMPTY_BLOCK);
        little(out, checksum);
        little(out, length);
        return out.toByteArray();
    }

    private static byte[] filling(Part part, Map<Hole, String> fillings) {
        return part.hole == null
                ? new byte[0]
                : Objects.requireNonNull(fillings.get(part.hole)).getBytes(StandardCharsets.UTF_8);
    }

    private static void store(ByteArrayOutputStream out, byte[] bytes) {
        if (bytes.length > STORED_BLOCK_MAX) {
            throw new IllegalArgumentException("a hole is filled with too much: " + bytes.length);
        }
        if (bytes.length > 0) {
            out.write(0);
            out.write(bytes.length);
            out.write(bytes.length >> 8);
            out.write(~bytes.length);
            out.write(~bytes.length >> 8);
            out.writeBytes(bytes);
        }
    }

    private static void little(ByteArrayOutputStream out, int number) {
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
            out.write(number >> shift);
        }
    }

    /** A stretch of the page, deflated so that it ends on a byte boundary, and the hole behind it. */
    private static final class Part {
        /** Lengths and references, and what Java keeps for each object. */
        private static final int BESIDE_BYTES = 64;

        private final byte[] bytes;
        private final boolean deflated;
        private final int length;
        private final int checksum;
        private final int shift;
        private final @Nullable Hole hole;

        private Part(byte[] plain, byte @Nullable [] deflated, @Nullable Hole hole) {
            this.bytes = deflated == null ? plain : deflated;
            this.deflated = deflated != null;
            this.length = plain.length;
            this.checksum = Checksum.of(plain);
            this.shift = Checksum.shift(plain.length);
            this.hole = hole;
        }

        static Part of(String html, @Nullable Hole hole, boolean small) {
            byte[] plain = html.getBytes(StandardCharsets.UTF_8);
            if (small) {
                return new Part(plain, null, hole);
            }
            Deflater deflater = new Deflater(COMPRESSION, true);
            try {
                deflater.setInput(plain);
                byte[] buffer = new byte[plain.length + 1024];
                int length = deflater.deflate(buffer, 0, buffer.length, Deflater.FULL_FLUSH);
                return new Part(plain, Arrays.copyOf(buffer, length), hole);
            } finally {
                deflater.end();
            }
        }

        /** Inflated only for the few who take nothing compressed. */
        byte[] plain() {
            if (!deflated) {
                return bytes;
            }
            Inflater inflater = new Inflater(true);
            try {
                inflater.setInput(bytes);
                byte[] plain = new byte[length];
                int got = inflater.inflate(plain);
                if (got != length) {
                    throw new IllegalStateException("of " + length + " bytes only " + got);
                }
                return plain;
            } catch (DataFormatException impossible) {
                throw new IllegalStateException("what was deflated here cannot be read", impossible);
            } finally {
                inflater.end();
            }
        }
    }

    /**
     * CRC-32 (RFC 1952 §8) of a text put together from pieces whose own are known. It is the remainder of the text,
     * read as a polynomial over two elements, divided by a fixed one; behind a piece of n bytes stands what was
     * before, multiplied by x to the power of 8n.
     */
    private static final class Checksum {
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
}
