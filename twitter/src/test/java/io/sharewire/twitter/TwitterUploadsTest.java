package io.sharewire.twitter;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static io.sharewire.twitter.XServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.sharewire.Draft;
import io.sharewire.Media;
import io.sharewire.Reason;
import io.sharewire.ShareResult;
import io.sharewire.ShareResult.Rejected;
import io.sharewire.ShareResult.Shared;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The requests of an upload and the answers X gives to them. */
class TwitterUploadsTest {

    private static final String ID = "1880028106020515840";
    private static final String UPLOAD = "/2/media/upload";
    private static final String APPEND = UPLOAD + "/" + ID + "/append";
    private static final String NAMED =
            "{\"data\":{\"id\":\"" + ID + "\",\"media_key\":\"16_" + ID + "\",\"expires_after_secs\":1295999}}";
    private static final int MIB = 1 << 20;

    private final XServer x = new XServer();
    private final SettableClock clock = new SettableClock(XServer.NOW);
    private final TwitterTarget target = TwitterTarget.of(x.settings().build(), clock, clock);
    private final Media gif = Media.of(Gif.of(640, 480, 3, 2 * MIB), "돌아가는 풍차");

    @BeforeEach
    void answersWell() {
        x.answersCreate(json(201, "{\"data\":{\"id\":\"1\",\"text\":\"a\"}}"));
        answers(UPLOAD + "/initialize", json(200, NAMED));
        answers(APPEND, json(200, "{\"data\":{\"expires_at\":1795499999}}"));
        answers(UPLOAD + "/" + ID + "/finalize", json(200, NAMED));
        answers("/2/media/metadata", json(200, "{\"data\":{\"id\":\"" + ID + "\"}}"));
    }

    @AfterEach
    void stop() {
        x.close();
    }

    private void answers(String path, ResponseDefinitionBuilder answer) {
        x.wireMock().stubFor(post(urlEqualTo(path)).willReturn(answer));
    }

    private ShareResult publish(Media... files) {
        return publish(target, files);
    }

    private static ShareResult publish(TwitterTarget target, Media... files) {
        Draft draft = target.draft(XServer.share().withMedia(files));
        assertThat(draft.problems()).isEmpty();
        return target.publish(draft);
    }

    private List<LoggedRequest> sent(String path) {
        return x.creates().stream()
                .filter(request -> request.getUrl().equals(path))
                .toList();
    }

    private static String part(LoggedRequest request, String name) {
        return request.getPart(name).getBody().asString();
    }

    @Test
    void sendsAPictureInOneCallAndItsIdWithThePost() {
        answers(UPLOAD, json(200, NAMED));

        assertThat(publish(Media.of(Gif.of(640, 480, 1, 0), "다리"))).isInstanceOf(Shared.class);

        assertThat(sent(UPLOAD)).singleElement().satisfies(request -> {
            assertThat(request.getHeader("Content-Type")).startsWith("multipart/form-data; boundary=");
            assertThat(request.getParts()).hasSize(2);
            assertThat(part(request, "media_category")).isEqualTo("tweet_image");
            assertThat(request.getPart("media").getBody().asBytes()).isEqualTo(Gif.of(640, 480, 1, 0));
        });
        assertThat(sent("/2/media/metadata"))
                .singleElement()
                .satisfies(request -> assertThat(request.getBodyAsString())
                        .contains("\"id\":\"" + ID + "\"")
                        .contains("\"metadata\":{\"alt_text\":{\"text\":\"다리\"}}"));
        assertThat(sent("/2/tweets").get(0).getBodyAsString())
                .isEqualTo("{\"text\":\"시장 선거 결과\\n\\nhttps://news.example.com/a/1\",\"media\":{\"media_ids\":[\"" + ID
                        + "\"]}}");
    }

