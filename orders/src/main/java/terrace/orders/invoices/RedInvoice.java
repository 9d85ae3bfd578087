package terrace.orders.invoices;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A red-letter invoice (红字发票): what of an invoice was taken back, in fen, tax included.
 *
 * @param number as the tax office numbered it
 */
public record RedInvoice(UUID id, UUID invoiceId, String number, LocalDate issuedOn, long fen) {}
