package terrace.orders.gateway;

import io.micronaut.context.annotation.Value;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import terrace.marketplace.embedded.ChildJvm;
import terrace.marketplace.embedded.DataFolder;
import terrace.marketplace.embedded.StartupRefusal;

/**
 * Where the bank is and with which keys we speak to it: the one named by {@code terrace.bank.url}, or the sandbox bank,
 * started in a process of its own without keeping the site waiting.
 */
@Singleton
public class BankLink implements ApplicationEventListener<StartupEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(BankLink.class);
    private static final String SANDBOX_MAIN = "terrace.bank.BankMain";
    private static final List<String> SANDBOX_FLAGS = List.of("-Xmx160m", "-XX:+UseSerialGC");

    private static final int KEY_BYTES = 24;
    /** The public half of our key to the channel "ccb", in hexadecimal, as the bank wants it. */
    public static final String SHOP_PUBLIC = "ccb-shop.pub";

    private final BankSettings settings;
    private final boolean production;
    private final String apiKey;
    private final String noticeSecret;
    private volatile @Nullable URI address;
    private volatile @Nullable Instant answered;
    private volatile boolean silent;
    private @Nullable ChildJvm sandbox;

    BankLink(BankSettings settings, @Value("${terrace.production:false}") boolean production) {
        this.settings = settings;
        this.production = production;
        this.address = settings.url().isBlank() ? null : URI.create(settings.url());
        this.apiKey = settings.apiKey().isBlank() ? random() : settings.apiKey();
        this.noticeSecret = settings.noticeSecret().isBlank() ? random() : settings.noticeSecret();
    }

    @Override
    public void onApplicationEvent(StartupEvent event) {
        if (settings.url().isBlank() && settings.embedded()) {
            if (production) {
                throw new StartupRefusal("The sandbox bank is not for production: name the bank in BANK_URL.");
            }
            startSandbox();
        } else if (!settings.url().isBlank()
                && (settings.apiKey().isBlank() || settings.noticeSecret().isBlank())) {
            throw new StartupRefusal("BANK_URL is set: BANK_API_KEY and BANK_NOTICE_SECRET must be too.");
        }
    }

    private void startSandbox() {
        ChildJvm started = ChildJvm.start("bank", sandboxFlags(), classPath(), SANDBOX_MAIN, List.of(), environment());
        sandbox = started;
        var _ = started.address().whenComplete((ready, trouble) -> {
            if (ready == null) {
                LOG.error("The sandbox bank did not start: payments will wait", trouble);
            } else {
                LOG.info("Sandbox bank: {}", ready);
                address = URI.create(ready);
            }
        });
    }

    private static List<String> sandboxFlags() {
        List<String> flags = new ArrayList<>(SANDBOX_FLAGS);
        if (DataFolder.current().lasting()) {
            flags.addAll(ChildJvm.rememberingClasses(DataFolder.current().resolve("bank")));
        } else {
            // the bank of a test is gone before the optimising compiler has paid
            flags.add("-XX:TieredStopAtLevel=1");
        }
        return flags;
    }

    private Map<String, String> environment() {
        return Map.of(
                "BANK_DATA", DataFolder.current().resolve("bank").toString(),
                "BANK_PORT", settings.port(),
                "BANK_API_KEY", apiKey,
                "BANK_FEE_BASIS_POINTS", String.valueOf(settings.feeBasisPoints()),
                "BANK_NOTICE_URL", settings.noticeUrl(),
                "BANK_NOTICE_SECRET", noticeSecret,
                "BANK_CCB_SHOP_KEY", shopKeys().resolve(SHOP_PUBLIC).toString(),
                "BANK_CCB_NOTICE_URL", settings.noticeUrl() + "/ccb",
                "BANK_CCB_RETURN_URL", settings.returnUrl());
    }

    /** Where our own keys are, made at the first start; never inside the tree of the program. */
    public static Path shopKeys() {
        return DataFolder.current().resolve("keys");
    }

    /** Where the sandbox bank leaves the public key of its counter. */
    public static Path sandboxKey() {
        return DataFolder.current().resolve("bank").resolve("ccb-counter.pub");
    }

    private String classPath() {
        String root = System.getProperty("terrace.root", ".");
        return settings.classpath().isBlank() ? root + "/orders/bank/target/bank-lib/*" : settings.classpath();
    }

    /** Empty until the bank can be spoken to. */
    public Optional<URI> address() {
        return Optional.ofNullable(address);
    }

    /** The address of the sandbox bank of our own; waits until it is up. Empty where a real bank is used. */
    Optional<URI> sandboxAddress() {
        ChildJvm child = sandbox;
        return child == null
                ? Optional.empty()
                : Optional.of(URI.create(child.address().join()));
    }

    /** The address of the sandbox bank of our own, once it is up; waits for nothing. */
    public Optional<URI> sandboxIfUp() {
        return sandbox == null ? Optional.empty() : address();
    }

    /** Notes how a request to the bank ended. */
    void noteAnswer(boolean spoke) {
        silent = !spoke;
        if (spoke) {
            answered = InstantSource.system().instant();
        }
    }

    /** When the bank last said anything to this node, in real time; empty before the first request. */
    Optional<Instant> lastAnswer() {
        return Optional.ofNullable(answered);
    }

    /** Whether the last request of this node ended without an answer that says anything. */
    boolean silent() {
        return silent;
    }

    /** The secret with which the bank signs its notices. */
    public String noticeSecret() {
        return noticeSecret;
    }

    /** The secret by which the bank knows us. */
    public String apiKey() {
        return apiKey;
    }

    private static String random() {
        byte[] bytes = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    @PreDestroy
    void close() {
        if (sandbox != null) {
            sandbox.close();
        }
    }
}
