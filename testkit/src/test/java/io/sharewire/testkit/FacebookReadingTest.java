package io.sharewire.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FacebookReadingTest extends FacebookOnTheWire {

    @Test
    void rule18_aReadGivesTheDefaultFieldsUnlessAsked() throws IOException {
        String id = post("message", "a", "link", "https://news.example/a")
                .json()
                .path("id")
                .asText();

        assertThat(http.get("/v26.0/" + id).json().fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("id", "message", "created_time");
        assertThat(http.get("/v26.0/" + id + "?fields=is_published").json().fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("id", "is_published");
    }

    @Test
    void rule18_moreThanAHundredAtOnceIsRefused() throws IOException {
        String edge = page + "/published_posts?limit=";

        assertThat(http.get(edge + 100).status()).isEqualTo(200);
        assertError(http.get(edge + 101), 400, 100, "limit");
    }

    @Test
    void rule18_pagesAreWalkedByCursorAndTheLastHasNoNext() throws IOException {
        for (String text : List.of("1", "2", "3", "4", "5")) {
            post("message", text);
        }
        String edge = page + "/published_posts?fields=message&limit=2";
        List<String> seen = new ArrayList<>();
        JsonNode page = http.get(edge).json();
        page.path("data").forEach(post -> seen.add(post.path("message").asText()));
        while (page.at("/paging/next").isTextual()) {
            page = http.get(edge + "&after=" + page.at("/paging/cursors/after").asText())
                    .json();
            page.path("data").forEach(post -> seen.add(post.path("message").asText()));
        }

        assertThat(seen).containsExactly("5", "4", "3", "2", "1");
    }

    @Test
    void rule18_theNextAddressCanBeFollowed() throws IOException {
        post("message", "1");
        post("message", "2");

        String next = http.get(page + "/published_posts?limit=1")
                .json()
                .at("/paging/next")
                .asText();

        JsonNode page = new Http("", "").get(next).json();
        assertThat(page.at("/data/0/message").asText()).isEqualTo("1");
        assertThat(page.at("/paging/next").isMissingNode()).isTrue();
    }

    @Test
    void rule20_aLinkComesBackShimmedAndPlain() throws IOException {
        post("message", "a", "link", "https://news.example/a?x=1");

        JsonNode card = http.get(page + "/published_posts?fields=attachments%7Bmedia_type,type,url,unshimmed_url%7D")
                .json()
                .at("/data/0/attachments/data/0");

        assertThat(card.path("media_type").asText()).isEqualTo("link");
        assertThat(card.path("type").asText()).isEqualTo("share");
        assertThat(card.path("url").asText())
                .isEqualTo("https://l.facebook.com/l.php?u=https%3A%2F%2Fnews.example%2Fa%3Fx%3D1");
        assertThat(card.path("unshimmed_url").asText()).isEqualTo("https://news.example/a?x=1");
        assertThat(card.has("title")).isFalse();
    }

    @Test
    void rule18_aPageMayBeShorterThanAskedForAndStillHaveANext() throws IOException {
        List<String> ids = new ArrayList<>();
        for (String text : List.of("1", "2", "3", "4", "5")) {
            ids.add(postId("message", text));
        }
        facebook.hide(ids.get(4));
        facebook.hide(ids.get(3));
        facebook.hide(ids.get(2));
        String edge = page + "/published_posts?fields=message&limit=2";

        JsonNode first = http.get(edge).json();
        assertThat(first.path("data")).isEmpty();
        assertThat(first.at("/paging/next").asText()).isNotEmpty();

        JsonNode second =
                new Http("", "").get(first.at("/paging/next").asText()).json();
        assertThat(second.path("data")).hasSize(1);
        assertThat(second.at("/data/0/message").asText()).isEqualTo("2");

        JsonNode third =
                new Http("", "").get(second.at("/paging/next").asText()).json();
        assertThat(third.at("/data/0/message").asText()).isEqualTo("1");
        assertThat(third.at("/paging").has("next")).isFalse();
    }

    @Test
    void rule18_aPageCanBeWalkedBack() throws IOException {
        for (String text : List.of("1", "2", "3")) {
            post("message", text);
        }

        JsonNode second = new Http("", "")
                .get(http.get(page + "/published_posts?limit=1")
                        .json()
                        .at("/paging/next")
                        .asText())
                .json();
        JsonNode first =
                new Http("", "").get(second.at("/paging/previous").asText()).json();

        assertThat(first.at("/data/0/message").asText()).isEqualTo("3");
        assertThat(first.path("paging").has("previous")).isFalse();
    }

    @Test
    void rule18_aCursorHoldsWhenItsPostIsGoneAndNewOnesCame() throws IOException {
        post("message", "1");
        String two = postId("message", "2");
        String next = http.get(page + "/published_posts?limit=1")
                .json()
                .at("/paging/next")
                .asText();
        http.delete("/v26.0/" + two);
        post("message", "3");

        assertThat(new Http("", "").get(next).json().at("/data/0/message").asText())
                .isEqualTo("1");
    }

    @Test
    void rule18_aCursorThatNeverWasIsRefused() throws IOException {
        assertError(http.get(page + "/published_posts?after=nonsense"), 400, 100, "cursor");
    }

    @ParameterizedTest
    @ValueSource(strings = {"link", "name", "caption", "type", "source", "object_id"})
    void rule18_fieldsThatWereRemovedAreUnknown(String field) throws IOException {
        assertError(http.get(page + "/published_posts?fields=" + field), 400, 100, "nonexisting field (" + field + ")");
    }

    @Test
    void rule18_thereAreNoOtherEdges() throws IOException {
        assertThat(http.get(page + "/visitor_posts").json().path("data")).isEmpty();
        assertError(http.get(page + "/nonsense"), 400, 100, "nonexisting field (nonsense)");
    }

    @Test
    void rule19_timesAreUtcWithoutAColonInTheOffset() throws IOException {
        String id = postId("message", "a");

        assertThat(http.get("/v26.0/" + id).json().path("created_time").asText())
                .isEqualTo("2025-11-24T16:00:00+0000");
    }

    @Test
    void rule20_theCardShowsWhatThePageSaysOfItself() throws IOException {
        facebook.web()
                .page(
                        "https://news.example/a?ref=1",
                        "<meta property=\"og:title\" content=\"Rain &amp; wind\">"
                                + "<meta property='og:url' content='https://news.example/a'>");

        String id = postId("link", "https://news.example/a?ref=1");

        JsonNode card = http.get("/v26.0/" + id + "?fields=attachments").json().at("/attachments/data/0");
        assertThat(card.path("title").asText()).isEqualTo("Rain & wind");
        assertThat(card.path("url").asText())
                .isEqualTo("https://l.facebook.com/l.php?u=https%3A%2F%2Fnews.example%2Fa");
        assertThat(card.path("unshimmed_url").asText()).isEqualTo("https://news.example/a?ref=1");
    }

    @Test
    void rule20_onePhotoIsAPhoto() throws IOException {
        upload(jpeg(100), "caption", "a");

        JsonNode card =
                http.get(page + "/published_posts?fields=attachments").json().at("/data/0/attachments/data/0");
        assertThat(card.path("media_type").asText()).isEqualTo("photo");
        assertThat(card.path("type").asText()).isEqualTo("photo");
    }

    @Test
    void aReadThatChangedNothingIsAnsweredByItsTag() throws IOException {
        post("message", "a");
        String tag = http.get(page + "/published_posts").header("ETag");

        Http.Reply again = http.send(http.request(page + "/published_posts")
                .header("If-None-Match", tag)
                .GET());

        assertThat(again.status()).isEqualTo(304);
        post("message", "b");
        assertThat(http.send(http.request(page + "/published_posts")
                                .header("If-None-Match", tag)
                                .GET())
                        .status())
                .isEqualTo(200);
    }
}
