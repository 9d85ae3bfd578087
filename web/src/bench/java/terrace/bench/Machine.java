package terrace.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** What it was measured on. */
record Machine(
        int cores,
        long memoryMib,
        String processor,
        String java,
        String postgres,
        String elasticsearch,
        double loadAtStart) {

    static Machine here(double loadAtStart, String postgres) throws IOException {
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                number(line("/proc/meminfo", "MemTotal")) / 1024,
                line("/proc/cpuinfo", "model name").replaceFirst(".*:\\s*", ""),
                System.getProperty("java.vm.name") + " " + Runtime.version(),
                postgres,
                elasticsearchVersion(),
                loadAtStart);
    }

    /** Taken before anything is started. */
    static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    String sentence() {
        return "%d cores (%s), %,d MiB, %s, PostgreSQL %s, Elasticsearch %s; load average at the start %.1f"
                .formatted(cores, processor, memoryMib, java, postgres, elasticsearch, loadAtStart);
    }

    private static String elasticsearchVersion() throws IOException {
        Path libraries = Path.of(System.getProperty("terrace.root", "."), "search/node/target/node-lib");
        try (Stream<Path> jars = Files.list(libraries)) {
            Optional<String> version = jars.map(jar -> jar.getFileName().toString())
                    .filter(name -> name.matches("elasticsearch-\\d.*\\.jar"))
                    .map(name -> name.substring("elasticsearch-".length(), name.length() - ".jar".length()))
                    .findFirst();
            return version.orElse("?");
        }
    }

    private static String line(String file, String name) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(name)).findFirst().orElse("?");
        }
    }

    private static long number(String line) {
        return Long.parseLong("0" + line.replaceAll("\\D", ""));
    }
}
