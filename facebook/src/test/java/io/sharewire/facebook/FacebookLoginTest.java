package io.sharewire.facebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.sharewire.Article;
import io.sharewire.Problem;
import io.sharewire.Reason;
import io.sharewire.Secret;
import io.sharewire.Share;
import io.sharewire.ShareResult.Rejected;
import io.sharewire.ShareResult.Shared;
import io.sharewire.auth.ReconnectException;
import io.sharewire.auth.Tokens;
import io.sharewire.testkit.FacebookSimulator;
import io.sharewire.testkit.FacebookTokenTrouble;
import io.sharewire.testkit.Sandbox;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FacebookLoginTest {

    private static final Sandbox SANDBOX = Sandbox.start();
    private static final FacebookSimulator FACEBOOK = SANDBOX.facebook();
    private static final String CALLBACK = "http://127.0.0.1:9/back?x=1";
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private final FacebookLogin login = login(FACEBOOK.appSecret());

    @BeforeEach
    void startAnew() {
        FACEBOOK.reset();
    }

    @AfterAll
    static void stop() {
        SANDBOX.close();
    }

    private static FacebookLogin login(String appSecret) {
        return FacebookLogin.of(
                FacebookLoginSettings.builder(FACEBOOK.appId(), Secret.of(appSecret), CALLBACK)
                        .baseUrl(FACEBOOK.baseUrl())
                        .dialogUrl(FACEBOOK.baseUrl())
                        .build(),
                Clock.fixed(NOON, ZoneOffset.UTC));
    }

    private static String code(ReconnectException e) {
        return ((Rejected) e.toResult()).code();
    }

    /** What a browser would be sent to after the dialog. */
    private String callback(String state) throws IOException {
        OkHttpClient browser = new OkHttpClient.Builder().followRedirects(false).build();
        try (Response response = browser.newCall(
                        new Request.Builder().url(login.dialogUrl(state)).build())
                .execute()) {
            return String.valueOf(response.header("Location"));
        }
    }

    @Test
    void asksForWhatPostingNeedsAndNamesNoSecret() {
        HttpUrl dialog = HttpUrl.get(login.dialogUrl("s&1 /"));

        assertThat(login.dialogUrl("s")).startsWith(FACEBOOK.baseUrl() + "/v26.0/dialog/oauth?");
        assertThat(dialog.queryParameter("client_id")).isEqualTo(FACEBOOK.appId());
        assertThat(dialog.queryParameter("redirect_uri")).isEqualTo(CALLBACK);
        assertThat(dialog.queryParameter("state")).isEqualTo("s&1 /");
        assertThat(dialog.queryParameter("response_type")).isEqualTo("code");
        assertThat(dialog.queryParameter("scope"))
                .isEqualTo("pages_show_list,pages_read_engagement,pages_manage_posts,pages_read_user_content,"
                        + "pages_manage_engagement");
        assertThat(login.dialogUrl("s 1")).doesNotContain(FACEBOOK.appSecret(), "+");
        assertThat(HttpUrl.get(login.rerequestUrl("s")).queryParameter("auth_type"))
                .isEqualTo("rerequest");
    }

    @Test
    void fromTheDialogToAPostOfThePage() throws IOException {
        Tokens person = login.exchange(login.codeOf(callback("s1"), "s1"));
        FacebookAccount page = login.accounts(person.access()).get(0);

        assertThat(person.expiresAt()).isEqualTo(NOON.plus(Duration.ofDays(60)));
        assertThat(page.pageId()).isEqualTo(FACEBOOK.pageId());
        assertThat(page.problem()).isEmpty();
        FacebookTarget target = FacebookTarget.of(FacebookSettings.builder(page.pageId(), page.accessToken())
                .baseUrl(FACEBOOK.baseUrl())
                .build());
        assertThat(target.publish(target.draft(
                        Share.of(Article.builder("https://example.com/a", "T").build()))))
                .isInstanceOf(Shared.class);
    }

    @Test
    void thePersonsOwnTokenIsRefusedWithTheRemedy() {
        FacebookTarget target =
                FacebookTarget.of(FacebookSettings.builder(FACEBOOK.pageId(), Secret.of(FACEBOOK.userToken()))
                        .baseUrl(FACEBOOK.baseUrl())
                        .build());

        assertThat(target.publish(target.draft(
                        Share.of(Article.builder("https://example.com/a", "T").build()))))
                .isInstanceOfSatisfying(Rejected.class, rejected -> {
                    assertThat(rejected.reason()).isEqualTo(Reason.FORBIDDEN);
                    assertThat(rejected.code()).isEqualTo("200");
                    assertThat(rejected.remedy()).isNotBlank();
                });
        assertThat(FACEBOOK.posts()).isEmpty();
    }

    @Test
    void listsEveryPageAndTellsWhichCannotBePostedTo() {
        for (int i = 0; i < 120; i++) {
            FACEBOOK.addPage("Section " + i, "CREATE_CONTENT");
        }
        String unticked = FACEBOOK.addPageWithoutToken("Weather");
        String readOnly = FACEBOOK.addPage("Archive", "ANALYZE");

        List<FacebookAccount> pages = login.accounts(Secret.of(FACEBOOK.userToken()));

        assertThat(pages).hasSize(123);
        assertThat(pages)
                .filteredOn(page -> page.problem().isPresent())
                .extracting(
                        FacebookAccount::pageId,
                        page -> page.problem().map(Problem::code).orElseThrow())
                .containsExactly(tuple(unticked, "PAGE_WITHOUT_TOKEN"), tuple(readOnly, "TASK_MISSING"));
        assertThat(login.account(readOnly, Secret.of(FACEBOOK.userToken())).accessToken())
                .isEqualTo(Secret.of(FACEBOOK.pageToken(readOnly).orElseThrow()));
    }

    @Test
    void aCodeIsGoodOnce() throws IOException {
        String code = login.codeOf(callback("s"), "s");
        login.exchange(code);

        assertThatThrownBy(() -> login.exchange(code))
                .isInstanceOfSatisfying(
                        ReconnectException.class, e -> assertThat(code(e)).isEqualTo("100/36009"))
                .hasMessageContaining("This authorization code has been used");
    }

    @Test
    void anExpiredTokenIsNotProlonged() {
        FACEBOOK.tokens().spoil(FACEBOOK.userToken(), FacebookTokenTrouble.EXPIRED);

        assertThatThrownBy(() -> login.prolong(Secret.of(FACEBOOK.userToken())))
                .isInstanceOfSatisfying(
                        ReconnectException.class, e -> assertThat(code(e)).isEqualTo("190/463"));
    }

    @Test
    void aPersonWhoDeclinesIsToldSo() throws IOException {
        FACEBOOK.login().declines(true);
        String callback = callback("s");

        assertThatThrownBy(() -> login.codeOf(callback, "s"))
                .isInstanceOf(ReconnectException.class)
                .hasMessage("Facebook gave no access: Permissions error.");
    }

    @Test
    void aLogInThatSomebodyElseBeganIsRefused() throws IOException {
        String callback = callback("mine");

        assertThatThrownBy(() -> login.codeOf(callback, "yours"))
                .isInstanceOfSatisfying(
                        ReconnectException.class, e -> assertThat(code(e)).isEqualTo("STATE_MISMATCH"));
        assertThatThrownBy(() -> login.codeOf("nonsense", "yours")).isInstanceOf(ReconnectException.class);
    }

    @Test
    void whatItIsRefusedForNamesNoSecret() {
        FacebookLogin wrong = login("notTheSecretOfThisApp");

        assertThatThrownBy(() -> wrong.exchange("abc"))
                .isInstanceOf(ReconnectException.class)
                .satisfies(e -> assertThat(e.toString()).doesNotContain("notTheSecretOfThisApp"));
        assertThat(wrong.toString()).doesNotContain("notTheSecretOfThisApp");
    }
}
