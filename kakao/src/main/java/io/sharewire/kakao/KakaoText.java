package io.sharewire.kakao;

import io.sharewire.Draft;
import io.sharewire.Drafter;
import io.sharewire.Length;
import io.sharewire.PayloadPart;
import io.sharewire.Problem;
import io.sharewire.Share;
import io.sharewire.json.Json;
import io.sharewire.text.TextMeasure;
import org.jspecify.annotations.Nullable;

/**
 * How an article becomes a draft: what is sent, and to whom if not to oneself.
 *
 * <p>The first part of the payload is the message, see {@link KakaoForm}; the second, if there is one, the JSON list of
 * all receivers, of whom at most five go into each call. The length is that of the words an editor may write: the
 * description of a card, or the text.
 */
final class KakaoText implements Drafter {

    private static final String UNIT = "code points";

    private final String target;
    private final @Nullable String buttonTitle;
    private final KakaoOptions defaults;
    private final KakaoLimits limits;
    private final KakaoDomains domains;

    KakaoText(
            String target,
            @Nullable String buttonTitle,
            KakaoOptions defaults,
            KakaoLimits limits,
            KakaoDomains domains) {
        this.target = target;
        this.buttonTitle = buttonTitle;
        this.defaults = defaults;
        this.limits = limits;
        this.domains = domains;
    }

    @Override
    public Draft draft(Share share) {
        KakaoOptions options = share.options(KakaoOptions.class).orElse(defaults);
        KakaoComposition made = KakaoComposition.of(share, options, buttonTitle, limits);
        Draft.Builder draft = Draft.builder(target, KakaoTarget.CHANNEL, share, made.asSeen())
                .link(share.link(KakaoTarget.CHANNEL))
                .media(made.pictures())
                .problems(KakaoProblems.of(share, options, made, limits, domains));
        PayloadPart part = made.part();
        if (part != null) {
            draft.part(part.type(), part.body());
        }
        if (!options.receivers().isEmpty()) {
            draft.part(KakaoForm.JSON, Json.write(options.receivers()));
        }
        String words = made.words();
        if (words != null) {
            Length length = length(words, options);
            draft.length(length);
            if (length.exceeded()) {
                draft.problem(Problem.textTooLong(length));
            }
        }
        return draft.build();
    }

    private Length length(String words, KakaoOptions options) {
        boolean text = options.message() instanceof KakaoMessage.Text;
        return new Length(
                TextMeasure.CODE_POINTS.of(words),
                text ? Math.min(limits.text(), KakaoTextMessage.MAX) : limits.text(),
                UNIT);
    }
}
