package io.sharewire.link;

import io.sharewire.Secret;
import io.sharewire.http.ApiClient;
import io.sharewire.http.ApiReply;
import io.sharewire.http.Redaction;
import io.sharewire.url.CanonicalUrl;
import java.time.Clock;
import java.util.List;
import okhttp3.Request;

/**
 * Asks a service for a short link; once more if the first answer was lost or said nothing, which makes no second link at
 * any of them; and reads a taken alias back, since it may be this link's own.
 */
final class ServiceShortener implements Shortener {

    private final ShortenerSettings settings;
    private final ShortenerClient client;
    private final ApiClient api;

    private ServiceShortener(ShortenerSettings settings, ShortenerClient client) {
        this.settings = settings;
        this.client = client;
        this.api = ApiClient.withTimeout(settings.timeout());
    }

    static ServiceShortener of(ShortenerSettings settings, Clock clock) {
        return new ServiceShortener(
                settings,
                switch (settings.service()) {
                    case BITLY -> new BitlyClient(settings);
                    case TINYURL -> new TinyUrlClient(settings);
                    case YOURLS -> new YourlsClient(settings, clock);
                    case SHLINK -> new ShlinkClient(settings);
                    case KUTT -> new KuttClient(settings);
                    case REBRANDLY -> new RebrandlyClient(settings);
                });
    }

    @Override
    public ShortLink shorten(String url, String title) {
        String asked = CanonicalUrl.ascii(url);
        int limit = settings.service().limit();
        if (asked.length() > limit) {
            return notMade(
                    asked, ShortenerTrouble.TOO_LONG, "it has " + asked.length() + " of " + limit + " characters");
        }
        ShortenerAnswer answer = send(client.create(asked, title.strip()));
        if (answer instanceof ShortenerAnswer.Unclear) {
            answer = send(client.create(asked, title.strip()));
        }
        boolean taken = answer instanceof ShortenerAnswer.AliasTaken;
        if (taken) {
            answer = send(client.lookUp(asked));
        }
        if (answer instanceof ShortenerAnswer.Link link) {
            return judge(asked, link, taken);
        }
        if (answer instanceof ShortenerAnswer.Refused refused) {
            return taken
                    ? notMade(
                            asked,
                            ShortenerTrouble.ALIAS_TAKEN,
                            "its alias is taken, and reading it back " + refused.said())
                    : notMade(asked, refused.trouble(), refused.said());
        }
        if (answer instanceof ShortenerAnswer.Unclear unclear) {
            return notMade(asked, unclear.trouble(), unclear.said());
        }
        return notMade(asked, ShortenerTrouble.ALIAS_TAKEN, "its alias is taken");
    }

    /** A short link is only used if it is one and leads where it should. */
    private ShortLink judge(String asked, ShortenerAnswer.Link link, boolean taken) {
        if (CanonicalUrl.problem(link.shortUrl()).isPresent()) {
            return notMade(
                    asked,
                    ShortenerTrouble.NO_ANSWER,
                    "answered '" + link.shortUrl() + "', which is no http(s) address");
        }
        String leadsTo = link.leadsTo();
        if (leadsTo == null ? taken : !Destination.same(asked, leadsTo)) {
            return notMade(
                    asked,
                    taken ? ShortenerTrouble.ALIAS_TAKEN : ShortenerTrouble.LEADS_ELSEWHERE,
                    (taken ? "its alias is taken: " : "answered ") + link.shortUrl() + " leads to "
                            + (leadsTo == null ? "an address it does not tell" : leadsTo));
        }
        return ShortLink.made(asked, CanonicalUrl.ascii(link.shortUrl()));
    }

    private ShortenerAnswer send(Request request) {
        ApiReply reply = api.send(request);
        if (reply instanceof ApiReply.Answer answer) {
            return client.read(answer);
        }
        return reply instanceof ApiReply.Lost lost
                ? new ShortenerAnswer.Unclear(ShortenerTrouble.NO_ANSWER, "no answer came, " + lost.cause())
                : new ShortenerAnswer.Refused(
                        ShortenerTrouble.UNREACHABLE,
                        settings.baseUrl() + " cannot be reached, " + ((ApiReply.NotSent) reply).cause());
    }

    private ShortLink notMade(String asked, ShortenerTrouble trouble, String what) {
        String clean =
                Redaction.redact(what, secrets()).replaceAll("\\p{Cntrl}+", " ").strip();
        return ShortLink.notMade(
                asked,
                trouble.problem(
                        settings.service().id(), asked, clean.length() > 300 ? clean.substring(0, 300) + "…" : clean));
    }

    private List<Secret> secrets() {
        return List.of(settings.token());
    }
}
