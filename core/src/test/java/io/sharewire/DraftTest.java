package io.sharewire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DraftTest {

    private final Share share = Share.of(Samples.english());

    private Draft.Builder draft() {
        return Draft.builder("fake", ScriptedTarget.CHANNEL, share, "text");
    }

    @Test
    void hasAFingerprintOfItsPayloadAndOfNothingElse() {
        String one = draft().part("text/plain", "a").build().fingerprint();

        // printf '10:1:text/plaina' | sha256sum
        assertThat(one).isEqualTo("6436123cc8ced7fc9d45021972dfb932cbc070229aa2d81f4b9116955b6b018e");
        assertThat(draft().part("text/plain", "a")
                        .cost(Cost.usd("0.200"))
                        .build()
                        .fingerprint())
                .isEqualTo(one);
        assertThat(draft().part("text/plain", "b").build().fingerprint()).isNotEqualTo(one);
    }

    @Test
    void tellsTwoPartsFromOneLongPart() {
        assertThat(draft().part("t", "a").part("t", "b").build().fingerprint())
                .isNotEqualTo(draft().part("t", "atb").build().fingerprint());
    }

    @Test
    void whatIsSentAfterwardsCountsInTheFingerprint() {
        Draft plain = draft().part("t", "a").build();
        Draft followed = draft().part("t", "a").afterwards("t", "b").build();

        assertThat(followed.fingerprint()).isNotEqualTo(plain.fingerprint());
        assertThat(followed.fingerprint())
                .isNotEqualTo(draft().part("t", "a").part("t", "b").build().fingerprint());
        assertThat(followed.payload()).isEqualTo(plain.payload());
    }

    @Test
    void putsErrorsBeforeWarnings() {
        Draft draft = draft().problem(Problem.warning("W", "w", "r"))
                .problem(Problem.error("E", "e", "r"))
                .build();

        assertThat(draft.problems()).extracting(Problem::code).containsExactly("E", "W");
        assertThat(draft.refusal()).isPresent();
        assertThat(draft().problem(Problem.warning("W", "w", "r")).build().refusal())
                .isEmpty();
    }

    @Test
    void keepsEverythingWhenAProblemIsAdded() {
        Draft draft = draft().length(new Length(1, 2, "characters"))
                .link("https://courier.example/1")
                .cost(Cost.usd("0.015"))
                .part("text/plain", "a")
                .afterwards("text/plain", "b")
                .build();

        Draft more = draft.withProblem(Problem.warning("W", "w", "r"));

        assertThat(more).usingRecursiveComparison().ignoringFields("problems").isEqualTo(draft);
        assertThat(more.problems()).hasSize(1);
    }
}
