package io.sharewire.kakao;

import io.sharewire.Validation;

/**
 * How long the texts of a message may be, all in Unicode code points.
 *
 * @param title what a headline is fitted to; default 50. KakaoTalk shows about two lines and documents no number
 * @param description what a summary is fitted to; default 100. KakaoTalk shows about four lines together with the title
 *     and documents no number
 * @param text what an editor's own text may have; default 200, the one limit KakaoTalk documents for a message's text.
 *     It is never cut
 */
public record KakaoLimits(int title, int description, int text) {

    /** Checks the numbers. */
    public KakaoLimits {
        new Validation("KakaoLimits")
                .check(title > 0, "title must be above 0, not " + title)
                .check(description > 0, "description must be above 0, not " + description)
                .check(text >= description, "text must not be below description, not " + text)
                .orThrow();
    }

    /** 50, 100 and 200. */
    public static KakaoLimits defaults() {
        return new KakaoLimits(50, 100, 200);
    }

    /** The same limits with another one for headlines. */
    public KakaoLimits withTitle(int codePoints) {
        return new KakaoLimits(codePoints, description, text);
    }

    /** The same limits with another one for summaries. */
    public KakaoLimits withDescription(int codePoints) {
        return new KakaoLimits(title, codePoints, text);
    }

    /** The same limits with another one for editors' texts. */
    public KakaoLimits withText(int codePoints) {
        return new KakaoLimits(title, description, codePoints);
    }
}
