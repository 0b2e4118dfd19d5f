package io.sharewire.testkit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** What is told of a person and a token, and how the person leaves. */
final class KakaoAccount {

    private static final Map<String, String> NAMES = Map.of(
            "profile", "프로필 정보",
            "account_email", "카카오계정(이메일)",
            "talk_message", "카카오톡 메시지 전송",
            "friends", "카카오 서비스 내 친구목록");

    private final KakaoApp app;
    private final KakaoTokens tokens;

    KakaoAccount(KakaoApp app, KakaoTokens tokens) {
        this.app = app;
        this.tokens = tokens;
    }

    /** {@code GET /v1/user/access_token_info}. */
    Answer tokenInfo(KakaoTokens.Token token) {
        return KakaoErrors.json(
                200,
                Json.object()
                        .put("id", token.person().id())
                        .put("expires_in", tokens.left(token).toSeconds())
                        .put("app_id", KakaoApp.ID));
    }

    /** {@code GET /v2/user/me}. */
    Answer me(KakaoPerson person) {
        ObjectNode json = Json.object()
                .put("id", person.id())
                .put(
                        "connected_at",
                        person.since().truncatedTo(ChronoUnit.SECONDS).toString());
        json.putObject("kakao_account").putObject("profile").put("nickname", person.nickname());
        return KakaoErrors.json(200, json);
    }

    /** {@code GET /v1/api/talk/profile}, the one answer in camelCase. */
    Answer profile(KakaoPerson person) {
        return KakaoErrors.json(
                200,
                Json.object()
                        .put("nickName", person.nickname())
                        .put("profileImageURL", "")
                        .put("thumbnailURL", ""));
    }

    /** {@code GET /v2/user/scopes}. */
    Answer scopes(KakaoPerson person, KakaoInput input) {
        return listed(person, input.text("scopes").map(KakaoAccount::named).orElse(KakaoApp.SCOPES));
    }

    /** {@code POST /v2/user/revoke/scopes}. */
    Answer revoke(KakaoPerson person, KakaoInput input) {
        List<String> named = named(input.required("scopes"));
        person.withdraw(named);
        return listed(person, named);
    }

    /** {@code POST /v1/user/logout}: ends the token that asks, or, asked with the admin key, all of the person. */
    Answer logout(Call call, KakaoPerson person) {
        call.authorization("Bearer").ifPresentOrElse(tokens::end, () -> tokens.endAccessOf(person));
        return id(person);
    }

    /** {@code POST /v1/user/unlink}. */
    Answer unlink(KakaoPerson person) {
        tokens.endAllOf(person);
        person.consented().forEach(scope -> person.withdraw(List.of(scope)));
        person.connected(false);
        return id(person);
    }

    private static Answer id(KakaoPerson person) {
        return KakaoErrors.json(200, Json.object().put("id", person.id()));
    }

    private static List<String> named(String json) {
        return KakaoInput.texts(json).orElseThrow(() -> KakaoErrors.unparsable("scopes", json));
    }

    private Answer listed(KakaoPerson person, List<String> scopes) {
        ObjectNode json = Json.object().put("id", person.id());
        ArrayNode list = json.putArray("scopes");
        for (String scope : scopes) {
            if (app.hasConsentItem(scope)) {
                boolean agreed = person.hasConsented(scope);
                list.addObject()
                        .put("id", scope)
                        .put("display_name", NAMES.get(scope))
                        .put("type", scope.equals("talk_message") || scope.equals("friends") ? "SERVICE" : "PRIVACY")
                        .put("using", true)
                        .put("agreed", agreed)
                        .put("revocable", agreed && !scope.equals("profile"));
            }
        }
        return KakaoErrors.json(200, json);
    }
}
