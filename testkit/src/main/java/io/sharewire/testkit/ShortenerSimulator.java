package io.sharewire.testkit;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Six link shorteners at one address: Bitly, TinyURL, YOURLS, Shlink, Kutt and Rebrandly, told apart by the paths of
 * their APIs. A {@code GET} of a short link follows it. One key opens all of them.
 *
 * <p>Its posts are its short links: the text is the short address, the link is where it leads, {@code details} has the
 * {@code service}.
 */
public final class ShortenerSimulator implements PlatformSimulator {

    private static final String KEY = "6f2d8b1e-5c1f-4a9e-9a53-3d0c1a7b4e21";

    private final String baseUrl;
    private final FaultScript script = new FaultScript("shortener", Fault.COMMON);
    private final ShortLinks links;
    private final List<ShortenerProtocol> services;
    private boolean expired;

    ShortenerSimulator(String baseUrl, Clock clock) {
        this.baseUrl = baseUrl;
        links = new ShortLinks(baseUrl, clock);
        services = List.of(
                new ShortenerBitly(links),
                new ShortenerTinyUrl(links),
                new ShortenerYourls(links, clock),
                new ShortenerShlink(links),
                new ShortenerKutt(links),
                new ShortenerRebrandly(links));
    }

    /** The address of all services; short links begin with it. */
    public String baseUrl() {
        return baseUrl;
    }

    /** The token, API key, signature token or password, as the service has it. */
    public String apiKey() {
        return KEY;
    }

    /** Bitly's group of the account. */
    public String bitlyGroup() {
        return ShortenerBitly.GROUP;
    }

    /** The YOURLS user whose password is the key. */
    public String yourlsUser() {
        return ShortenerYourls.USER;
    }

    /** Lets somebody else have an alias at a service that gives each out once: {@code tinyurl} or {@code rebrandly}. */
    public synchronized void occupy(String service, String alias, String longUrl) {
        links.add(service, alias, longUrl, "another account", Set.of());
    }

    @Override
    public String name() {
        return "shortener";
    }

    @Override
    public void inject(Fault... faults) {
        script.add(faults);
    }

    @Override
    public Set<Fault> faults() {
        return script.possible();
    }

    @Override
    public synchronized List<SimulatedPost> posts() {
        return links.all().stream()
                .map(link -> new SimulatedPost(
                        link.alias(),
                        links.shortUrl(link),
                        link.longUrl(),
                        null,
                        link.created(),
                        Map.of("service", link.service())))
                .toList();
    }

    @Override
    public int createRequests() {
        return script.arrived();
    }

    @Override
    public synchronized void expireToken() {
        expired = true;
    }

    @Override
    public synchronized void reset() {
        script.reset();
        links.clear();
        expired = false;
    }

    synchronized Answer answer(Call call) {
        try {
            for (ShortenerProtocol service : services) {
                if (service.creates(call)) {
                    return create(service, call, script.next());
                }
                Optional<Answer> read = service.read(call, key());
                if (read.isPresent()) {
                    return read.get();
                }
            }
            if (!call.method().equals("GET")) {
                throw ShortenerShlink.notFound();
            }
            ShortLinks.Link link = links.byPath(String.join("/", call.path())).orElseThrow(ShortenerShlink::notFound);
            return Answer.of(302, "text/html; charset=UTF-8", "").with("Location", link.longUrl());
        } catch (Refusal refusal) {
            return refusal.answer();
        }
    }

    private Answer create(ShortenerProtocol service, Call call, @Nullable Fault fault) {
        service.authorise(call, key());
        if (fault == Fault.RATE_LIMITED) {
            return service.tooMany();
        }
        if (fault == Fault.NOT_STORED_500) {
            return service.broken();
        }
        return service.create(call).brokenBy(fault, service.broken());
    }

    /** An expired key is none that anybody sends. */
    private String key() {
        return expired ? KEY + " as it was" : KEY;
    }
}
