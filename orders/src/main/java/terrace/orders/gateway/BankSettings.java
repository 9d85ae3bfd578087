package terrace.orders.gateway;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * What the configuration says about the bank.
 *
 * @param url the bank's address; blank where the sandbox bank is to be used
 * @param embedded whether to start the sandbox bank when no address is given
 * @param port of the sandbox bank; 0 takes a free one
 * @param noticeUrl where the sandbox bank sends its notices; those of "ccb" to {@code /ccb} below it
 * @param returnUrl where the sandbox bank sends payers back who came by a channel with one fixed address
 * @param feeBasisPoints what the sandbox bank keeps of each payment, in hundredths of a percent
 * @param classpath of the sandbox bank, which is never on ours
 * @param channels by which members may pay, parted by commas, the usual one first
 */
@ConfigurationProperties("terrace.bank")
record BankSettings(
        @Bindable(defaultValue = "") String url,
        @Bindable(defaultValue = "") String apiKey,
        @Bindable(defaultValue = "") String noticeSecret,
        @Bindable(defaultValue = "false") boolean embedded,
        @Bindable(defaultValue = "0") String port,

        @Bindable(defaultValue = "http://127.0.0.1:8080/api/v1/bank/notices")
        String noticeUrl,

        @Bindable(defaultValue = "http://127.0.0.1:8080/payments/ccb/return")
        String returnUrl,

        @Bindable(defaultValue = "0") int feeBasisPoints,
        @Bindable(defaultValue = "") String classpath,
        @Bindable(defaultValue = "stripe") String channels) {}
