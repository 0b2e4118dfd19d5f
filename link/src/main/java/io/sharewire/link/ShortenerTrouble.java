package io.sharewire.link;

import io.sharewire.Problem;

/** Why a link stays long. */
enum ShortenerTrouble {
    UNREACHABLE("SHORTENER_UNREACHABLE", "Check the network and the shortener's address."),
    NO_ANSWER("SHORTENER_NO_ANSWER", "Try again later; if the short link was made after all, it will be found."),
    UNAUTHORIZED("SHORTENER_UNAUTHORIZED", "Check the shortener's token and what it is allowed to do."),
    LIMIT("SHORTENER_LIMIT", "Try again later, or raise the limit of the shortener's plan."),
    REFUSED("SHORTENER_REFUSED", "Check the link and the shortener's settings."),
    ALIAS_TAKEN("SHORT_LINK_TAKEN", "Delete that short link at the service, or use another domain."),
    LEADS_ELSEWHERE("SHORT_LINK_LEADS_ELSEWHERE", "Look at that short link at the service."),
    TOO_LONG("LINK_TOO_LONG", "Give the article a shorter address.");

    private final String code;
    private final String remedy;

    ShortenerTrouble(String code, String remedy) {
        this.code = code;
        this.remedy = remedy;
    }

    Problem problem(String service, String url, String what) {
        return Problem.warning(
                code, service + " made no short link for " + url + ": " + what + ". The long link is used.", remedy);
    }
}
