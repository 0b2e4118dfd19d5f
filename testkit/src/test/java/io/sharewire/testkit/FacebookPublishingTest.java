package io.sharewire.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FacebookPublishingTest extends FacebookOnTheWire {

    @Test
    void rule07_anEmptyPostIsRefusedAs197() throws IOException {
        assertError(post("message", "  "), 400, 197, "The post is empty. Please enter a message to share.");
    }

    @Test
    void rule09_aPostIsReadInTheSameCallThatWritesIt() throws IOException {
        JsonNode json = post(
                        "message", "속보 & <b>",
                        "link", "https://news.example/a?x=1&y=2",
                        "fields", "id,permalink_url,created_time")
                .json();

        String id = json.path("id").asText();
        assertThat(id).startsWith(facebook.pageId() + "_");
        assertThat(json.path("permalink_url").asText()).startsWith("https://www.facebook.com/");
        assertThat(json.path("created_time").asText()).isEqualTo("2025-11-24T16:00:00+0000");
        assertThat(json.properties()).hasSize(3);
        assertThat(facebook.posts()).singleElement().satisfies(post -> {
            assertThat(post.id()).isEqualTo(id);
            assertThat(post.text()).isEqualTo("속보 & <b>");
            assertThat(post.link()).isEqualTo("https://news.example/a?x=1&y=2");
            assertThat(post.at()).isEqualTo(START);
        });
    }

    @Test
    void rule09_anUnknownFieldFailsTheReadAlthoughThePostIsStored() throws IOException {
        assertError(post("message", "a", "fields", "id,nonsense"), 400, 100, "nonexisting field (nonsense)");

        assertThat(facebook.posts()).hasSize(1);
    }

    @Test
    void rule09_aMultipartBodyIsUnderstood() throws IOException {
        String body = "--b\r\nContent-Disposition: form-data; name=\"message\"\r\n\r\n한국\r\n--b--\r\n";

        assertThat(http.post(feed, "multipart/form-data; boundary=b", body).status())
                .isEqualTo(200);
        assertThat(facebook.posts()).extracting(SimulatedPost::text).containsExactly("한국");
    }

    @Test
    void rule15_consecutiveIdenticalMessageIsRefusedAs506() throws IOException {
        post("message", "same", "link", "https://news.example/a");

        Http.Reply reply = post("message", "same", "link", "https://news.example/a");

        assertError(reply, 400, 506, "Duplicate status message");
        JsonNode error = reply.json().path("error");
        assertThat(error.path("type").asText()).isEqualTo("OAuthException");
        assertThat(error.path("error_subcode").asInt()).isEqualTo(1455006);
        assertThat(error.path("is_transient").asBoolean(true)).isFalse();
        assertThat(error.path("error_user_title").asText()).isEqualTo("Duplicate Status Update");
        assertThat(error.path("error_user_msg").asText())
                .isEqualTo("This status update is identical to the last one you posted. Try posting something"
                        + " different, or delete your previous update.");
        assertThat(facebook.posts()).hasSize(1);
        assertThat(facebook.createRequests()).isEqualTo(2);
    }

    @Test
    void rule15_anIdenticalMessageIsAcceptedWhenAnotherCameBetween() throws IOException {
        post("message", "same");
        post("message", "other");

        assertThat(post("message", "same").status()).isEqualTo(200);
        assertThat(facebook.posts()).hasSize(3);
    }

    @Test
    void rule15_theSameTextWithAnotherLinkIsAnotherPost() throws IOException {
        post("message", "same", "link", "https://news.example/a");

        assertThat(post("message", "same", "link", "https://news.example/b").status())
                .isEqualTo(200);
    }

    @Test
    void rule17_aPostCanBeEditedAndDeletedOnce() throws IOException {
        String id = post("message", "a").json().path("id").asText();

        assertThat(http.postForm("/v26.0/" + id, map("message", "corrected")).body())
                .isEqualTo("{\"success\":true}");
        assertThat(facebook.posts()).extracting(SimulatedPost::text).containsExactly("corrected");

        assertThat(http.delete("/v26.0/" + id).body()).isEqualTo("{\"success\":true}");
        assertThat(facebook.posts()).isEmpty();

        Http.Reply again = http.delete("/v26.0/" + id);
        assertError(again, 400, 100, "Object with ID '" + id + "' does not exist");
        assertThat(again.json().at("/error/error_subcode").asInt()).isEqualTo(33);
    }

    @Test
    void rule30_aBooleanMayBeSpeltInFourWays() throws IOException {
        post("message", "1", "published", "true");
        post("message", "2", "published", "1");
        post("message", "3", "published", "false");
        http.postJson(feed, "{\"message\":\"4\",\"published\":false,\"unknown\":1}");

        assertThat(facebook.posts()).extracting(SimulatedPost::text).containsExactly("1", "2");
    }

    @Test
    void aTextOverTheLimitIsRefused() throws IOException {
        assertThat(post("message", "a".repeat(63_206)).status()).isEqualTo(200);

        assertError(post("message", "a".repeat(63_207)), 400, 100, "Name parameter too long");
    }

    @Test
    void aTextIsStoredTrimmedAndWithPlainLineFeeds() throws IOException {
        post("message", " a\r\nb ");

        assertThat(facebook.posts()).extracting(SimulatedPost::text).containsExactly("a\nb");
    }

    @Test
    void rule07_anEmptyPostMayAlsoBeRefusedAs100() throws IOException {
        facebook.rules().emptyPostIsInvalidParameter(true);

        assertError(post(), 400, 100, "Missing message or attachment");
    }

    @Test
    void rule15_pagesDoNotTakeEachOthersPostsForTheirOwn() throws IOException {
        String other = facebook.addPage("Sandbox Sports");
        post("message", "same");

        assertThat(as(facebook.pageToken(other).orElseThrow())
                        .postForm("/v26.0/" + other + "/feed", map("message", "same"))
                        .status())
                .isEqualTo(200);
        assertError(post("message", "same"), 400, 506, "Duplicate status message");
    }

    @Test
    void rule17_anotherAppCannotTouchThePost() throws IOException {
        String id = postId("message", "a");
        Http other = as(facebook.otherAppToken());

        assertError(other.postForm("/v26.0/" + id, map("message", "b")), 403, 200, "(#200)");
        assertError(other.delete("/v26.0/" + id), 403, 200, "(#200)");
        assertThat(facebook.posts()).extracting(SimulatedPost::text).containsExactly("a");
    }

    @Test
    void rule17_aPersonWithoutTheTaskCanNoLongerTouchThePost() throws IOException {
        String id = postId("message", "a");
        facebook.tasks(facebook.pageId(), "ANALYZE");

        assertError(http.delete("/v26.0/" + id), 403, 200, "(#200)");
        assertThat(facebook.posts()).hasSize(1);
    }

    @Test
    void rule17_deletingCanBeForbidden() throws IOException {
        String id = postId("message", "a");
        facebook.rules().deleteForbidden(true);

        assertError(http.delete("/v26.0/" + id), 403, 200, "(#200)");
        assertThat(facebook.posts()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "TRUE", "2"})
    void rule30_anotherSpellingIsNoBoolean(String value) throws IOException {
        assertError(post("message", "a", "published", value), 400, 100, "published");
    }

    @Test
    void rule30_unknownParametersAreIgnored() throws IOException {
        assertThat(post("message", "a", "client_mutation_id", "1", "nonsense", "2")
                        .status())
                .isEqualTo(200);
    }
}
