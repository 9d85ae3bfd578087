package terrace.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** What each part of the market keeps in memory: its proportional share (PSS), so that nothing is counted twice. */
final class Memory {
    private static final String NODE = "terrace.search.node.SearchNode";
    private static final String BANK = "terrace.bank.BankMain";

    private Memory() {}

    /** MiB by part; a part that is not there has none. */
    static Map<String, Long> of(Market market, Database database) {
        Map<String, Long> parts = new LinkedHashMap<>();
        parts.put("app", pss(market.process()));
        parts.put(
                "PostgreSQL",
                ProcessHandle.of(database.pid()).stream()
                        .flatMap(first -> Stream.concat(Stream.of(first), first.descendants()))
                        .mapToLong(Memory::pss)
                        .sum());
        parts.put("Elasticsearch", ofChild(market, NODE));
        parts.put("sandbox bank", ofChild(market, BANK));
        return parts;
    }

    private static long ofChild(Market market, String mainClass) {
        return market.process()
                .descendants()
                .filter(child -> commandLine(child).contains(mainClass))
                .mapToLong(Memory::pss)
                .sum();
    }

    private static String commandLine(ProcessHandle process) {
        try {
            return new String(
                    Files.readAllBytes(Path.of("/proc/" + process.pid() + "/cmdline")), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    private static long pss(ProcessHandle process) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + process.pid() + "/smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .sum()
                    / 1024;
        } catch (IOException e) {
            return 0;
        }
    }
}
