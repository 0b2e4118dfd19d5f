package io.sharewire.twitter;

import static org.assertj.core.api.Assertions.assertThat;

import io.sharewire.Cost;
import io.sharewire.Draft;
import io.sharewire.PayloadPart;
import io.sharewire.Problem;
import io.sharewire.Reason;
import io.sharewire.ShareResult.Rejected;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A thread that an editor has written post by post. */
class TwitterOwnPostsTest {

    private final XServer x = new XServer();
    private final TwitterTarget target = x.target();

    @AfterEach
    void stop() {
        x.close();
    }

    private Draft draft(String... posts) {
        return target.draft(XServer.share()
                .withText("다른 글")
                .with(TwitterOptions.defaults().withHashtags(3).withPosts(posts)));
    }

    private static List<String> texts(Draft draft) {
        return draft.payload().stream()
                .map(PayloadPart::body)
                .map(NewPost::textOf)
                .toList();
    }

    @Test
    void goesOutAsItIsWithTheLinkBelowTheFirstPost() {
        Draft draft = draft("개표가 끝났다.", "투표율은 71%였다. @선관위", "다음 발표는 9시다.");

        assertThat(texts(draft)).containsExactly("개표가 끝났다.\n\n" + XServer.URL, "투표율은 71%였다. @선관위", "다음 발표는 9시다.");
        assertThat(draft.problems()).isEmpty();
        assertThat(draft.cost()).isEqualTo(Cost.usd("0.230"));
    }

    @Test
    void hasNoSecondLinkWhereALaterPostHoldsIt() {
        Draft draft = draft("개표가 끝났다.", "자세한 내용: news.example.com/a/1");

        assertThat(texts(draft)).containsExactly("개표가 끝났다.", "자세한 내용: news.example.com/a/1");
        assertThat(draft.problems()).isEmpty();
    }

    @Test
    void hasAProblemWithARemedyWhereAPostIsEmptyAndNothingIsSent() {
        for (String empty : new String[] {"", " \n ", "\u200B\u2060"}) {
            Draft draft = draft("하나", empty, "셋");

            assertThat(draft.problems())
                    .containsExactly(Problem.error(
                            "EMPTY_POST", "Post 2 of the thread is empty.", "Write it, or leave it out."));
            assertThat(target.publish(draft)).isInstanceOfSatisfying(Rejected.class, rejected -> {
                assertThat(rejected.reason()).isEqualTo(Reason.INVALID_CONTENT);
                assertThat(rejected.remedy()).isEqualTo("Write it, or leave it out.");
            });
        }
        assertThat(draft("", "둘").problems()).extracting(Problem::code).containsExactly("EMPTY_POST");
        assertThat(x.wireMock().getAllServeEvents()).isEmpty();
    }

    @Test
    void namesThePostThatIsTooLongAndIsNotCut() {
        Draft draft = draft("하나", "가".repeat(141));

        assertThat(texts(draft).get(1)).isEqualTo("가".repeat(141));
        assertThat(draft.problems())
                .containsExactly(Problem.error(
                        "TEXT_TOO_LONG",
                        "Post 2 of the thread has 282 of 280 weighted characters.",
                        "Shorten it by 2."));
    }

    @Test
    void namesThePostWithTwoCashtagsAndDoesNotAddThoseOfDifferentPosts() {
        assertThat(draft("$NVDA 상승", "$TSLA 하락").problems()).isEmpty();
        assertThat(draft("하나", "$NVDA $TSLA").problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).startsWith("Post 2 of the thread has 2 cashtags"));
    }

    @Test
    void refusesPostsThatAreAlike() {
        assertThat(draft("하나", "둘", "둘").problems()).extracting(Problem::code).containsExactly("POSTS_ALIKE");
    }
}
