package terrace.bench;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What all processors together can do just now, at nothing but arithmetic: SHA-256, MiB a second. A shared machine
 * gives half of it or less at times and says so nowhere: figures are told apart by what this said beside them.
 */
public final class Pace {
    private static final int BLOCK_BYTES = 64 * 1024;
    private static final long WARM_UP_NANOS = 500_000_000L;
    private static final long NANOS = 2_000_000_000L;
    private static final int MIB = 1024 * 1024;

    private Pace() {}

    /** Takes two and a half seconds, in which nothing else should run. */
    public static long mibPerSecond() throws InterruptedException {
        int cores = Runtime.getRuntime().availableProcessors();
        List<Future<Long>> hashing = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(cores)) {
            for (int core = 0; core < cores; core++) {
                hashing.add(threads.submit(Pace::hash));
            }
        }
        long bytes = 0;
        for (Future<Long> one : hashing) {
            try {
                bytes += one.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }
        return bytes * 1_000_000_000L / NANOS / MIB;
    }

    private static long hash() throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        byte[] block = new byte[BLOCK_BYTES];
        long begun = System.nanoTime();
        long bytes = 0;
        for (long passed = 0; passed < WARM_UP_NANOS + NANOS; passed = System.nanoTime() - begun) {
            digest.update(block);
            bytes += passed < WARM_UP_NANOS ? 0 : BLOCK_BYTES;
        }
        return bytes;
    }
}
