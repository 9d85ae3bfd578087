package terrace.catalog.freight;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Where freight is priced. */
@Singleton
public class Freight {

    Freight() {}

    /** Keeps the template as given; a known id is replaced, zones and all. */
    public void define(FreightTemplate template) {
        defineAll(List.of(template));
    }

    public void defineAll(List<FreightTemplate> templates) {
        throw new UnsupportedOperationException();
    }

    public Optional<FreightTemplate> byId(UUID id) {
        throw new UnsupportedOperationException();
    }

    public List<FreightTemplate> ofMerchant(UUID merchantId) {
        throw new UnsupportedOperationException();
    }

    public FreightQuote quote(UUID templateId, String provinceCode, long grams, long goodsFen) {
        throw new UnsupportedOperationException();
    }

    /** Every line's quote, with one look at the tariffs. */
    public Map<FreightLine, FreightQuote> quotes(Collection<FreightLine> lines) {
        throw new UnsupportedOperationException();
    }
}
