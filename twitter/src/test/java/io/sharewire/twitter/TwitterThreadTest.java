package io.sharewire.twitter;

import static org.assertj.core.api.Assertions.assertThat;

import com.twitter.twittertext.TwitterTextParser;
import io.sharewire.Article;
import io.sharewire.Cost;
import io.sharewire.Draft;
import io.sharewire.InMemoryLedger;
import io.sharewire.PayloadPart;
import io.sharewire.Problem;
import io.sharewire.Progress;
import io.sharewire.Reason;
import io.sharewire.ReconcilingTarget;
import io.sharewire.Secret;
import io.sharewire.Share;
import io.sharewire.ShareResult;
import io.sharewire.ShareResult.PartlyShared;
import io.sharewire.ShareResult.Rejected;
import io.sharewire.ShareResult.Shared;
import io.sharewire.ShareResult.Unknown;
import io.sharewire.testkit.Fault;
import io.sharewire.testkit.Sandbox;
import io.sharewire.testkit.SimulatedPost;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TwitterThreadTest {

    private static final String LINK = "https://news.example.kr/a/7";

    private static Sandbox sandbox;

    private final Article article =
            Article.builder(LINK, "한강 다리 통제").language("ko").build();

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start();
        sandbox.delay(Duration.ofSeconds(3));
    }

    @BeforeEach
    void reset() {
        sandbox.reset();
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    private TwitterTarget target() {
        return TwitterTarget.of(
                TwitterSettings.oauth2(Secret.of(sandbox.twitter().token()))
                        .userId(sandbox.twitter().userId())
                        .baseUrl(sandbox.twitter().baseUrl())
                        .timeout(Duration.ofSeconds(2))
                        .defaults(TwitterOptions.defaults().withThread(true))
                        .build());
    }

    private ReconcilingTarget reconciling() {
        return ReconcilingTarget.around(target(), new InMemoryLedger())
                .sleeper(duration -> {})
                .looks(List.of(Duration.ZERO, Duration.ZERO))
                .build();
    }

    /** Korean sentences of 24 signs, numbered so that no two are alike. */
    private static String words(int length) {
        return IntStream.iterate(1, i -> i + 1)
                .mapToObj(i -> String.format("제%03d보입니다 한강 다리 통행이 제한됐다. ", i))
                .limit(length / 24 + 1)
                .collect(Collectors.joining())
                .substring(0, length)
                .strip();
    }

    private Draft draft(int length) {
        return target().draft(Share.of(article).withText(words(length)));
    }

    @Test
    void aLongTextBecomesPostsThatXWouldTakeWithTheLinkOnce() {
        Draft draft = draft(1_400);
        List<String> posts = draft.payload().stream()
                .map(PayloadPart::body)
                .map(NewPost::textOf)
                .toList();

        assertThat(draft.problems()).isEmpty();
        // 1,400 Korean characters weigh 2 each at most: at least ten posts of 280.
        assertThat(posts).hasSizeGreaterThanOrEqualTo(9).doesNotHaveDuplicates();
        assertThat(posts).allSatisfy(post -> {
            // The official counter judges, not ours.
            assertThat(TwitterTextParser.parseTweet(post).weightedLength).isLessThanOrEqualTo(280);
            assertThat(TwitterTextParser.parseTweet(post).isValid).isTrue();
        });
        assertThat(posts.get(0)).endsWith("\n\n" + LINK);
        assertThat(posts.stream().filter(post -> post.contains(LINK))).hasSize(1);
        assertThat(String.join(" ", posts).replace("\n\n" + LINK, "").replaceAll("\\s+", ""))
                .isEqualTo(words(1_400).replaceAll("\\s+", ""));
        // One post with a link, the others without.
        assertThat(draft.cost()).isEqualTo(Cost.usd(String.format("%.3f", 0.2 + 0.015 * (posts.size() - 1))));
    }

    @Test
    void aTextThatFitsStaysOnePost() {
        assertThat(draft(80).payload()).hasSize(1);
    }

    @Test
    void anArticleIsToldWholeWhereAThreadIsWanted() {
        Draft draft =
                target().draft(Share.of(article.toBuilder().summary(words(400)).build()));

        assertThat(draft.payload().size()).isGreaterThan(2);
        assertThat(NewPost.textOf(draft.payload().get(0).body())).startsWith("한강 다리 통제\n\n제001보");
    }

    @Test
    void postsThatAreAlikeAreAProblemBeforeAnythingIsSent() {
        String same = "가".repeat(139) + ".";
        Draft draft = target().draft(Share.of(article).withText("시작 " + same + " " + same + " " + same));

        assertThat(draft.problems()).extracting(Problem::code).contains("POSTS_ALIKE");
        assertThat(target().publish(draft)).isInstanceOf(Rejected.class);
        assertThat(sandbox.twitter().createRequests()).isZero();
    }

    @Test
    void eachPostAnswersTheOneBefore() {
        Draft draft = draft(500);

        ShareResult result = target().publish(draft);

        List<SimulatedPost> posts = sandbox.twitter().posts();
        assertThat(posts).hasSameSizeAs(draft.payload());
        assertThat(result.orElseThrow().id()).isEqualTo(posts.get(0).id());
        assertChained(posts);
    }

    private static void assertChained(List<SimulatedPost> posts) {
        for (int i = 1; i < posts.size(); i++) {
            assertThat(posts.get(i).details().values())
                    .as("post %d of %s", i, posts)
                    .contains(posts.get(i - 1).id());
        }
    }

    @Test
    void aLostAnswerInTheMiddleEndsWithEveryPostOnceAndInOrder() {
        Draft draft = draft(480);
        assertThat(draft.payload()).hasSize(4);
        sandbox.twitter().inject(Fault.NONE, Fault.STORED_THEN_RESET);

        ShareResult result = reconciling().publish(draft);

        assertThat(result).isInstanceOf(Shared.class);
        List<SimulatedPost> posts = sandbox.twitter().posts();
        assertThat(posts).hasSize(4);
        assertChained(posts);
        assertThat(sandbox.twitter().createRequests()).isEqualTo(4);
    }

    @Test
    void aPostThatNeverArrivedStopsTheThreadAndIsNotSentAgainUnasked() {
        Draft draft = draft(480);
        sandbox.twitter().inject(Fault.NONE, Fault.NOT_STORED_500);
        ReconcilingTarget target = reconciling();

        ShareResult first = target.publish(draft);
        ShareResult second = target.publish(draft);

        assertThat(List.of(first, second))
                .allSatisfy(result -> assertThat(result).isInstanceOfSatisfying(PartlyShared.class, partly -> {
                    assertThat(partly.progress().inDoubt()).containsExactly(1);
                    assertThat(partly.cause()).isInstanceOf(Unknown.class);
                }));
        assertThat(sandbox.twitter().posts()).hasSize(1);
    }

    @Test
    void aPersonMayHaveThePostInDoubtSentAgain() {
        Draft draft = draft(480);
        sandbox.twitter().inject(Fault.NONE, Fault.NOT_STORED_500);
        ReconcilingTarget target = reconciling();
        PartlyShared partly = (PartlyShared) target.publish(draft);

        ShareResult result = target.publish(draft, partly.progress().retryDoubtful());

        assertThat(result).isInstanceOf(Shared.class);
        assertThat(sandbox.twitter().posts()).hasSize(4);
        assertChained(sandbox.twitter().posts());
    }

    @Test
    void aLimitInTheMiddleIsPartlySharedAndTheRestGoesOutLater() {
        Draft draft = draft(480);
        sandbox.twitter().inject(Fault.NONE, Fault.NONE, Fault.RATE_LIMITED);
        TwitterTarget account = target();
        ReconcilingTarget target =
                ReconcilingTarget.around(account, new InMemoryLedger()).build();

        ShareResult first = target.publish(draft);
        ShareResult held = target.publish(draft);
        account.pace().resume();
        ShareResult last = target.publish(draft);

        assertThat(first).isInstanceOfSatisfying(PartlyShared.class, partly -> {
            assertThat(partly.receipts()).hasSize(2);
            assertThat(partly.progress())
                    .isEqualTo(new Progress(2, partly.receipts().get(1).id(), List.of(), List.of()));
        });
        // Held back here: X is not asked during its block.
        assertThat(held)
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.reason()).isEqualTo(Reason.RATE_LIMITED));
        assertThat(last).isInstanceOf(Shared.class);
        assertThat(sandbox.twitter().createRequests()).isEqualTo(5);
        assertChained(sandbox.twitter().posts());
    }
}
