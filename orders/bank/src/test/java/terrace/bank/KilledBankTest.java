package terrace.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import terrace.bank.book.Book;
import wiremock.com.fasterxml.jackson.databind.JsonNode;

/** The bank as the launcher starts it: a process of its own, which dies without a word. */
class KilledBankTest {
    private static final int SHOPS = 4;

    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void end() {
        started.forEach(Process::destroyForcibly);
    }

    private Process start(Path data, String port) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                "target/bank-lib/*",
                BankMain.class.getName());
        builder.environment()
                .putAll(Map.of("BANK_DATA", data.toString(), "BANK_PORT", port, "BANK_API_KEY", Customer.API_KEY));
        Process process = builder.start();
        started.add(process);
        return process;
    }

    private static Customer ready(Process bank) throws IOException {
        BufferedReader out = bank.inputReader(StandardCharsets.UTF_8);
        String line = out.readLine();
        assertThat(line).startsWith("READY http://127.0.0.1:");
        return new Customer(line.substring("READY ".length()));
    }

    private static void kill(Process bank) throws InterruptedException {
        bank.destroyForcibly();
        assertThat(bank.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void everything_answered_before_kill_9_is_in_the_book_and_a_torn_last_line_is_cut_off() throws Exception {
        Path data = Folders.temporary();
        Process first = start(data, "0");
        Customer before = ready(first);
        String intent = before.pay("p1", 1250);
        Customer.Heard refund = before.refund("r1", intent, 250);
        before.transfer("t1", 600);
        before.postJson("/__bank/clock", "{\"offset_seconds\":3600}");
        JsonNode book = before.book();
        Queue<String> opened = openUntilKilled(before, first);
        Files.writeString(data.resolve(Book.FILE), "0badc0de [{\"is\":\"char", StandardOpenOption.APPEND);

        Customer after = ready(start(data, "0"));
        for (String part : List.of("balance", "entries", "notices_pending")) {
            assertThat(after.book().path(part)).isNotEmpty().isEqualTo(book.path(part));
        }
        assertThat(after.get("/__bank/clock").json().path("offset_seconds").asLong())
                .isEqualTo(3600);
        assertThat(after.refund("r1", intent, 250).body()).isEqualTo(refund.body());
        for (String id : opened) {
            assertThat(after.get("/v1/checkout/sessions/" + id).status()).isEqualTo(200);
        }
        // at most one answer to each shop was on its way when the bank died
        assertThat(after.book().path("sessions").asInt()).isBetween(opened.size() + 1, opened.size() + 1 + SHOPS);
    }

    /** Several shops open sessions as fast as they can until the bank is gone; gives the sessions they heard of. */
    private static Queue<String> openUntilKilled(Customer customer, Process bank) throws InterruptedException {
        Queue<String> opened = new ConcurrentLinkedQueue<>();
        List<Thread> shops = new ArrayList<>();
        for (int shop = 0; shop < SHOPS; shop++) {
            String name = "p" + shop + "_";
            shops.add(Thread.ofVirtual().start(() -> {
                try {
                    for (int i = 0; ; i++) {
                        opened.add(customer.open(name + i, 100).text("id"));
                    }
                } catch (IOException | InterruptedException e) {
                    // the bank is dead: what was heard until now must not be lost
                }
            }));
        }
        while (opened.size() < 100) {
            Thread.sleep(5);
        }
        kill(bank);
        for (Thread shop : shops) {
            shop.join();
        }
        return opened;
    }

    @Test
    void a_taken_port_is_one_plain_line() throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            Process refused = start(Folders.temporary(), Integer.toString(taken.getLocalPort()));
            assertThat(refused.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(refused.exitValue()).isEqualTo(2);
            assertThat(refused.errorReader().lines().toList())
                    .singleElement()
                    .asString()
                    .startsWith("Port " + taken.getLocalPort() + " is taken");
        }
    }

    @Test
    void the_end_of_its_input_ends_the_bank() throws Exception {
        Process bank = start(Folders.temporary(), "0");
        ready(bank);
        bank.getOutputStream().close();
        assertThat(bank.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(bank.exitValue()).isZero();
    }
}
