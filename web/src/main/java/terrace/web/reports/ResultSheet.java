package terrace.web.reports;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import terrace.marketplace.organising.CampaignFact;
import terrace.marketplace.organising.CampaignGift;
import terrace.web.pages.Language;
import terrace.web.pages.Words;

/** A published result as a spreadsheet: the result on one sheet, the days on another, every fact on the third. */
@Singleton
class ResultSheet {
    private static final int FEN_DIGITS = 2;
    private static final int WIDE = 22;

    private final Words words;

    ResultSheet(Words words) {
        this.words = words;
    }

    void write(Language language, ResultPage page, List<CampaignFact> facts, List<CampaignGift> gifts, OutputStream out)
            throws IOException {
        try (Workbook workbook = new Workbook(out, "Terrace", "1.0")) {
            result(workbook.newWorksheet(words.say(language, "campaigns.result")), language, page);
            days(workbook.newWorksheet(words.say(language, "organiser.days")), language, page.days());
            facts(workbook.newWorksheet(words.say(language, "campaigns.result.facts")), language, facts);
            if (!gifts.isEmpty()) {
                gifts(workbook.newWorksheet(words.say(language, "campaigns.result.gifts")), language, gifts);
            }
        }
    }

    private void result(Worksheet sheet, Language language, ResultPage page) {
        sheet.width(0, 2 * WIDE);
        sheet.width(1, WIDE);
        sheet.width(2, WIDE);
        int at = 0;
        row(sheet, at++, page.title());
        row(sheet, at++, page.owner(), page.period());
        row(sheet, at++, words.say(language, "campaigns.result.published", page.published()));
        at++;
        at = figures(sheet, language, at, page);
        row(sheet, at++, words.say(language, "campaigns.helped"), page.helped(), page.helpedBasis());
        row(sheet, at++, words.say(language, "campaigns.households"), page.households(), page.basis());
        at++;
        for (var part : page.shares()) {
            row(sheet, at++, part.name(), part.jin(), part.yuan());
        }
    }

    /** As they were told, and as they are now; says where the next row goes. */
    private int figures(Worksheet sheet, Language language, int from, ResultPage page) {
        int at = from;
        row(sheet, at++, "", words.say(language, "campaigns.result.told"), words.say(language, "campaigns.result.now"));
        row(
                sheet,
                at++,
                words.say(language, "campaigns.part.jin"),
                page.told().jin(),
                page.now().jin());
        row(
                sheet,
                at++,
                words.say(language, "campaigns.part.yuan"),
                page.told().yuan(),
                page.now().yuan());
        row(
                sheet,
                at++,
                words.say(language, "shop.campaign.orders"),
                page.told().orders(),
                page.now().orders());
        row(
                sheet,
                at++,
                words.say(language, "organiser.day.returned"),
                page.told().returnedJin(),
                page.now().returnedJin());
        row(
                sheet,
                at++,
                words.say(language, "campaigns.gifts"),
                page.told().gifts(),
                page.now().gifts());
        return at;
    }

    private void days(Worksheet sheet, Language language, List<ResultPage.Day> days) {
        row(
                sheet,
                0,
                words.say(language, "organiser.day"),
                words.say(language, "campaigns.part.jin"),
                words.say(language, "campaigns.part.yuan"),
                words.say(language, "shop.campaign.orders"),
                words.say(language, "organiser.day.returned"),
                words.say(language, "organiser.day.returned.yuan"));
        int at = 1;
        for (ResultPage.Day day : days) {
            row(sheet, at++, day.day(), day.jin(), day.yuan(), day.orders(), day.returnedJin(), day.returnedYuan());
        }
    }

    /** In a sheet of their own: they are no part of what was sold. */
    private void gifts(Worksheet sheet, Language language, List<CampaignGift> gifts) {
        row(sheet, 0, words.say(language, "campaigns.part.yuan"), words.say(language, "campaigns.fact.at"));
        int at = 1;
        for (CampaignGift gift : gifts) {
            sheet.value(at, 0, BigDecimal.valueOf(gift.fen(), FEN_DIGITS));
            sheet.value(at, 1, gift.at().toString());
            at++;
        }
    }

    /** Numbers as numbers, returns below nought: the sum of a column is the figure on the page. */
    private void facts(Worksheet sheet, Language language, List<CampaignFact> facts) {
        row(
                sheet,
                0,
                words.say(language, "campaigns.fact.order"),
                words.say(language, "campaigns.fact.kind"),
                words.say(language, "campaigns.fact.listing"),
                words.say(language, "campaigns.fact.grams"),
                words.say(language, "campaigns.part.yuan"),
                words.say(language, "campaigns.fact.at"));
        int at = 1;
        for (CampaignFact fact : facts) {
            sheet.value(at, 0, fact.orderInFile());
            sheet.value(
                    at, 1, words.say(language, fact.returned() ? "campaigns.fact.returned" : "campaigns.fact.sold"));
            sheet.value(at, 2, fact.listingId().toString());
            sheet.value(at, 3, fact.returned() ? -fact.grams() : fact.grams());
            sheet.value(at, 4, BigDecimal.valueOf(fact.returned() ? -fact.fen() : fact.fen(), FEN_DIGITS));
            sheet.value(at, 5, fact.at().toString());
            at++;
        }
        sheet.freezePane(0, 1);
    }

    /** Text stays text: what begins with = is no formula. */
    private static void row(Worksheet sheet, int row, String... cells) {
        for (int column = 0; column < cells.length; column++) {
            sheet.value(row, column, cells[column]);
            sheet.style(row, column).format("@").set();
        }
    }
}
