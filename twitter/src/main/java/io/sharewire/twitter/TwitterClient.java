package io.sharewire.twitter;

import io.sharewire.Media;
import io.sharewire.http.ApiClient;
import io.sharewire.http.ApiReply;
import io.sharewire.json.Json;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/** The calls of API v2 that are used. */
final class TwitterClient {

    /** The names of one dialect only: X drops those of the other without a word. */
    private static final String POST_FIELDS = "created_at,entities,note_tweet,referenced_tweets";

    private static final String JSON = "application/json";

    /** The most a page has; X refuses less than 5. */
    private static final int PAGE = 100;

    private final TwitterSettings settings;
    private final ApiClient api;
    private final Clock clock;

    TwitterClient(TwitterSettings settings, ApiClient api, Clock clock) {
        this.settings = settings;
        this.api = api;
        this.clock = clock;
    }

    /** {@code POST /2/tweets} with the draft's body as it is. X knows no idempotency key. */
    ApiReply createPost(String type, String body) {
        return send(new Request.Builder().url(address("tweets").build()).post(ApiClient.body(type, body)));
    }

    /** {@code POST /2/media/upload}: a picture that nobody sees until a post takes it along. */
    ApiReply uploadImage(Media image) {
        return send(new Request.Builder()
                .url(address("media", "upload").build())
                .post(new MultipartBody.Builder()
                        .setType(MultipartBody.FORM)
                        .addFormDataPart("media_category", "tweet_image")
                        .addFormDataPart(
                                "media", "image", RequestBody.create(image.bytes(), MediaType.get(image.type())))
                        .build()));
    }

    /** {@code POST /2/media/upload/initialize}: announces a file that comes in segments. */
    ApiReply initializeUpload(Media file, MediaKind kind) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("media_type", file.type());
        body.put("total_bytes", file.size());
        body.put("media_category", kind.category());
        return send(new Request.Builder()
                .url(address("media", "upload", "initialize").build())
                .post(ApiClient.body(JSON, Json.write(body))));
    }

    /** {@code POST /2/media/upload/ID/append}: one segment; one of the same index is replaced. */
    ApiReply appendSegment(String mediaId, int index, byte[] bytes, int from, int length) {
        return send(new Request.Builder()
                .url(address("media", "upload", mediaId, "append").build())
                .post(new MultipartBody.Builder()
                        .setType(MultipartBody.FORM)
                        .addFormDataPart("segment_index", String.valueOf(index))
                        .addFormDataPart(
                                "media",
                                "segment",
                                RequestBody.create(bytes, MediaType.get("application/octet-stream"), from, length))
                        .build()));
    }

    /** {@code POST /2/media/upload/ID/finalize}, which takes no body. */
    ApiReply finalizeUpload(String mediaId) {
        return send(new Request.Builder()
                .url(address("media", "upload", mediaId, "finalize").build())
                .post(RequestBody.create(new byte[0])));
    }

    /** {@code GET /2/media/upload?command=STATUS}: whether X is done with it. */
    ApiReply uploadStatus(String mediaId) {
        return send(new Request.Builder()
                .url(address("media", "upload")
                        .addQueryParameter("command", "STATUS")
                        .addQueryParameter("media_id", mediaId)
                        .build()));
    }

    /** {@code POST /2/media/metadata}: what can be seen on a picture. */
    ApiReply describe(String mediaId, String alt) {
        String body = Json.write(Map.of("id", mediaId, "metadata", Map.of("alt_text", Map.of("text", alt))));
        return send(
                new Request.Builder().url(address("media", "metadata").build()).post(ApiClient.body(JSON, body)));
    }

    /** {@code DELETE /2/tweets/ID}; with it go all versions of an edited post. */
    ApiReply deletePost(String id) {
        return send(new Request.Builder().url(address("tweets", id).build()).delete());
    }

    /** {@code GET /2/users/me}: whose credentials these are. */
    ApiReply me() {
        return send(new Request.Builder().url(address("users", "me").build()));
    }

    /**
     * {@code GET /2/users/ID/tweets} from {@code from} on, newest first, without reposts.
     *
     * <p>A time is used as the lower bound rather than {@code since_id}; an id made from the clock would do as well, as
     * ids begin with their time, but rests on a constant that X does not document.
     */
    ApiReply timeline(String userId, Instant from, @Nullable String page) {
        HttpUrl.Builder url = address("users", userId, "tweets")
                .addQueryParameter("max_results", String.valueOf(PAGE))
                .addQueryParameter(
                        "start_time", from.truncatedTo(ChronoUnit.SECONDS).toString())
                .addQueryParameter("exclude", "retweets")
                .addQueryParameter("tweet.fields", POST_FIELDS);
        if (page != null) {
            url.addQueryParameter("pagination_token", page);
        }
        return send(new Request.Builder().url(url.build()));
    }

    /** A good answer as a {@code type}; empty for any other. */
    static <T> Optional<T> read(ApiReply reply, Class<T> type) {
        return reply instanceof ApiReply.Answer answer && answer.isSuccess()
                ? Json.read(answer.body(), type)
                : Optional.empty();
    }

    private HttpUrl.Builder address(String... path) {
        HttpUrl.Builder url = HttpUrl.get(settings.baseUrl()).newBuilder().addPathSegment("2");
        for (String segment : path) {
            url.addPathSegment(segment);
        }
        return url;
    }

    /**
     * One request; after a 401, which proves that nothing was done, one more with renewed credentials where there are any.
     *
     * @throws io.sharewire.auth.ReconnectException if there are no credentials to be had
     */
    private ApiReply send(Request.Builder request) {
        Request first = authorized(request);
        ApiReply reply = api.send(first);
        return reply instanceof ApiReply.Answer answer
                        && answer.status() == 401
                        && settings.authorization().renew(first)
                ? api.send(authorized(request))
                : reply;
    }

    private Request authorized(Request.Builder request) {
        return settings.authorization().authorize(request.build(), clock.instant());
    }
}
