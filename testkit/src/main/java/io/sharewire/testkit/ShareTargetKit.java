package io.sharewire.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.sharewire.Channel;
import io.sharewire.Draft;
import io.sharewire.InMemoryLedger;
import io.sharewire.Lookup;
import io.sharewire.Problem;
import io.sharewire.Reason;
import io.sharewire.ReconcilingTarget;
import io.sharewire.Share;
import io.sharewire.ShareFailedException;
import io.sharewire.ShareResult;
import io.sharewire.ShareResult.Proof;
import io.sharewire.ShareResult.Rejected;
import io.sharewire.ShareResult.Shared;
import io.sharewire.ShareResult.Unknown;
import io.sharewire.ShareTarget;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Says when a channel is done: extend it, say how to build the target, and every test has to pass.
 *
 * <p>The target talks to the channel's simulator in a {@link Sandbox}; what it reports is held against the simulator's
 * own record. For the tests of logs, SLF4J must be bound to {@code java.util.logging} (slf4j-jdk14).
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ShareTargetKit {

    private static final long SEED = 20_261_124L;
    private static final int BATCH = 50;

    private static final Set<Fault> LIMITS =
            EnumSet.of(Fault.RATE_LIMITED, Fault.DAILY_LIMITED, Fault.USAGE_CAPPED, Fault.TOO_FAST);

    private final Sandbox sandbox = Sandbox.start();
    private LogRecorder log = new LogRecorder();

    /** The target, pointed at the sandbox, that waits at most {@code patience} for an answer. */
    protected abstract ShareTarget target(Sandbox at, Duration patience);

    /** The simulator on the other side; empty for a channel that talks to nobody. */
    protected abstract Optional<PlatformSimulator> platform(Sandbox at);

    /** The credentials that must never be seen. */
    protected List<String> secrets(Sandbox at) {
        return List.of();
    }

    /** Whether {@link ShareTarget#find} can read the channel. */
    protected boolean canBeRead() {
        return true;
    }

    /** Whether an editor's text goes out; false for a channel that shares nothing but the link. */
    protected boolean carriesText() {
        return true;
    }

    /** How many shares meet seeded faults; default {@code -Dsharewire.shares}, else 100. */
    protected int seededShares() {
        return Integer.getInteger("sharewire.shares", 100);
    }

    /** How long a target of the kit waits for an answer; default 2 s, which a busy machine does not exceed. */
    protected Duration patience() {
        return Duration.ofSeconds(2);
    }

    @BeforeAll
    final void holdAnswersBackPastThePatience() {
        sandbox.delay(patience().multipliedBy(3));
    }

    @BeforeEach
    final void forgetWhatWas() {
        sandbox.reset();
        log.close();
        log = new LogRecorder();
    }

    @AfterEach
    final void noSecretWasLogged() {
        for (String secret : secrets(sandbox)) {
            assertThat(log.lines()).noneMatch(line -> line.contains(secret));
        }
    }

    @AfterAll
    final void stop() {
        log.close();
        sandbox.close();
    }

    @Test
    void draftsTheSameTwiceAndAsksNobody() {
        ShareTarget target = target();

        Draft once = target.draft(korean());
        Draft twice = target.draft(korean());

        assertThat(once).usingRecursiveComparison().isEqualTo(twice);
        assertThat(once.target()).isEqualTo(target.name());
        assertThat(once.channel()).isEqualTo(target.channel());
        assertThat(once.key()).isEqualTo(korean().key());
        assertThat(once.payload()).isNotEmpty();
        assertThat(createRequests()).isZero();
    }

    @Test
    void carriesKoreanAndEmojiWhole() {
        ShareTarget target = target();
        Draft draft = target.draft(korean());
        assertThat(draft.refusal()).as("problems: %s", draft.problems()).isEmpty();

        assertShared(target, target.publish(draft));

        platform()
                .ifPresent(platform -> assertThat(platform.posts())
                        .singleElement()
                        .satisfies(post -> assertThat(post.text() + post.details())
                                .contains("한강 다리 두 곳")
                                .containsPattern("👨‍👩‍👧‍👦|🌉")));
    }

    @Test
    void sharesAnArticleWithNothingButAddressAndHeadline() {
        ShareTarget target = target();
        Draft draft = target.draft(Share.of(KitArticles.bare()));
        assertThat(draft.refusal()).as("problems: %s", draft.problems()).isEmpty();

        assertShared(target, target.publish(draft));
    }

    @Test
    void makesAnEndlessArticleFit() {
        ShareTarget target = target();
        Draft draft = target.draft(Share.of(KitArticles.endless()));

        assertThat(draft.refusal()).as("problems: %s", draft.problems()).isEmpty();
        assertThat(draft.length() == null || !draft.length().exceeded()).isTrue();
        assertShared(target, target.publish(draft));
    }

    @Test
    void hostileWordsStayWords() {
        ShareTarget target = target();
        Draft plain = target.draft(Share.of(KitArticles.plain()));
        Draft hostile = target.draft(Share.of(KitArticles.hostile()));

        assertThat(hostile.refusal()).as("problems: %s", hostile.problems()).isEmpty();
        assertThat(PayloadShape.of(hostile.payload())).isEqualTo(PayloadShape.of(plain.payload()));
        assertThat(hostile.text())
                .doesNotContainPattern("[\\x00-\\x08\\x0B-\\x1F\\x7F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]");
        assertThat(hostile.link())
                .isNotNull()
                .startsWith("https://courier.example.com/hostile?a=1&b=%22%3E%3Cscript%3E");
        assertShared(target, target.publish(hostile));
        platform().ifPresent(platform -> assertThat(platform.posts()).hasSize(1));
    }

    @Test
    void carriesTheCampaignTagsAndChangesNothingElseAboutTheLink() {
        Channel channel = target().channel();
        Draft draft = target().draft(korean().withCampaign("spring"));

        assertThat(draft.link())
                .isEqualTo("https://news.example.kr/%EA%B8%B0%EC%82%AC/20261124-7?idxno=7&utm_source="
                        + channel.source() + "&utm_medium=" + channel.medium() + "&utm_campaign=spring");
    }

    @Test
    void refusesATextThatIsTooLongUnsent() {
        ShareTarget target = target();
        Draft draft = target.draft(korean().withText("가나다라 ".repeat(30_000)));

        if (!carriesText()) {
            assertThat(draft.text()).doesNotContain("가나다라");
            return;
        }
        assertThat(draft.problems()).anySatisfy(problem -> {
            assertThat(problem.severity()).isEqualTo(Problem.Severity.ERROR);
            assertThat(problem.remedy()).isNotBlank();
        });
        assertThat(target.publish(draft))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.reason()).isEqualTo(Reason.INVALID_CONTENT));
        assertThat(createRequests()).isZero();
    }

    @Test
    void refusesADraftThatAnotherTargetMade() {
        ShareTarget target = target();
        Draft foreign = Draft.builder("somebody-else", target.channel(), korean(), "text")
                .part("text/plain", "text")
                .build();

        assertThatThrownBy(() -> target.publish(foreign)).isInstanceOf(IllegalArgumentException.class);
        assertThat(createRequests()).isZero();
    }

    @Test
    void sharesTheSameShareOnce() {
        ReconcilingTarget target = reconciling();

        ShareResult first = target.publish(target.draft(korean()));
        ShareResult second = target.publish(target.draft(korean()));

        assertThat(second).isEqualTo(new Shared(assertShared(target, first).receipt(), Proof.RECORDED));
        platform().ifPresent(platform -> assertThat(platform.posts()).hasSize(1));
    }

    @Test
    void findsWhatIsThereAndNothingElse() {
        ShareTarget target = target();
        Draft draft = target.draft(korean());
        Instant before = Instant.now();

        if (!canBeRead()) {
            assertThat(target.find(draft, before)).isInstanceOf(Lookup.CannotTell.class);
            return;
        }
        platform().ifPresent(platform -> assertThat(target.find(draft, before)).isEqualTo(new Lookup.NotFound()));
        target.publish(target.draft(Share.of(KitArticles.bare())));
        platform().ifPresent(platform -> assertThat(target.find(draft, before)).isEqualTo(new Lookup.NotFound()));
        ShareResult result = target.publish(draft);

        assertThat(target.find(draft, before))
                .isInstanceOfSatisfying(
                        Lookup.Found.class,
                        found -> assertThat(found.receipts())
                                .singleElement()
                                .satisfies(receipt -> assertThat(receipt.id())
                                        .isEqualTo(assertShared(target, result)
                                                .receipt()
                                                .id())));
    }

    /** One test per fault: one create request, and what is reported is true by the platform's own record. */
    @TestFactory
    Stream<DynamicTest> makesOneRequestAndTellsTheTruthUnder() {
        return faults(fault -> true, fault -> {
            PlatformSimulator platform = platform().orElseThrow();
            ShareTarget target = target();
            platform.inject(fault);

            ShareResult result = target.publish(target.draft(korean()));

            assertThat(platform.createRequests()).isEqualTo(1);
            int posts = platform.posts().size();
            if (result instanceof Rejected) {
                assertThat(posts).as("%s, but it is out", result).isZero();
            } else if (result instanceof Shared) {
                assertThat(posts).as("%s, but it is not out", result).isEqualTo(1);
            } else {
                assertThat(result).isInstanceOf(Unknown.class);
            }
            assertNoSecretIn(target, result);
        });
    }

    /** One test per fault that stores: shared twice, out once, found where the channel can be read. */
    @TestFactory
    Stream<DynamicTest> neverPostsTwiceUnder() {
        return faults(fault -> fault.stores() && fault != Fault.NONE, fault -> {
            PlatformSimulator platform = platform().orElseThrow();
            ReconcilingTarget target = reconciling();
            Draft draft = target.draft(korean());
            platform.inject(fault);

            ShareResult first = target.publish(draft);
            ShareResult second = target.publish(draft);

            assertThat(platform.posts()).hasSize(1);
            assertThat(platform.createRequests()).isEqualTo(1);
            if (fault == Fault.STORED_UNSEEN_THEN_RESET) {
                // Found or not, as the platform's lag will have it; what is not shown yet must not be taken for
                // missing.
                assertThat(List.of(first, second)).noneMatch(result -> result instanceof Rejected);
            } else if (canBeRead()) {
                assertThat(first).isInstanceOfSatisfying(Shared.class, shared -> {
                    assertThat(shared.proof()).isEqualTo(Proof.FOUND);
                    assertThat(shared.receipt().id())
                            .isEqualTo(platform.posts().get(0).id());
                });
                assertThat(second)
                        .isInstanceOfSatisfying(
                                Shared.class,
                                shared -> assertThat(shared.already()).isTrue());
            } else {
                assertThat(List.of(first, second)).allMatch(result -> result instanceof Unknown);
            }
        });
    }

    /**
     * Many shares under a mix of faults that the seed decides; {@code -Dsharewire.seed} and
     * {@code -Dsharewire.shares} choose another run.
     */
    @Test
    void neverLosesNorDoublesNorMisreportsUnderSeededFaults() {
        platform().ifPresent(platform -> {
            long seed = Long.getLong("sharewire.seed", SEED);
            // What lasts for hours would be all there is from then on; it has a test of its own.
            List<Fault> passing = platform.faults().stream()
                    .filter(fault -> fault != Fault.TOO_FAST)
                    .sorted()
                    .toList();

            List<String> failures = new ArrayList<>();
            int left = seededShares();
            for (int batch = 0; left > 0; batch++) {
                // In batches, since platforms limit what one account may post in a quarter of an hour.
                sandbox.reset();
                int count = Math.min(left, BATCH);
                failures.addAll(
                        new SeededShares(this::target, platform, passing, seed + batch).run(count, canBeRead()));
                left -= count;
            }

            assertThat(failures).as("seed %d", seed).isEmpty();
        });
    }

    @TestFactory
    Stream<DynamicTest> saysHowLongToWaitUnder() {
        return faults(LIMITS::contains, fault -> {
            platform().orElseThrow().inject(fault);
            ShareTarget target = target();

            assertThat(target.publish(target.draft(korean()))).isInstanceOfSatisfying(Rejected.class, rejected -> {
                assertThat(rejected.reason()).isIn(Reason.RATE_LIMITED, Reason.QUOTA_EXHAUSTED);
                assertThat(rejected.retryAfter()).isAfter(Instant.now());
                assertThat(rejected.remedy()).isNotBlank();
            });
        });
    }

    @TestFactory
    Stream<DynamicTest> whenThePlatform() {
        return platform().stream()
                .flatMap(platform -> Stream.of(
                        dynamicTest("refusesTheCredentialsNothingIsOutAndTheAccountMustBeConnectedAgain", () -> {
                            sandbox.reset();
                            platform.expireToken();
                            ShareTarget target = target();

                            ShareResult result = target.publish(target.draft(korean()));

                            assertThat(result)
                                    .isInstanceOfSatisfying(
                                            Rejected.class,
                                            rejected -> assertThat(rejected.reason())
                                                    .isEqualTo(Reason.UNAUTHORIZED));
                            assertThat(platform.posts()).isEmpty();
                            assertNoSecretIn(target, result);
                        }),
                        dynamicTest("cannotBeReachedItIsKnownThatNothingWasSent", () -> {
                            ShareTarget target;
                            try (Sandbox gone = Sandbox.start()) {
                                target = target(gone, patience());
                            }

                            assertThat(target.publish(target.draft(korean())))
                                    .isInstanceOfSatisfying(
                                            Rejected.class,
                                            rejected -> assertThat(rejected.reason())
                                                    .isEqualTo(Reason.UNAVAILABLE));
                        })));
    }

    private ShareTarget target() {
        return target(sandbox, patience());
    }

    private Optional<PlatformSimulator> platform() {
        return platform(sandbox);
    }

    private int createRequests() {
        return platform().map(PlatformSimulator::createRequests).orElse(0);
    }

    private static Share korean() {
        return Share.of(KitArticles.korean());
    }

    private ReconcilingTarget reconciling() {
        return ReconcilingTarget.around(target(), new InMemoryLedger())
                .sleeper(duration -> {})
                .build();
    }

    private Stream<DynamicTest> faults(Predicate<Fault> which, FaultTest test) {
        return platform().stream()
                .flatMap(platform -> platform.faults().stream())
                .filter(which)
                .map(fault -> dynamicTest(fault.name(), () -> {
                    sandbox.reset();
                    test.run(fault);
                }));
    }

    /** What to do with one fault. */
    private interface FaultTest {
        void run(Fault fault);
    }

    private Shared assertShared(ShareTarget target, ShareResult result) {
        assertThat(result).isInstanceOf(Shared.class);
        Shared shared = (Shared) result;
        assertThat(shared.receipt().target()).isEqualTo(target.name());
        assertThat(shared.receipt().id()).isNotBlank();
        assertThat(shared.receipt().url()).startsWith("http");
        assertNoSecretIn(target, result);
        return shared;
    }

    private void assertNoSecretIn(ShareTarget target, ShareResult result) {
        String seen = target + " " + result + " " + target.draft(korean()) + " " + describe(result);
        assertThat(secrets(sandbox)).noneMatch(seen::contains);
    }

    private static String describe(ShareResult result) {
        try {
            return result.orElseThrow().toString();
        } catch (ShareFailedException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
