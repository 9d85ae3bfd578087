package terrace.web.inbox;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.inbox.Channel;
import terrace.marketplace.inbox.Choice;
import terrace.marketplace.inbox.NewsKind;
import terrace.marketplace.inbox.Preferences;
import terrace.web.pages.Pages;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** By which ways the reader wants to be told of what. */
@Controller("/account/notices/preferences")
@Secured(Access.SIGNED_IN)
class NoticePreferenceController {
    private final Preferences preferences;
    private final Pages pages;

    NoticePreferenceController(Preferences preferences, Pages pages) {
        this.preferences = preferences;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> show(Visitor visitor, @Nullable @QueryValue String saved) {
        UUID reader = visitor.memberId();
        List<Choice> choices = preferences.of(reader);
        List<Row> rows = Arrays.stream(NewsKind.values())
                .map(kind -> new Row(
                        kind.name(),
                        kind.always(),
                        choices.stream()
                                .filter(choice -> choice.kind() == kind)
                                .map(choice -> new Way(choice.channel().name(), choice.wanted()))
                                .toList()))
                .toList();
        List<Lead> leads = Arrays.stream(Channel.values())
                .map(channel -> new Lead(channel.name(), preferences.leads(reader, channel)))
                .toList();
        return pages.show(visitor, "inbox/preferences", new PreferencesPage(rows, leads, saved != null));
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> save(Visitor visitor, @Body Map<String, String> typed) {
        for (NewsKind kind : NewsKind.values()) {
            for (Channel channel : Channel.values()) {
                // Only what the form offered: a way that does not lead anywhere stays as it was.
                if (!kind.always() && preferences.leads(visitor.memberId(), channel)) {
                    preferences.choose(visitor.memberId(), kind, channel, typed.containsKey(kind + "-" + channel));
                }
            }
        }
        return Pages.seeOther(visitor, "/account/notices/preferences?saved=true");
    }

    record Way(String channel, boolean wanted) {}

    /** @param always cannot be turned off */
    record Row(String kind, boolean always, List<Way> ways) {}

    /** Whether a way leads to the reader at all. */
    record Lead(String channel, boolean there) {}

    record PreferencesPage(List<Row> rows, List<Lead> leads, boolean saved) {}
}
