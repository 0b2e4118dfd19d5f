package io.sharewire.link;

import io.sharewire.Draft;
import io.sharewire.Drafter;
import io.sharewire.Length;
import io.sharewire.Problem;
import io.sharewire.Share;

/** How an article becomes a link to hand out: the link is all there is, an editor's text has no place in it. */
final class LinkText implements Drafter {

    /** No standard sets a limit; link shorteners, older browsers and QR codes give up beyond this many characters. */
    private static final int LIMIT = 2048;

    private final LinkSettings settings;

    LinkText(LinkSettings settings) {
        this.settings = settings;
    }

    @Override
    public Draft draft(Share share) {
        String link = ArticleLinks.of(share, settings).tracked();
        Length length = new Length(link.length(), LIMIT, "characters");
        Draft.Builder draft = Draft.builder(settings.name(), LinkTarget.CHANNEL, share, link)
                .link(link)
                .length(length)
                .part("text/plain", link);
        if (length.exceeded()) {
            draft.problem(Problem.error(
                    "LINK_TOO_LONG",
                    "The link has " + length.used() + " of " + LIMIT + " characters.",
                    "Give the article a shorter address, or share a short link made for it."));
        }
        return draft.build();
    }
}
