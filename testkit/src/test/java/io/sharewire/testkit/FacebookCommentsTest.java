package io.sharewire.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FacebookCommentsTest extends FacebookOnTheWire {

    @Test
    void rule25_aCommentStandsBelowItsPost() throws IOException {
        String id = postId("message", "a");

        Http.Reply reply =
                http.postForm("/v26.0/" + id + "/comments", map("message", "first", "fields", "id,permalink_url"));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("id").asText()).matches("\\d+_\\d+");
        assertThat(reply.json().path("permalink_url").asText()).startsWith("https://www.facebook.com/");
        assertThat(facebook.comments(id)).containsExactly("first");
        assertThat(http.get("/v26.0/" + id + "/comments")
                        .json()
                        .at("/data/0/message")
                        .asText())
                .isEqualTo("first");
        assertThat(facebook.createRequests()).isEqualTo(1);
    }

    @Test
    void rule25_anEmptyCommentIsRefused() throws IOException {
        String id = postId("message", "a");

        assertError(http.postForm("/v26.0/" + id + "/comments", map("message", " ")), 400, 100, "empty");
        assertThat(http.postForm("/v26.0/" + id + "/comments", map("attachment_url", "https://cdn.example/a.jpg"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void rule25_aCommentNeedsAPermissionOfItsOwn() throws IOException {
        String id = postId("message", "a");
        facebook.tokens().withdraw("pages_manage_engagement");

        assertError(
                http.postForm("/v26.0/" + id + "/comments", map("message", "b")), 403, 200, "pages_manage_engagement");
        assertThat(post("message", "c").status()).isEqualTo(200);
    }

    @Test
    void rule25_aPostThatIsNotOutTakesNoComment() throws IOException {
        String id = postId("message", "a", "published", "false", "scheduled_publish_time", afterStart(3600));

        assertError(http.postForm("/v26.0/" + id + "/comments", map("message", "b")), 400, 100, "not published");
        clock.advance(Duration.ofHours(1));
        assertThat(http.postForm("/v26.0/" + id + "/comments", map("message", "b"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void rule25_aSecurityCheckMayBeNeeded() throws IOException {
        String id = postId("message", "a");
        facebook.rules().commentsNeedSecurityCheck(true);

        Http.Reply reply = http.postForm("/v26.0/" + id + "/comments", map("message", "b"));

        assertError(reply, 400, 368, "");
        assertThat(subcode(reply)).isEqualTo(1404006);
        assertThat(facebook.comments(id)).isEmpty();
    }

    @Test
    void rule25_aPostThatIsNotThereTakesNoComment() throws IOException {
        Http.Reply reply = http.postForm(page + "_1/comments", map("message", "b"));

        assertError(reply, 400, 100, "does not exist");
        assertThat(subcode(reply)).isEqualTo(33);
    }
}