    @Test
    void sendsAMovingGifInSegmentsOfOneMebibyte() {
        assertThat(publish(gif)).isInstanceOf(Shared.class);

        assertThat(sent(UPLOAD + "/initialize").get(0).getBodyAsString())
                .isEqualTo("{\"media_type\":\"image/gif\",\"total_bytes\":" + gif.size()
                        + ",\"media_category\":\"tweet_gif\"}");
        List<LoggedRequest> segments = sent(APPEND);
        assertThat(segments)
                .extracting(request -> part(request, "segment_index"))
                .containsExactly("0", "1", "2");
        assertThat(segments).extracting(TwitterUploadsTest::length).containsExactly(MIB, MIB, gif.size() - 2 * MIB);
        assertThat(joined(segments)).isEqualTo(gif.bytes());
        assertThat(sent(UPLOAD + "/" + ID + "/finalize").get(0).getBody()).isEmpty();
        assertThat(x.creates())
                .extracting(LoggedRequest::getUrl)
                .endsWith(UPLOAD + "/" + ID + "/finalize", "/2/media/metadata", "/2/tweets");
        // Nothing is said of processing, so it is ready.
        assertThat(x.reads()).isEmpty();
    }

    private static int length(LoggedRequest request) {
        return request.getPart("media").getBody().asBytes().length;
    }

