package io.sharewire.twitter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sharewire.Article;
import io.sharewire.ChannelPlugin;
import io.sharewire.Draft;
import io.sharewire.PluginSettings;
import io.sharewire.Problem;
import io.sharewire.Setting;
import io.sharewire.Share;
import io.sharewire.ShareTarget;
import java.util.HashMap;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TwitterPluginTest {

    private final ChannelPlugin plugin = new TwitterPlugin();

    @Test
    void isFoundAndStandsBehindFacebook() {
        assertThat(ServiceLoader.load(ChannelPlugin.class))
                .singleElement()
                .isInstanceOf(TwitterPlugin.class)
                .satisfies(found -> assertThat(found.rank()).isEqualTo(20))
                .satisfies(found -> assertThat(found.channel()).isEqualTo(TwitterTarget.CHANNEL));
    }

    @Test
    void isContentWithEitherKindOfCredentials() {
        PluginSettings oauth2 = settings("access-token", "token-0123456789");
        PluginSettings oauth1 = settings(
                "consumer-key", "key-1", "consumer-secret", "secret-2", "token", "token-3", "token-secret", "secret-4");
        for (PluginSettings settings : new PluginSettings[] {oauth1, oauth2}) {
            assertThat(plugin.missing(settings)).isEmpty();
            ShareTarget target = plugin.target(settings);
            assertThat(target.name()).isEqualTo("twitter");
            assertThat(target.channel()).isEqualTo(TwitterTarget.CHANNEL);
        }
    }

    @Test
    void saysWhichCredentialsAreMissing() {
        assertThat(plugin.missing(settings())).extracting(Setting::name).containsExactly("access-token");
        assertThat(plugin.missing(settings("token", "token-3", "token-secret", "secret-4")))
                .extracting(Setting::name)
                .containsExactly("consumer-key", "consumer-secret");
        assertThatThrownBy(() -> plugin.target(settings()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("twitter: sharewire.twitter.access-token is required "
                        + "(an OAuth 2.0 user token; not needed with the four OAuth 1.0a keys)");
    }

    @Test
    void hidesEveryCredential() {
        assertThat(plugin.settings().stream().filter(Setting::secret))
                .extracting(Setting::name)
                .containsExactly("access-token", "consumer-key", "consumer-secret", "token", "token-secret");
    }

    @Test
    void passesSettingsOn() {
        assertThatThrownBy(() -> plugin.target(settings(
                        "access-token",
                        "token-0123456789",
                        "user-id",
                        "@news",
                        "username",
                        "a b",
                        "base-url",
                        "ftp://x")))
                .hasMessageContaining("userId must be")
                .hasMessageContaining("username must be")
                .hasMessageContaining("baseUrl must be");
        assertThatThrownBy(() -> plugin.target(settings("access-token", "token-0123456789", "timeout-seconds", "soon")))
                .hasMessage("sharewire.twitter.timeout-seconds must be a whole number, not 'soon'");
    }

    @Test
    void postsByTheSettings() {
        Share share = Share.of(Article.builder("https://news.example.com/a/1", "제목")
                .tags("선거", "경제")
                .build());
        PluginSettings settings = settings(
                "access-token", "token-0123456789",
                "hashtags", "1",
                "reply-settings", "mentionedUsers",
                "monthly-budget", "0.19",
                "text-limit", "25000");
        Draft draft = plugin.target(settings).draft(share);
        assertThat(draft.payload().get(0).body())
                .isEqualTo("{\"text\":\"제목\\n\\n#선거\\nhttps://news.example.com/a/1\","
                        + "\"reply_settings\":\"mentionedUsers\"}");
        assertThat(draft.length().limit()).isEqualTo(25_000);
        assertThat(draft.problems()).extracting(Problem::code).containsExactly("MONTHLY_BUDGET");
        assertThat(plugin.drafter(settings).draft(share).fingerprint()).isEqualTo(draft.fingerprint());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "thread | yes | must be true or false, not 'yes'",
                "needs-descriptions | 1 | must be true or false, not '1'",
                "hashtags | two | must be a whole number, not 'two'",
                "reply-settings | friends | must be everyone, following, mentionedUsers, subscribers or verified, not 'friends'",
                "monthly-budget | fifty | must be US dollars such as 50.00, not 'fifty'"
            })
    void saysWhichSettingIsWrong(String name, String value, String message) {
        assertThatThrownBy(() -> plugin.target(settings("access-token", "token-0123456789", name, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("sharewire.twitter." + name + " " + message);
    }

    @Test
    void saysWhichSettingsThereAre() {
        assertThat(plugin.settings())
                .extracting(Setting::name)
                .contains(
                        "hashtags",
                        "reply-settings",
                        "text-limit",
                        "monthly-budget",
                        "needs-descriptions",
                        "button-hashtags",
                        "related");
    }

    @Test
    void previewsWithoutAnAccountWhatTheAccountWouldSend() {
        Share share =
                Share.of(Article.builder("https://news.example.com/a/1", "제목").build());
        assertThat(plugin.drafter(settings()).draft(share).fingerprint())
                .isEqualTo(plugin.target(settings("access-token", "token-0123456789"))
                        .draft(share)
                        .fingerprint());
    }

    @Test
    void marksReadersPostsWithTheName() {
        Article article = Article.builder("https://news.example.com/a/1", "제목").build();
        assertThat(plugin.button(settings("via", "newsroom")).href(article)).endsWith("&via=newsroom");
        assertThat(plugin.button(settings()).href(article)).doesNotContain("via", "hashtags", "related");
        assertThat(plugin.button(settings("button-hashtags", "2", "related", "desk, sports"))
                        .href(article.toBuilder().tags("a", "b", "c").build()))
                .endsWith("&hashtags=a%2Cb&related=desk%2Csports");
    }

    private PluginSettings settings(String... namesAndValues) {
        Map<String, String> all = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            all.put("sharewire.twitter." + namesAndValues[i], namesAndValues[i + 1]);
        }
        return PluginSettings.of(plugin.channel(), all);
    }
}
