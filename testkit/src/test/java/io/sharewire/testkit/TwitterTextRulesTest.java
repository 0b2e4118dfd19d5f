package io.sharewire.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules 9 to 11 of X: how long a text may be, its cashtags, and whether it was there before. */
class TwitterTextRulesTest extends TwitterFixture {

    @Test
    void rule09_aHundredAndFortyHangulSyllablesFit() throws IOException {
        assertThat(tweet("가".repeat(140)).status()).isEqualTo(201);
    }

    @Test
    void rule09_oneSyllableMoreIsTooLong() throws IOException {
        Http.Reply reply = tweet("가".repeat(141));

        assertProblem(reply, 400, "Your Tweet text is too long.");
        assertThat(reply.json().at("/errors/0/message").asText()).startsWith("Your Tweet text is too long.");
    }

    @Test
    void rule09_aLinkCosts23WhateverItsLength() throws IOException {
        String link = " https://news.example.com/" + "a".repeat(300);

        assertThat(tweet("가".repeat(128) + link).status()).isEqualTo(201);
        twitter.reset();
        assertProblem(tweet("가".repeat(129) + link), 400, "too long");
    }

    @Test
    void rule09_aPremiumAccountMayWriteMore() throws IOException {
        twitter.premium(true);

        assertThat(tweet("a".repeat(25_000)).status()).isEqualTo(201);
        assertThat(tweet("a".repeat(25_001)).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\uFFFEb", "a\uFEFFb", "a\uFFFFb"})
    void rule09_invalidCharactersAreRefused(String text) throws IOException {
        assertProblem(tweet(text), 400, "One or more parameters");
    }

    @Test
    void rule10_aSecondCashtagIsRefused() throws IOException {
        assertProblem(tweet("$AAPL and $MSFT"), 403, "Posts are limited to a maximum of one cashtag");
        assertThat(tweet("$AAPL at $25").status()).isEqualTo(201);
    }

    @Test
    void rule10_aContractLiftsTheCashtagRule() throws IOException {
        twitter.rules().selfServe(false);

        assertThat(tweet("$AAPL and $MSFT").status()).isEqualTo(201);
    }

    @Test
    void rule11_theSameTextAgainIsRefusedEvenAfterDeleting() throws IOException {
        String id = id(tweet("같은 글"));
        http.delete("/2/tweets/" + id);

        Http.Reply again = tweet("같은  글 ");

        assertProblem(again, 403, "You are not allowed to create a Tweet with duplicate content.");
        assertThat(again.body()).doesNotContain(id);
    }

    @Test
    void rule11_theSameTextIsAcceptedWhenTheWindowIsOver() throws IOException {
        tweet("a");
        clock.advance(Duration.ofHours(24));

        assertThat(tweet("a").status()).isEqualTo(201);
    }

    @Test
    void rule11_aDeletedTextMayBeMadeFreeAgain() throws IOException {
        twitter.rules().deletedTextsCount(false);
        http.delete("/2/tweets/" + id(tweet("a")));

        assertThat(tweet("a").status()).isEqualTo(201);
        assertThat(tweet("a").status()).isEqualTo(403);
    }

    @Test
    void rule11_theWindowCanBeSet() throws IOException {
        twitter.rules().duplicateWindow(Duration.ofMinutes(10));
        tweet("a");
        clock.advance(Duration.ofMinutes(9));
        assertThat(tweet("a").status()).isEqualTo(403);
        clock.advance(Duration.ofMinutes(1));

        assertThat(tweet("a").status()).isEqualTo(201);
    }

    @Test
    void rule11_anotherAuthorMayWriteTheSame() throws IOException {
        tweet("a");

        assertThat(other().postJson("/2/tweets", "{\"text\":\"a\"}").status()).isEqualTo(201);
    }
}
