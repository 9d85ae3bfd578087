package terrace.marketplace.files;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * What a photo's file says beside the picture; empty for a file that does not go to its end.
 *
 * @param orientation 1 to 8 as in Exif 2.3, tag 274; 1 is upright
 */
record PhotoMarks(int orientation) {

    private static final int PNG_HEADER_BYTES = 8;
    private static final int PNG_CHUNK_FRAME_BYTES = 12;
    private static final int PNG_END = 0x49454e44;
    private static final int EXIF = 0x45786966;
    private static final short ORIENTATION_TAG = 274;
    private static final int TIFF_ENTRY_BYTES = 12;
    private static final int START_OF_SCAN = 0xda;
    private static final int END_OF_IMAGE = 0xd9;
    private static final int APP1 = 0xe1;

    /** Walks the segments (ITU-T T.81, annex B) to the picture, and looks for the mark at its end. */
    static Optional<PhotoMarks> ofJpeg(byte[] bytes) {
        int orientation = 1;
        int at = 2;
        while (at + 4 <= bytes.length && (bytes[at] & 0xff) == 0xff) {
            int mark = bytes[at + 1] & 0xff;
            int length = ((bytes[at + 2] & 0xff) << 8) | (bytes[at + 3] & 0xff);
            if (mark == 0xff) {
                at++;
                continue;
            }
            if (mark == START_OF_SCAN) {
                return ends(bytes, at) ? Optional.of(new PhotoMarks(orientation)) : Optional.empty();
            }
            if (mark == APP1 && at + 2 + length <= bytes.length) {
                orientation = orientation(
                        ByteBuffer.wrap(bytes, at + 4, Math.max(0, length - 2)).slice(), orientation);
            }
            at += 2 + length;
        }
        return Optional.empty();
    }

    /** Walks the chunks (PNG, section 5) to the last. */
    static Optional<PhotoMarks> ofPng(byte[] bytes) {
        var chunks = ByteBuffer.wrap(bytes);
        long at = PNG_HEADER_BYTES;
        while (at + PNG_CHUNK_FRAME_BYTES <= bytes.length) {
            int length = chunks.getInt((int) at);
            if (length < 0) {
                return Optional.empty();
            }
            if (chunks.getInt((int) at + 4) == PNG_END) {
                return Optional.of(new PhotoMarks(1));
            }
            at += PNG_CHUNK_FRAME_BYTES + (long) length;
        }
        return Optional.empty();
    }

    private static boolean ends(byte[] bytes, int from) {
        for (int at = bytes.length - 2; at > from; at--) {
            if ((bytes[at] & 0xff) == 0xff && (bytes[at + 1] & 0xff) == END_OF_IMAGE) {
                return true;
            }
        }
        return false;
    }

    private static int orientation(ByteBuffer segment, int otherwise) {
        try {
            if (segment.getInt() != EXIF || segment.getShort() != 0) {
                return otherwise;
            }
            var tiff = segment.slice();
            tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            int directory = tiff.getInt(4);
            int entries = tiff.getShort(directory) & 0xffff;
            for (int entry = 0; entry < entries; entry++) {
                int at = directory + 2 + entry * TIFF_ENTRY_BYTES;
                if (tiff.getShort(at) == ORIENTATION_TAG) {
                    int value = tiff.getShort(at + 8);
                    return value >= 1 && value <= 8 ? value : otherwise;
                }
            }
            return otherwise;
        } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
            return otherwise;
        }
    }
}
