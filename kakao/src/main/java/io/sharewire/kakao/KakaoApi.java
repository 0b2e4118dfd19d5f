package io.sharewire.kakao;

import io.sharewire.Media;
import io.sharewire.Reason;
import io.sharewire.ShareResult;
import io.sharewire.Validation;
import io.sharewire.auth.ReconnectException;
import io.sharewire.http.ApiClient;
import io.sharewire.http.ApiReply;
import io.sharewire.json.Json;
import io.sharewire.url.CanonicalUrl;
import io.sharewire.url.PercentEncoding;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/**
 * What an account can be asked beside sending: its friends, pictures for messages, consents, the token itself.
 *
 * <p>Whatever goes wrong out there is a {@link KakaoException}; it tells what is known. Thread-safe.
 */
public final class KakaoApi {

    /** The most friends a page has. */
    public static final int MAX_PAGE = 100;

    /** The most bytes a picture may have. */
    public static final int MAX_IMAGE_BYTES = 5 * 1024 * 1024;

    /** No account has so many friends; a list that goes on leads in circles. */
    private static final int MAX_PAGES = 1_000;

    private static final String IMAGE = "v2/api/talk/message/image/";

    private final String name;
    private final KakaoClient client;
    private final KakaoErrors errors;
    private final @Nullable KakaoAppKey imageKey;
    private final Clock clock;

    private KakaoApi(KakaoSettings settings, Clock clock) {
        this.name = settings.name();
        this.client = new KakaoClient(settings);
        this.errors = new KakaoErrors(settings.name(), settings.consentUrl());
        this.imageKey = settings.imageKey();
        this.clock = clock;
    }

    /** For one account. */
    public static KakaoApi of(KakaoSettings settings) {
        return of(settings, Clock.systemUTC());
    }

    /** As {@link #of(KakaoSettings)}, by another clock. */
    public static KakaoApi of(KakaoSettings settings, Clock clock) {
        return new KakaoApi(settings, clock);
    }

    /**
     * All friends who use the same app and let it see friends, favourites first. Kakao keeps the list for a while, so a new
     * friend shows late. Needs the scope {@code friends}; without the permission for it only members of the app are there.
     */
    public List<KakaoFriend> friends() {
        List<KakaoFriend> friends = new ArrayList<>();
        HttpUrl next = page(0, MAX_PAGE, KakaoFriends.Order.FAVORITE);
        for (int pages = 0; pages < MAX_PAGES; pages++) {
            FriendsPage page = readFriends(next);
            friends.addAll(page.friends());
            if (page.afterUrl() == null || page.friends().isEmpty()) {
                return List.copyOf(friends);
            }
            next = own(page.afterUrl());
        }
        throw foreign("the list of friends does not end");
    }

    /**
     * One page of friends.
     *
     * @param offset how many to skip
     * @param limit how many at most, 1 to 100
     * @param order in which order
     */
    public KakaoFriends friends(int offset, int limit, KakaoFriends.Order order) {
        new Validation("KakaoApi.friends")
                .check(offset >= 0, "offset must not be below 0, not " + offset)
                .check(limit >= 1 && limit <= MAX_PAGE, "limit must be 1 to " + MAX_PAGE + ", not " + limit)
                .orThrow();
        return readFriends(page(offset, limit, order)).toPage();
    }

    /**
     * Gives Kakao a picture to be shown in messages, for some weeks.
     *
     * @param image a picture of at most 5 MB
     */
    public KakaoImage uploadImage(Media image) {
        new Validation("KakaoApi.uploadImage")
                .check(image.isImage(), "the file is not a picture but " + image.type())
                .check(
                        image.size() <= MAX_IMAGE_BYTES,
                        "the picture has " + image.size() + " bytes, Kakao takes " + MAX_IMAGE_BYTES
                                + "; Picture.within makes it smaller")
                .orThrow();
        return readImage(
                "Uploading a picture",
                "upload",
                new MultipartBody.Builder()
                        .setType(MultipartBody.FORM)
                        .addFormDataPart("secure_resource", "true")
                        .addFormDataPart(
                                "file", "image", RequestBody.create(image.bytes(), MediaType.get(image.type())))
                        .build());
    }

    /** Has Kakao fetch a picture to be shown in messages, for some weeks. */
    public KakaoImage scrapImage(String url) {
        requireAddress(url);
        return readImage(
                "Having a picture fetched",
                "scrap",
                ApiClient.body(
                        KakaoForm.TYPE + ";charset=utf-8",
                        "image_url=" + PercentEncoding.encode(url) + "&secure_resource=true"));
    }

