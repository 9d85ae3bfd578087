package terrace.web.goods;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.catalog.desk.BulkAct;
import terrace.catalog.desk.BulkLine;
import terrace.catalog.desk.OwnGoods;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.money.Money;
import terrace.marketplace.staff.StaffRight;
import terrace.web.merchant.ForStaff;
import terrace.web.merchant.MerchantDesk;
import terrace.web.pages.Pages;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** One act on many listings: shown first, done when it is sent again. */
@Controller("/merchant/listings/changes")
@Secured(Access.MERCHANT)
@ForStaff(StaffRight.GOODS)
class BulkController {
    private static final String PICK = "pick-";

    private final MerchantDesk desk;
    private final OwnGoods goods;
    private final Pages pages;

    BulkController(MerchantDesk desk, OwnGoods goods, Pages pages) {
        this.desk = desk;
        this.goods = goods;
        this.pages = pages;
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> change(Visitor visitor, @Body Map<String, String> typed) {
        Optional<Merchant> merchant = desk.of(visitor);
        if (merchant.isEmpty()) {
            return HttpResponse.notFound();
        }
        Map<UUID, Long> picked = picked(typed);
        String kind = typed.getOrDefault("act", "");
        String by = typed.getOrDefault("by", "").strip();
        Optional<BulkAct> act = act(kind, by, typed.getOrDefault("way", ""));
        if (picked.isEmpty() || picked.size() > OwnGoods.BULK_MAX || act.isEmpty()) {
            String why = picked.isEmpty() ? "goods.bulk.none" : "goods.bulk.act-missing";
            return pages.show(
                    visitor,
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    "goods/bulk",
                    new BulkPage(List.of(), kind, by, "", false, why));
        }
        boolean done = typed.containsKey("carry-out");
        Optional<List<BulkLine>> lines = done
                ? goods.carryOut(merchant.get().id(), picked, act.get(), visitor.memberId())
                : goods.preview(merchant.get().id(), picked.keySet(), act.get());
        return lines.<HttpResponse<?>>map(shown -> pages.show(
                        visitor,
                        "goods/bulk",
                        new BulkPage(shown, kind, by, typed.getOrDefault("way", ""), done, null)))
                .orElseGet(HttpResponse::notFound);
    }

    private static Map<UUID, Long> picked(Map<String, String> typed) {
        Map<UUID, Long> picked = new LinkedHashMap<>();
        typed.forEach((name, version) -> {
            if (name.startsWith(PICK)) {
                Ids.read(name.substring(PICK.length()))
                        .ifPresent(
                                id -> picked.put(id, ListingForm.number(version).orElse(0)));
            }
        });
        return picked;
    }

    private static Optional<BulkAct> act(String kind, String by, String way) {
        int sign = way.equals("down") ? -1 : 1;
        OptionalLong percent = ListingForm.number(by);
        OptionalLong fen = Money.fen(by);
        return switch (kind) {
            case "off" -> Optional.of(new BulkAct.TakeOff());
            case "on" -> Optional.of(new BulkAct.PutBack());
            case "percent" ->
                percent.isPresent() && percent.getAsLong() > 0 && percent.getAsLong() <= OwnGoods.PERCENT_MAX
                        ? Optional.of(new BulkAct.Percent(sign * (int) percent.getAsLong()))
                        : Optional.empty();
            case "amount" ->
                fen.isPresent() && fen.getAsLong() > 0
                        ? Optional.of(new BulkAct.Amount(sign * fen.getAsLong()))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    /**
     * @param done whether it was done, or is only shown
     * @param error key of what is missing, null when nothing is
     */
    record BulkPage(
            List<BulkLine> lines,
            String act,
            String by,
            String way,
            boolean done,
            @Nullable String error) {}
}
