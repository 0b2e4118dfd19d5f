package io.sharewire.twitter;

import static org.assertj.core.api.Assertions.assertThat;

import io.sharewire.Article;
import io.sharewire.Draft;
import io.sharewire.InMemoryLedger;
import io.sharewire.Media;
import io.sharewire.Problem;
import io.sharewire.Reason;
import io.sharewire.ReconcilingTarget;
import io.sharewire.Secret;
import io.sharewire.Share;
import io.sharewire.ShareResult;
import io.sharewire.ShareResult.Proof;
import io.sharewire.ShareResult.Rejected;
import io.sharewire.ShareResult.Shared;
import io.sharewire.testkit.Fault;
import io.sharewire.testkit.Sandbox;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TwitterMediaPostTest {

    private static Sandbox sandbox;

    private final Share share =
            Share.of(Article.builder("https://news.example.kr/a/7", "한강 다리 통제").build());

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start();
    }

    @BeforeEach
    void reset() {
        sandbox.reset();
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    private static TwitterTarget target() {
        return TwitterTarget.of(
                TwitterSettings.oauth2(Secret.of(sandbox.twitter().token()))
                        .baseUrl(sandbox.twitter().baseUrl())
                        .timeout(Duration.ofSeconds(2))
                        .build());
    }

    private static Media image(String alt) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB), "png", png);
        return Media.of(png.toByteArray(), alt);
    }

    @Test
    void postsPicturesWithTheirDescriptions() throws IOException {
        TwitterTarget target = target();

        ShareResult result = target.publish(target.draft(share.withMedia(image("눈 덮인 다리"), image(null))));

        assertThat(result).isInstanceOf(Shared.class);
        assertThat(sandbox.twitter().posts())
                .singleElement()
                .satisfies(post -> assertThat(post.details()).containsKey("media"));
        assertThat(sandbox.twitter().altTexts().toString()).contains("눈 덮인 다리");
    }

    @Test
    void findsAPostWithAPictureWhoseAnswerWasLost() throws IOException {
        sandbox.twitter().inject(Fault.STORED_THEN_RESET);
        ReconcilingTarget target = ReconcilingTarget.around(target(), new InMemoryLedger())
                .sleeper(duration -> {})
                .build();

        ShareResult result = target.publish(target.draft(share.withMedia(image("다리"))));

        assertThat(result)
                .isInstanceOfSatisfying(
                        Shared.class, shared -> assertThat(shared.proof()).isEqualTo(Proof.FOUND));
        assertThat(sandbox.twitter().posts()).hasSize(1);
    }

    @Test
    void postsAMovingGifOnceXIsDoneWithIt() {
        SettableClock clock = new SettableClock(Instant.now());
        try (Sandbox slow = Sandbox.start(0, clock)) {
            slow.twitter().rules().processingTime(Duration.ofSeconds(90));
            TwitterTarget target = TwitterTarget.of(
                    TwitterSettings.oauth2(Secret.of(slow.twitter().token()))
                            .baseUrl(slow.twitter().baseUrl())
                            .build(),
                    clock,
                    clock);
            Media gif = Media.of(Gif.of(640, 480, 3, 3 << 20), "돌아가는 풍차");

            assertThat(target.publish(target.draft(share.withMedia(gif)))).isInstanceOf(Shared.class);

            assertThat(slow.twitter().posts()).hasSize(1);
            assertThat(clock.sleeps()).hasSize(90);
            assertThat(slow.twitter().altTexts()).containsValue("돌아가는 풍차");
        }
    }

    @Test
    void tellsAMovingGifFromAStillOne() {
        assertThat(GifFrames.of(Gif.of(640, 480, 3, 0))).isEqualTo(new GifFrames(640, 480, 3));
        assertThat(MediaKind.of(Media.of(Gif.of(640, 480, 1, 0)))).contains(MediaKind.PICTURE);
        assertThat(MediaKind.of(Media.of(Gif.of(640, 480, 2, 0)))).contains(MediaKind.ANIMATION);
        byte[] whole = Gif.of(640, 480, 3, 0);
        for (int length = 0; length < whole.length; length++) {
            assertThat(GifFrames.of(Arrays.copyOf(whole, length)).count()).isBetween(0, 3);
        }
    }

    static Stream<Arguments> badFiles() throws IOException {
        byte[] png = image(null).bytes();
        return Stream.of(
                Arguments.of("EMPTY_FILE", List.of(Media.of(new byte[0]))),
                Arguments.of("WRONG_TYPE", List.of(Media.of("<html>".getBytes(StandardCharsets.UTF_8)))),
                Arguments.of("WRONG_TYPE", List.of(Media.of("%PDF-1.7 photo.jpg".getBytes(StandardCharsets.UTF_8)))),
                Arguments.of("WRONG_TYPE", List.of(Media.of("BM a bitmap".getBytes(StandardCharsets.UTF_8)))),
                Arguments.of("WRONG_TYPE", List.of(Media.of("II*\0 a TIFF".getBytes(StandardCharsets.UTF_8)))),
                Arguments.of("FILE_TOO_LARGE", List.of(Media.of(Arrays.copyOf(png, 30 << 20)))),
                Arguments.of("FILE_TOO_LARGE", List.of(Media.of(Arrays.copyOf(png, 5_000_001)))),
                Arguments.of("ALT_TOO_LONG", List.of(Media.of(png, "가".repeat(1_001)))),
                Arguments.of("FILE_TOO_LARGE", List.of(Media.of(Gif.of(640, 480, 2, 15_000_000)))),
                Arguments.of("GIF_TOO_HEAVY", List.of(Media.of(Gif.of(1_281, 480, 2, 0)))),
                Arguments.of("GIF_TOO_HEAVY", List.of(Media.of(Gif.of(640, 1_081, 2, 0)))),
                Arguments.of("GIF_TOO_HEAVY", List.of(Media.of(Gif.of(10, 10, 351, 0)))),
                Arguments.of("GIF_TOO_HEAVY", List.of(Media.of(Gif.of(1_280, 1_080, 218, 0)))),
                Arguments.of("MIXED_MEDIA", List.of(Media.of(png), Media.of(Gif.of(640, 480, 2, 0)))),
                Arguments.of(
                        "MIXED_MEDIA", List.of(Media.of(Gif.of(640, 480, 2, 0)), Media.of(Gif.of(640, 480, 3, 0)))),
                Arguments.of("TOO_MANY_IMAGES", Collections.nCopies(5, Media.of(png))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badFiles")
    void aBadFileIsAProblemWithARemedyAndNothingIsSent(String code, List<Media> files) {
        try (XServer x = new XServer()) {
            TwitterTarget target = x.target();
            Draft draft = target.draft(share.withMedia(files.toArray(Media[]::new)));

            assertThat(draft.problems()).extracting(Problem::code).containsExactly(code);
            Problem problem = draft.problems().get(0);
            assertThat(problem.remedy()).isNotBlank();
            assertThat(target.publish(draft))
                    .isEqualTo(new Rejected(Reason.INVALID_CONTENT, code, problem.message(), problem.remedy(), null));
            // Neither an upload nor a post.
            assertThat(x.wireMock().getAllServeEvents()).isEmpty();
        }
    }
}