    /** Takes back a picture that Kakao was given or has fetched. */
    public void deleteImage(String url) {
        requireAddress(url);
        require(
                "Deleting a picture",
                () -> image(new Request.Builder()
                        .url(client.address(IMAGE + "delete")
                                .addQueryParameter("image_url", url)
                                .build())
                        .delete()),
                answer -> Optional.of(answer.status()));
    }

    /** What the account's owner may consent to, and has. */
    public List<KakaoScope> scopes() {
        return read("Reading the consents", get("v2/user/scopes"), KakaoScope.Answer.class)
                .toScopes();
    }

    /** Gives consents back, such as {@code friends}; answers what is left. */
    public List<KakaoScope> revokeScopes(List<String> ids) {
        String form = "scopes=" + PercentEncoding.encode(Json.write(ids));
        return read("Giving consents back", () -> client.post("v2/user/revoke/scopes", form), KakaoScope.Answer.class)
                .toScopes();
    }

    /** Whose the token is and when it ends; a dead one is renewed first where it can be. */
    public KakaoTokenInfo tokenInfo() {
        Instant now = clock.instant();
        return require(
                "Reading about the token",
                get("v1/user/access_token_info"),
                answer -> Json.read(answer.body(), KakaoTokenInfo.Answer.class).flatMap(said -> said.info(now)));
    }

    /** Ends this access token. */
    public void logout() {
        end("Logging out", "v1/user/logout");
    }

    /** Takes the app off the account: all its tokens die, refresh tokens too. */
    public void unlink() {
        end("Unlinking", "v1/user/unlink");
    }

    private void end(String what, String path) {
        require(what, () -> client.post(path, ""), answer -> Optional.of(answer.status()));
    }

    private HttpUrl page(int offset, int limit, KakaoFriends.Order order) {
        return client.address("v1/api/talk/friends")
                .addQueryParameter("offset", String.valueOf(offset))
                .addQueryParameter("limit", String.valueOf(limit))
                .addQueryParameter("friend_order", order.name().toLowerCase(Locale.ROOT))
                .addQueryParameter("secure_resource", "true")
                .build();
    }

    private FriendsPage readFriends(HttpUrl url) {
        return read("Reading friends", () -> client.send(new Request.Builder().url(url)), FriendsPage.class);
    }

    /** The token goes nowhere but to Kakao's API. */
    private HttpUrl own(String afterUrl) {
        HttpUrl url = HttpUrl.parse(afterUrl);
        if (url == null || !client.isOwn(url)) {
            throw foreign("the next page of friends is said to be at another server than the API's");
        }
        return url;
    }

    private KakaoException foreign(String why) {
        return new KakaoException(
                "Reading friends",
                new ShareResult.Rejected(
                        Reason.UNAVAILABLE, "BAD_PAGE", name + ": " + why + ".", "Check the base URL.", null));
    }

    private KakaoImage readImage(String what, String path, RequestBody body) {
        return require(
                what,
                () -> image(new Request.Builder()
                        .url(client.address(IMAGE + path).build())
                        .post(body)),
                answer -> Json.read(answer.body(), KakaoImage.Answer.class).flatMap(KakaoImage.Answer::image));
    }

    private ApiReply image(Request.Builder request) {
        return imageKey == null ? client.send(request) : client.sendWithKey(request, imageKey);
    }

    private Supplier<ApiReply> get(String path) {
        return () -> client.send(new Request.Builder().url(client.address(path).build()));
    }

    private <T> T read(String what, Supplier<ApiReply> call, Class<T> type) {
        return require(what, call, answer -> Json.read(answer.body(), type));
    }

    private <T> T require(String what, Supplier<ApiReply> call, Function<ApiReply.Answer, Optional<T>> reading) {
        Instant since = clock.instant();
        ApiReply reply;
        try {
            reply = call.get();
        } catch (ReconnectException e) {
            throw new KakaoException(what, e.toResult());
        }
        if (reply instanceof ApiReply.Answer answer
                && answer.isSuccess()
                && KakaoAnswer.read(answer.body()).errorCode() == KakaoError.NO_CODE) {
            Optional<T> read = reading.apply(answer);
            if (read.isPresent()) {
                return read.get();
            }
        }
        throw new KakaoException(
                what, reply.toResult(name, since, answer -> errors.toResult(answer, since, clock.instant())));
    }

    private static void requireAddress(String url) {
        CanonicalUrl.problem(url).ifPresent(problem -> {
            throw new IllegalArgumentException("KakaoApi: the picture's address " + problem);
        });
    }
}
