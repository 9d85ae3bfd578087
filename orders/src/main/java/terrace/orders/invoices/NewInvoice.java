package terrace.orders.invoices;

/**
 * What a buyer wants an invoice to say.
 *
 * @param taxNumber empty for a person
 */
public record NewInvoice(Invoice.Kind kind, boolean company, String title, String taxNumber) {

    @Override
    public String toString() {
        return "NewInvoice[" + kind + "]";
    }
}
