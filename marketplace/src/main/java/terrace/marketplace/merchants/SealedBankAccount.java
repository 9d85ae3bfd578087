package terrace.marketplace.merchants;

import io.micronaut.core.annotation.Introspected;

@Introspected
@SuppressWarnings("ArrayRecordComponent") // read once and opened, never compared
record SealedBankAccount(byte[] bankAccount) {}
