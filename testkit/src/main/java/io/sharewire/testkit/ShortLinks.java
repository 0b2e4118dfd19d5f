package io.sharewire.testkit;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;

/** The short links of all services; each service has aliases of its own. */
final class ShortLinks {

    private static final String ALPHABET = "23456789abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ";

    /**
     * A short link.
     *
     * @param path what is appended to the simulator's address to follow it
     * @param scope what tells equal links of one service apart, such as a group
     */
    record Link(
            String service,
            String path,
            String alias,
            String longUrl,
            String scope,
            Set<String> tags,
            Instant created) {}

    private final List<Link> links = new ArrayList<>();
    private final String baseUrl;
    private final Clock clock;

    ShortLinks(String baseUrl, Clock clock) {
        this.baseUrl = baseUrl;
        this.clock = clock;
    }

    List<Link> all() {
        return List.copyOf(links);
    }

    void clear() {
        links.clear();
    }

    Optional<Link> find(String service, Predicate<Link> which) {
        return links.stream()
                .filter(link -> link.service().equals(service))
                .filter(which)
                .findFirst();
    }

    Optional<Link> byAlias(String service, String alias) {
        return find(service, link -> link.alias().equals(alias));
    }

    Optional<Link> byPath(String path) {
        return links.stream().filter(link -> link.path().equals(path)).findFirst();
    }

    /** Makes one, with an alias of its own if this one is empty. */
    Link add(String service, String alias, String longUrl, String scope, Set<String> tags) {
        String code = alias.isEmpty() ? freeCode(service) : alias;
        // Shlink owns the root of its host; the others stand beside it here.
        String path = service.equals("shlink") ? code : service + "/" + code;
        Link link = new Link(
                service, path, code, longUrl, scope, tags, clock.instant().truncatedTo(ChronoUnit.SECONDS));
        links.add(link);
        return link;
    }

    String shortUrl(Link link) {
        return baseUrl + "/" + link.path();
    }

    private String freeCode(String service) {
        StringBuilder code = new StringBuilder();
        while (code.length() < 5 || byAlias(service, code.toString()).isPresent()) {
            code.append(ALPHABET.charAt(ThreadLocalRandom.current().nextInt(ALPHABET.length())));
        }
        return code.toString();
    }
}
