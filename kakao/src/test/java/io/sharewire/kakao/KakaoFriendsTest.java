package io.sharewire.kakao;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static io.sharewire.kakao.KakaoServer.code;
import static io.sharewire.kakao.KakaoServer.error;
import static io.sharewire.kakao.KakaoServer.form;
import static io.sharewire.kakao.KakaoServer.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.sharewire.Draft;
import io.sharewire.Lookup;
import io.sharewire.Progress;
import io.sharewire.Reason;
import io.sharewire.Receipt;
import io.sharewire.Share;
import io.sharewire.ShareResult;
import io.sharewire.ShareResult.PartlyShared;
import io.sharewire.ShareResult.Proof;
import io.sharewire.ShareResult.Rejected;
import io.sharewire.ShareResult.Shared;
import io.sharewire.ShareResult.Unknown;
import io.sharewire.json.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KakaoFriendsTest {

    private static final Instant MIDNIGHT_IN_KOREA = Instant.parse("2026-11-24T15:00:00Z");

    private final KakaoServer kakao = new KakaoServer();
    private final SettableClock clock = new SettableClock(KakaoServer.NOW);
    private final KakaoTarget target = KakaoTarget.of(kakao.settings().build(), clock);

    @AfterEach
    void stop() {
        kakao.close();
    }

    @Test
    void sendsOneFormWithTheReceiversAsOneJsonArray() {
        kakao.answers(success("u1", "u2"));
        Draft draft = draft("u1", "u2");

        assertThat(target.publish(draft)).isInstanceOf(Shared.class);

        assertThat(kakao.requests()).singleElement().satisfies(request -> {
            assertThat(request.getUrl()).isEqualTo("/v1/api/talk/friends/message/default/send");
            assertThat(request.getHeader("Authorization")).isEqualTo("Bearer kakao-access-token-1");
            assertThat(request.getHeader("Content-Type"))
                    .isEqualToIgnoringCase("application/x-www-form-urlencoded;charset=utf-8");
            assertThat(form(request))
                    .containsExactlyInAnyOrderEntriesOf(Map.of(
                            "receiver_uuids",
                            "[\"u1\",\"u2\"]",
                            "template_object",
                            draft.payload().get(0).body()));
        });
        assertThat(draft.payload().get(1).body()).isEqualTo("[\"u1\",\"u2\"]");
    }

    @Test
    void sendsScrapsAndCustomTemplatesToFriendsByTheirOwnCalls() {
        kakao.answers(success("u1", "u2"));
        KakaoOptions options = KakaoOptions.defaults().withReceivers(List.of("u1", "u2"));

        target.publish(target.draft(share(options.withMessage(KakaoMessage.scrap()))));
        target.publish(target.draft(share(options.withMessage(KakaoMessage.custom(123, Map.of("제목", "첫눈 & 한강"))))));

        assertThat(kakao.requests())
                .extracting(request -> request.getUrl() + " " + form(request))
                .containsExactlyInAnyOrder(
                        "/v1/api/talk/friends/message/scrap/send {receiver_uuids=[\"u1\",\"u2\"], "
                                + "request_url=https://news.example.kr/a/1}",
                        "/v1/api/talk/friends/message/send {receiver_uuids=[\"u1\",\"u2\"], template_id=123, "
                                + "template_args={\"제목\":\"첫눈 & 한강\"}}");
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "5, 1", "6, 2", "10, 2", "11, 3"})
    void sendsAtMostFiveACall(int friends, int calls) {
        String[] uuids = uuids(friends);
        kakao.answers(success(uuids));

        assertThat(target.publish(draft(uuids))).isInstanceOf(Shared.class);

        assertThat(kakao.requests())
                .hasSize(calls)
                .allSatisfy(request -> assertThat(receivers(form(request))).hasSizeBetween(1, 5));
        assertThat(kakao.requests().stream()
                        .flatMap(request -> receivers(form(request)).stream())
                        .toList())
                .containsExactlyInAnyOrder(uuids);
    }

    @Test
    void numbersTheReceiptsByThePlaceInTheListAndNamesNobody() {
        kakao.answers(error(
                200,
                "{\"successful_receiver_uuids\":[\"u1\",\"u3\"],"
                        + "\"failure_info\":[{\"code\":-530,\"msg\":\"blocked\",\"receiver_uuids\":[\"u2\"]}]}"));
        Draft draft = draft("u1", "u2", "u3");

        PartlyShared partly = (PartlyShared) target.publish(draft);

        String reference = "kakao-" + draft.fingerprint().substring(0, 16);
        assertThat(partly.receipts()).extracting(Receipt::id).containsExactly(reference + "-1", reference + "-3");
        assertThat(partly.progress()).isEqualTo(new Progress(3, reference + "-3", List.of(), List.of(1)));
        assertThat(partly.cause()).isInstanceOfSatisfying(Rejected.class, rejected -> {
            assertThat(rejected.reason()).isEqualTo(Reason.FORBIDDEN);
            assertThat(rejected.code()).isEqualTo("-530");
        });
    }

    @Test
    void readsTheOtherNameOfTheFailuresToo() {
        kakao.answers(error(
                200,
                "{\"successful_receiver_uuids\":[\"u1\"],"
                        + "\"failure_infos\":[{\"code\":-502,\"msg\":\"x\",\"receiver_uuids\":[\"u2\"]}]}"));

        assertThat(((PartlyShared) target.publish(draft("u1", "u2"))).cause())
                .isInstanceOfSatisfying(
                        Rejected.class, rejected -> assertThat(rejected.code()).isEqualTo("-502"));
    }

    @ParameterizedTest
    @ValueSource(ints = {-502, -530, -504, -501})
    void saysTheSameOfOneReceiverAloneAndAmongSeveral(int code) {
        kakao.answers(code(400, code, "no"));
        ShareResult alone = target.publish(draft("u1"));
        kakao.answers(error(
                200, "{\"failure_info\":[{\"code\":" + code + ",\"msg\":\"no\",\"receiver_uuids\":[\"u1\",\"u2\"]}]}"));
        ShareResult among = target.publish(draft("u1", "u2"));

        for (ShareResult result : List.of(alone, among)) {
            assertThat(result).isInstanceOfSatisfying(Rejected.class, rejected -> {
                assertThat(rejected.reason()).isEqualTo(Reason.FORBIDDEN);
                assertThat(rejected.code()).isEqualTo(String.valueOf(code));
            });
        }
        assertThat(((Rejected) alone).remedy()).isEqualTo(((Rejected) among).remedy());
    }

    @ParameterizedTest
    @ValueSource(ints = {-532, -10, -401, -402, -3, -5})
    void stopsAtWhatWouldRefuseEverybody(int code) {
        kakao.answers(
                success("u1", "u2", "u3", "u4", "u5"),
                code(code == -401 ? 401 : code == -532 || code == -10 ? 400 : 403, code, "no"));

        PartlyShared partly = (PartlyShared) target.publish(draft(uuids(15)));

        assertThat(kakao.requests()).hasSize(2);
        assertThat(partly.receipts()).hasSize(5);
        assertThat(partly.progress().next()).isEqualTo(5);
        assertThat(partly.progress().inDoubt()).isEmpty();
        assertThat(partly.progress().pending()).isEmpty();
        assertThat(((Rejected) partly.cause()).code()).isEqualTo(String.valueOf(code));
    }

    @Test
    void stopsAtTheSendersQuotaInsideAGoodAnswerAndKeepsThoseItHitPending() {
        kakao.answers(error(
                200,
                "{\"successful_receiver_uuids\":[\"u1\",\"u2\"],\"failure_info\":[{\"code\":-532,\"msg\":\"quota\","
                        + "\"receiver_uuids\":[\"u3\",\"u4\",\"u5\"]}]}"));

        PartlyShared partly = (PartlyShared) target.publish(draft(uuids(10)));

        assertThat(kakao.requests()).hasSize(1);
        assertThat(partly.progress().next()).isEqualTo(5);
        assertThat(partly.progress().pending()).containsExactly(2, 3, 4);
        assertThat(((Rejected) partly.cause()).retryAfter()).isEqualTo(MIDNIGHT_IN_KOREA);
        assertThat(target.publish(draft("u9"))).isEqualTo(partly.cause());
        assertThat(kakao.requests()).as("the account is held").hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {-502, -530, -533, -536, -101, -4})
    void goesOnPastReceiversWhoCannotBeReached(int code) {
        kakao.answers(
                error(
                        200,
                        "{\"successful_receiver_uuids\":[\"u1\",\"u2\",\"u3\",\"u4\"],\"failure_info\":[{\"code\":"
                                + code + ",\"msg\":\"no\",\"receiver_uuids\":[\"u5\"]}]}"),
                success("u6"));

        PartlyShared partly = (PartlyShared) target.publish(draft(uuids(6)));

        assertThat(kakao.requests()).hasSize(2);
        assertThat(partly.receipts()).hasSize(5);
        assertThat(partly.progress().next()).isEqualTo(6);
        assertThat(partly.progress().pending()).containsExactly(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Constraints on the parameter [receiver_uuids] are unsatisfied. The input receiver id(s) is invalid format.",
                "Constraints on the parameter [receiver_uuids] are unsatisfied. Not allowed to send a message to some of"
                        + " receivers.",
                "Cannot contain a receiver who is identical to the sender in multicast mode."
            })
    void goesOnPastACallThatWasRefusedForItsReceivers(String msg) {
        kakao.answers(code(400, -2, msg), success("u6"));

        PartlyShared partly = (PartlyShared) target.publish(draft(uuids(6)));

        assertThat(kakao.requests()).hasSize(2);
        assertThat(partly.progress().pending()).containsExactly(0, 1, 2, 3, 4);
        assertThat(((Rejected) partly.cause()).reason()).isEqualTo(Reason.INVALID_CONTENT);
    }

    @Test
    void stopsAtATemplateThatIsRefused() {
        kakao.answers(code(400, -2, "failed to parse parameter. name=template_object"));

        assertThat(target.publish(draft(uuids(15)))).isInstanceOf(Rejected.class);
        assertThat(kakao.requests()).hasSize(1);
    }

    @Test
    void leavesACallInDoubtAndResumesBehindIt() {
        kakao.answers(success("u1", "u2", "u3", "u4", "u5"), aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        Draft draft = draft(uuids(12));

        PartlyShared partly = (PartlyShared) target.publish(draft);

        assertThat(kakao.requests()).hasSize(2);
        assertThat(partly.cause()).isInstanceOf(Unknown.class);
        assertThat(partly.progress().next()).isEqualTo(10);
        assertThat(partly.progress().inDoubt()).containsExactly(5, 6, 7, 8, 9);

        kakao.wireMock().resetRequests();
        kakao.answers(success("u11", "u12"));
        PartlyShared resumed = (PartlyShared)
                target.publish(draft, Progress.fromJson(partly.progress().toJson()));

        assertThat(kakao.requests())
                .singleElement()
                .satisfies(request -> assertThat(receivers(form(request))).containsExactly("u11", "u12"));
        assertThat(resumed.cause()).isInstanceOf(Unknown.class);
        assertThat(resumed.progress().inDoubt()).containsExactly(5, 6, 7, 8, 9);
    }

    @Test
    void sendsToThoseInDoubtAgainOnlyIfAPersonDecides() {
        kakao.answers(
                success("u1", "u2", "u3", "u4", "u5"),
                aResponse().withStatus(502).withBody("<html>"));
        Draft draft = draft(uuids(7));
        Progress progress = ((PartlyShared) target.publish(draft)).progress();

        kakao.wireMock().resetRequests();
        kakao.answers(success("u6", "u7"));

        assertThat(target.publish(draft, progress.retryDoubtful())).isInstanceOf(Shared.class);
        assertThat(kakao.requests())
                .singleElement()
                .satisfies(request -> assertThat(receivers(form(request))).containsExactly("u6", "u7"));
    }

    @Test
    void resumesAtTheFirstReceiverNotKnownToHaveIt() {
        kakao.answers(success("u1", "u2", "u3", "u4", "u5"), code(503, -9798, "maintenance"));
        Draft draft = draft(uuids(7));
        Progress progress = ((PartlyShared) target.publish(draft)).progress();
        kakao.wireMock().resetRequests();
        kakao.answers(success("u6", "u7"));

        assertThat(target.publish(draft, progress)).isInstanceOf(Shared.class);

        assertThat(kakao.requests())
                .singleElement()
                .satisfies(request -> assertThat(receivers(form(request))).containsExactly("u6", "u7"));
        assertThat(target.publish(draft, new Progress(7, "x", List.of(), List.of())))
                .isInstanceOfSatisfying(
                        Shared.class, shared -> assertThat(shared.proof()).isEqualTo(Proof.RECORDED));
        assertThatThrownBy(() -> target.publish(draft, new Progress(8, "x", List.of(), List.of())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isInDoubtAboutReceiversWhomAGoodAnswerDoesNotName() {
        kakao.answers(success("u1", "u3"));

        PartlyShared partly = (PartlyShared) target.publish(draft(uuids(6)));

        assertThat(kakao.requests()).hasSize(1);
        assertThat(partly.progress().inDoubt()).containsExactly(1, 3, 4);
        assertThat(((Unknown) partly.cause()).evidence().code()).isEqualTo("RECEIVERS_NOT_NAMED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "<html>", "", "{\"successful_receiver_uuids\":null}", "{\"failure_info\":[]}", "[]"})
    void doesNotTakeAGoodStatusForAGoodAnswer(String body) {
        kakao.answers(error(200, body));

        assertThat(target.publish(draft("u1", "u2"))).isInstanceOf(Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, -603, -4711})
    void isInDoubtAboutReceiversWhomTroubleInsideKakaoHit(int code) {
        kakao.answers(error(
                200,
                "{\"successful_receiver_uuids\":[\"u1\"],\"failure_info\":[{\"code\":" + code
                        + ",\"msg\":null,\"receiver_uuids\":[\"u2\"]}]}"));

        PartlyShared partly = (PartlyShared) target.publish(draft("u1", "u2", "u2"));

        assertThat(partly.progress().inDoubt()).containsExactly(1);
        assertThat(partly.progress().pending()).isEmpty();
    }

    @Test
    void holdsBackOnlyTheReceiverWhoseQuotaIsUsedUp() {
        kakao.answers(
                error(
                        200,
                        "{\"successful_receiver_uuids\":[\"u1\"],\"failure_info\":[{\"code\":-536,\"msg\":\"pair\","
                                + "\"receiver_uuids\":[\"u2\"]}]}"),
                success("u1", "u3"),
                success("u1", "u2", "u3"));
        target.publish(draft("u1", "u2"));

        PartlyShared held = (PartlyShared) target.publish(draft("u1", "u2", "u3"));

        assertThat(held.progress().pending()).containsExactly(1);
        assertThat(((Rejected) held.cause()).retryAfter()).isEqualTo(MIDNIGHT_IN_KOREA);
        assertThat(receivers(form(last()))).containsExactly("u1", "u3");

        clock.set(MIDNIGHT_IN_KOREA);
        assertThat(target.publish(draft("u1", "u2", "u3"))).isInstanceOf(Shared.class);
        assertThat(receivers(form(last()))).containsExactly("u1", "u2", "u3");
    }

    @ParameterizedTest
    @CsvSource({"-10, true", "-11, true", "-532, true", "-531, true", "-533, false", "-536, false"})
    void holdsTheOwnChatUntilTheQuotaStartsAnew(int code, boolean wholeAccount) {
        kakao.answers(code(400, code, "quota"), ok("{\"result_code\":0}"));
        Draft toMe = target.draft(share(KakaoOptions.defaults()));
        Rejected refused = (Rejected) target.publish(toMe);

        assertThat(target.publish(toMe)).isEqualTo(refused);
        assertThat(kakao.requests()).hasSize(1);
        assertThat(target.pace().refusal(clock.instant()).isPresent()).isEqualTo(wholeAccount);

        clock.set(refused.retryAfter());
        assertThat(target.publish(toMe)).isInstanceOf(Shared.class);
    }

    @Test
    void sendsToEachReceiverOnceAndRefusesNames() {
        kakao.answers(success("u1", "u2"));

        target.publish(draft("u1", "u2", "u1"));

        assertThat(receivers(form(last()))).containsExactly("u1", "u2");
        assertThatThrownBy(() -> KakaoOptions.defaults().withReceivers(List.of("김 기자")))
                .hasMessage("KakaoOptions: receivers must be friends' uuids, visible ASCII without blanks, not '김 기자'");
    }

    @Test
    void drawsAnotherFingerprintForOtherReceivers() {
        assertThat(draft("u1").fingerprint())
                .isNotEqualTo(draft("u2").fingerprint())
                .isNotEqualTo(target.draft(share(KakaoOptions.defaults())).fingerprint());
    }

    @Test
    void cannotTellWhetherFriendsHaveIt() {
        assertThat(target.find(draft("u1"), KakaoServer.NOW))
                .isEqualTo(new Lookup.CannotTell(
                        "KakaoTalk gives no way to read messages back; look into the chat with the receivers."));
    }

    /** Whatever Kakao does, nobody gets a message twice, and nobody is called reached who is not. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void reachesNobodyTwiceWhateverHappens(long seed) {
        Random random = new Random(seed);
        String[] uuids = uuids(1 + random.nextInt(23));
        Draft draft = draft(uuids);
        Map<String, Integer> chats = new HashMap<>();
        Progress progress = Progress.none();
        List<String> claimed = new ArrayList<>();
        for (int attempt = 0; attempt < 8; attempt++) {
            kakao.wireMock().resetAll();
            Progress before = progress;
            List<Integer> open = before.remaining(uuids.length).boxed().toList();
            List<ResponseDefinitionBuilder> answers = new ArrayList<>();
            List<List<String>> delivered = new ArrayList<>();
            for (int from = 0; from < open.size(); from += 5) {
                List<String> chunk = open.subList(from, Math.min(from + 5, open.size())).stream()
                        .map(index -> uuids[index])
                        .toList();
                script(random, chunk, answers, delivered);
            }
            if (answers.isEmpty()) {
                break;
            }
            kakao.answers(answers.toArray(ResponseDefinitionBuilder[]::new));

            ShareResult result = target.publish(draft, before);

            for (int call = 0; call < kakao.requests().size(); call++) {
                delivered.get(call).forEach(uuid -> chats.merge(uuid, 1, Integer::sum));
            }
            String where = "seed " + seed + ", attempt " + attempt + ": " + result;
            assertThat(chats.values()).as(where).allMatch(times -> times == 1);
            if (result instanceof PartlyShared partly) {
                progress = partly.progress();
                partly.receipts().forEach(receipt -> claimed.add(receipt.id()));
            } else if (result instanceof Shared) {
                assertThat(chats.keySet()).as(where).containsAll(List.of(uuids));
                return;
            } else if (result instanceof Unknown) {
                return;
            }
        }
        List<String> reached = claimed.stream()
                .map(id -> uuids[Integer.parseInt(id.substring(id.lastIndexOf('-') + 1)) - 1])
                .toList();
        assertThat(chats.keySet()).as("seed " + seed).containsAll(reached);
    }

    private static void script(
            Random random, List<String> chunk, List<ResponseDefinitionBuilder> answers, List<List<String>> delivered) {
        switch (random.nextInt(6)) {
            case 0 -> {
                answers.add(aResponse().withFault(Fault.EMPTY_RESPONSE));
                delivered.add(random.nextBoolean() ? chunk : List.of());
            }
            case 1 -> {
                answers.add(code(403, -5, "permission denied"));
                delivered.add(List.of());
            }
            case 2 -> {
                List<String> reached =
                        chunk.stream().filter(uuid -> random.nextBoolean()).toList();
                List<String> failed =
                        chunk.stream().filter(uuid -> !reached.contains(uuid)).toList();
                answers.add(
                        chunk.size() == 1 && reached.isEmpty()
                                ? code(400, -530, "blocked")
                                : error(
                                        200,
                                        "{\"successful_receiver_uuids\":" + Json.write(reached)
                                                + ",\"failure_info\":[{\"code\":-530,\"msg\":\"\",\"receiver_uuids\":"
                                                + Json.write(failed) + "}]}"));
                delivered.add(reached);
            }
            default -> {
                answers.add(success(chunk.toArray(String[]::new)));
                delivered.add(chunk);
            }
        }
    }

    private LoggedRequest last() {
        return kakao.requests().get(kakao.requests().size() - 1);
    }

    private Draft draft(String... uuids) {
        return target.draft(share(KakaoOptions.defaults().withReceivers(List.of(uuids))));
    }

    private static Share share(KakaoOptions options) {
        return Share.of(Articles.korean().build()).with(options);
    }

    private static String[] uuids(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> "u" + i).toArray(String[]::new);
    }

    private static List<String> receivers(Map<String, String> form) {
        return List.of(Json.require(form.get("receiver_uuids"), String[].class));
    }

    private static ResponseDefinitionBuilder success(String... uuids) {
        return ok("{\"successful_receiver_uuids\":["
                + List.of(uuids).stream().map(uuid -> "\"" + uuid + "\"").collect(Collectors.joining(","))
                + "]}");
    }
}