    private static byte[] joined(List<LoggedRequest> segments) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        segments.forEach(
                request -> all.writeBytes(request.getPart("media").getBody().asBytes()));
        return all.toByteArray();
    }

    private void appendAnswers(ResponseDefinitionBuilder... answers) {
        inTurn(() -> post(urlEqualTo(APPEND)), answers);
    }

    /** Answers calls one after the other; the last answer stays. */
    private void inTurn(Supplier<MappingBuilder> call, ResponseDefinitionBuilder... answers) {
        for (int i = 0; i < answers.length; i++) {
            x.wireMock()
                    .stubFor(call.get()
                            .inScenario("in turn")
                            .whenScenarioStateIs(turn(i))
                            .willSetStateTo(turn(Math.min(i + 1, answers.length - 1)))
                            .willReturn(answers[i]));
        }
    }

    private static String turn(int index) {
        return index == 0 ? Scenario.STARTED : "after " + index;
    }

    @Test
    void sendsASegmentThatIsTooLargeAgainUnderItsIndexAndHalfAsLong() {
        appendAnswers(
                aResponse().withStatus(413),
                aResponse().withStatus(431),
                aResponse().withStatus(204));

        assertThat(publish(gif)).isInstanceOf(Shared.class);

        List<LoggedRequest> segments = sent(APPEND);
        assertThat(segments)
                .extracting(request -> part(request, "segment_index"))
                .startsWith("0", "0", "0", "1", "2");
        assertThat(segments)
                .extracting(TwitterUploadsTest::length)
                .startsWith(MIB, MIB / 2, MIB / 4, MIB / 4)
                .endsWith(gif.size() - 2 * MIB);
        assertThat(joined(segments.subList(2, segments.size()))).isEqualTo(gif.bytes());
    }

    @Test
    void givesUpWhereEvenTheSmallestSegmentIsTooLarge() {
        appendAnswers(aResponse().withStatus(413));

        assertThat(publish(gif))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.reason()).isEqualTo(Reason.INVALID_CONTENT));

        assertThat(sent(APPEND)).extracting(TwitterUploadsTest::length).containsExactly(MIB, MIB / 2, MIB / 4);
        assertThat(sent("/2/tweets")).isEmpty();
    }

    @Test
    void sendsASegmentWhoseAnswerIsLostAgain() {
        appendAnswers(
                aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER),
                aResponse().withStatus(503),
                aResponse().withStatus(200));

        assertThat(publish(gif)).isInstanceOf(Shared.class);

        assertThat(sent(APPEND))
                .extracting(request -> part(request, "segment_index"))
                .containsExactly("0", "0", "0", "1", "2");
        assertThat(clock.sleeps()).containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(4));
    }

    @Test
    void triesASegmentThreeTimes() {
        appendAnswers(aResponse().withStatus(503));

        assertThat(publish(gif)).isInstanceOfSatisfying(Rejected.class, rejected -> {
            assertThat(rejected.reason()).isEqualTo(Reason.UNAVAILABLE);
            assertThat(rejected.code()).isEqualTo("UPLOAD_FAILED");
        });
        assertThat(sent(APPEND)).hasSize(3);
        assertThat(sent("/2/tweets")).isEmpty();
    }

    private static String processing(String state, String more) {
        return "{\"data\":{\"id\":\"" + ID + "\",\"processing_info\":{\"state\":\"" + state + "\"" + more + "}}}";
    }

    private void statusAnswers(ResponseDefinitionBuilder... answers) {
        answers(UPLOAD + "/" + ID + "/finalize", json(200, processing("pending", ",\"check_after_secs\":1")));
        inTurn(() -> get(urlPathEqualTo(UPLOAD)), answers);
    }

    @Test
    void waitsAsLongAsXAsksBetweenLooksAndOutlivesAFailedLook() {
        statusAnswers(
                json(200, processing("in_progress", ",\"check_after_secs\":7,\"progress_percent\":40")),
                aResponse().withStatus(503),
                json(200, processing("in_progress", ",\"progress_percent\":90")),
                json(200, processing("succeeded", ",\"progress_percent\":100")));

        assertThat(publish(gif)).isInstanceOf(Shared.class);

        assertThat(clock.sleeps())
                .containsExactly(
                        Duration.ofSeconds(1), Duration.ofSeconds(7), Duration.ofSeconds(7), Duration.ofSeconds(5));
        assertThat(x.reads().get(0).getUrl()).isEqualTo(UPLOAD + "?command=STATUS&media_id=" + ID);
    }

    @Test
    void postsNothingIfXCannotProcessTheFile() {
        statusAnswers(json(200, processing("failed", ",\"error\":{\"message\":\"unsupported codec\"}")));

        assertThat(publish(gif)).isInstanceOfSatisfying(Rejected.class, rejected -> {
            assertThat(rejected.reason()).isEqualTo(Reason.INVALID_CONTENT);
            assertThat(rejected.code()).isEqualTo("MEDIA_FAILED");
            assertThat(rejected.message()).endsWith("X could not process it: unsupported codec.");
        });
        assertThat(sent("/2/tweets")).isEmpty();
    }

    @Test
    void postsNothingIfXIsNotDoneAfterSevenMinutes() {
        statusAnswers(json(200, processing("in_progress", ",\"check_after_secs\":60")));

        assertThat(publish(gif))
                .isInstanceOfSatisfying(
                        Rejected.class, rejected -> assertThat(rejected.code()).isEqualTo("MEDIA_NOT_READY"));
        assertThat(clock.sleeps().stream().reduce(Duration.ZERO, Duration::plus))
                .isLessThanOrEqualTo(Duration.ofMinutes(7))
                .isGreaterThan(Duration.ofMinutes(5));
        assertThat(sent("/2/tweets")).isEmpty();
    }

    @Test
    void saysThatTheConnectionLacksTheScopeForMedia() {
        answers(
                UPLOAD + "/initialize",
                json(
                        403,
                        "{\"title\":\"Forbidden\",\"type\":\"about:blank\",\"status\":403,\"detail\":\"Forbidden\"}"));

        assertThat(publish(gif)).isInstanceOfSatisfying(Rejected.class, rejected -> {
            assertThat(rejected.reason()).isEqualTo(Reason.FORBIDDEN);
            assertThat(rejected.remedy()).contains("media.write");
        });
    }

    @Test
    void postsWithoutADescriptionThatXDoesNotTakeUnlessTheyAreNeeded() {
        answers("/2/media/metadata", aResponse().withStatus(503));

        assertThat(publish(gif)).isInstanceOf(Shared.class);
        assertThat(publish(TwitterTarget.of(x.settings().needsDescriptions(true).build(), clock, clock), gif))
                .isInstanceOfSatisfying(
                        Rejected.class, rejected -> assertThat(rejected.code()).isEqualTo("DESCRIPTION_FAILED"));
        assertThat(sent("/2/tweets")).hasSize(1);
    }

    @Test
    void namesAFilmByItsType() {
        byte[] film = new byte[64];
        System.arraycopy("....ftypisom".getBytes(StandardCharsets.US_ASCII), 0, film, 0, 12);

        assertThat(publish(Media.of(film))).isInstanceOf(Shared.class);

        assertThat(sent(UPLOAD + "/initialize").get(0).getBodyAsString())
                .isEqualTo("{\"media_type\":\"video/mp4\",\"total_bytes\":64,\"media_category\":\"tweet_video\"}");
        assertThat(sent("/2/media/metadata")).isEmpty();
    }
}
