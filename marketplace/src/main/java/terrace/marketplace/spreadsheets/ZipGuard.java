package terrace.marketplace.spreadsheets;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Unpacks a workbook once without keeping anything, before a parser sees it: what would grow beyond all measure, holds
 * a name twice or is torn goes no further.
 */
final class ZipGuard {
    static final long UNPACKED_BYTES_MAX = 96L * 1024 * 1024;

    private static final int ENTRIES_MAX = 500;
    private static final int BUFFER_BYTES = 64 * 1024;

    private ZipGuard() {}

    static Optional<Why> trouble(byte[] file) {
        Set<String> names = new HashSet<>();
        long unpacked = 0;
        byte[] buffer = new byte[BUFFER_BYTES];
        try (ZipFile zip = ZipFile.builder().setByteArray(file).get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                if (!names.add(entry.getName())) {
                    return Optional.of(Why.TORN);
                }
                if (names.size() > ENTRIES_MAX) {
                    return Optional.of(Why.UNPACKS_TOO_LARGE);
                }
                try (InputStream content = zip.getInputStream(entry)) {
                    for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                        unpacked += read;
                        if (unpacked > UNPACKED_BYTES_MAX) {
                            return Optional.of(Why.UNPACKS_TOO_LARGE);
                        }
                    }
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            return Optional.of(Why.TORN);
        }
        return names.contains("[Content_Types].xml") ? Optional.empty() : Optional.of(Why.NOT_A_SHEET);
    }
}
