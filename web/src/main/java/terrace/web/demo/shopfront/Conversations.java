package terrace.web.demo.shopfront;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import terrace.catalog.listings.Listing;
import terrace.catalog.listings.Storage;
import terrace.catalog.questions.Asking;
import terrace.catalog.questions.Questions;

/** What members ask about a few goods, answered but for the last. */
@Singleton
class Conversations {
    private static final int LISTINGS = 3;

    private final Questions questions;

    Conversations(Questions questions) {
        this.questions = questions;
    }

    /** Asking the same again, and answering the same again, changes nothing. */
    void hold(List<Listing> goods, UUID clerk, List<UUID> members) {
        for (Listing listing : goods.stream().limit(LISTINGS).toList()) {
            ask(listing, members.getFirst(), "收到以后怎么保存，能放多久？", keeping(listing), clerk);
            ask(listing, members.getLast(), "是今年的新货吗？在哪里能看到产地和批次？", "是。商品页上点“产地护照”，能看到最近一批的采收日期和村子。", clerk);
        }
        goods.stream().limit(1).forEach(listing -> questions.ask(members.getFirst(), listing.id(), "过节送人，有带提手的盒子吗？"));
    }

    private void ask(Listing listing, UUID member, String text, String answer, UUID clerk) {
        questions
                .ask(member, listing.id(), text)
                .filter(Asking.Asked.class::isInstance)
                .map(asking -> ((Asking.Asked) asking).question())
                .filter(question -> !question.answered())
                .ifPresent(question -> questions.answer(listing.merchantId(), question.id(), 0, answer, clerk));
    }

    private static String keeping(Listing listing) {
        String place =
                switch (listing.about().keeping().storage()) {
                    case AMBIENT -> "放在阴凉干燥、不晒太阳的地方";
                    case COOL -> "放在阴凉通风的地方，不要闷着";
                    case CHILLED -> "收到后马上放冰箱冷藏";
                    case FROZEN -> "收到后马上冷冻，化开后不要再冻";
                };
        return place + "，保质期 " + listing.about().keeping().shelfLifeDays() + " 天，"
                + (listing.about().keeping().storage() == Storage.AMBIENT ? "开封后扎紧袋口，早些吃完。" : "尽快吃完最新鲜。");
    }
}
