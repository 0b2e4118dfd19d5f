package io.sharewire.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.EventListener;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSink;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * Calls a platform's API so that one call is one request.
 *
 * <p>OkHttp by itself sends a POST again on a connection failure, on 408 and on 503 with {@code Retry-After: 0}, and
 * follows redirects; here none of that happens: retries and redirects are off and bodies can be written once. What comes
 * back is a value, never an exception, and tells whether any byte of the request may have been written. All instances
 * share one connection pool. Immutable and thread-safe.
 */
public final class ApiClient {

    /** More than any platform's answer; what is longer is cut, and then is not readable JSON any more. */
    private static final long MAX_BODY_BYTES = 4L << 20;

    private static final class Shared {
        static final OkHttpClient HTTP = new OkHttpClient.Builder()
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .connectionPool(new ConnectionPool(16, 1, TimeUnit.MINUTES))
                .eventListenerFactory(call -> {
                    Written written = call.request().tag(Written.class);
                    return written == null ? EventListener.NONE : written;
                })
                .build();
    }

    private final Call.Factory calls;

    private ApiClient(Call.Factory calls) {
        this.calls = calls;
    }

    /** A client with the default time-outs: 10 s to connect, 30 s to write, 90 s to answer, 120 s in all. */
    public static ApiClient create() {
        return withTimeout(Duration.ofSeconds(90));
    }

    /** A client that waits {@code answer} for an answer, and 30 s longer for the whole call. */
    public static ApiClient withTimeout(Duration answer) {
        return new ApiClient(Shared.HTTP
                .newBuilder()
                .connectTimeout(Duration.ofSeconds(10))
                .writeTimeout(Duration.ofSeconds(30))
                .readTimeout(answer)
                .callTimeout(answer.plusSeconds(30))
                .build());
    }

    /** A body of {@code type} that is written at most once. */
    public static RequestBody body(String type, String text) {
        return new OneShotBody(RequestBody.create(text.getBytes(StandardCharsets.UTF_8), MediaType.get(type)));
    }

    /** Makes the call: exactly one request, or none. */
    public ApiReply send(Request request) {
        Written written = new Written();
        Request.Builder tagged = request.newBuilder().tag(Written.class, written);
        if (request.body() != null) {
            tagged.method(request.method(), OneShotBody.of(request.body()));
        }
        try (Response response = calls.newCall(tagged.build()).execute()) {
            Buffer body = new Buffer();
            try {
                BufferedSource source = response.body().source();
                while (body.size() < MAX_BODY_BYTES && source.read(body, 8192) != -1) {
                    // goes on until the body ends
                }
            } catch (IOException e) {
                if (response.isSuccessful()) {
                    // It says yes and breaks off before it says what was made: that is no answer.
                    return new ApiReply.Lost(e);
                }
            }
            return new ApiReply.Answer(response.code(), response.headers(), withoutToken(request, body.readUtf8()));
        } catch (IOException e) {
            return written.anyByte() ? new ApiReply.Lost(e) : new ApiReply.NotSent(e);
        }
    }

    /** Platforms echo the token in error messages; the one that was sent is taken out here, before anybody sees it. */
    private static String withoutToken(Request request, String body) {
        String authorization = request.header("Authorization");
        int blank = authorization == null ? -1 : authorization.indexOf(' ');
        String token = blank < 0 ? "" : authorization.substring(blank + 1);
        return token.isEmpty() || token.indexOf(' ') >= 0 ? body : body.replace(token, "***");
    }

    /** Notes the moment from which bytes of the request may be on the wire. */
    private static final class Written extends EventListener {

        private volatile boolean anyByte;

        @Override
        public void requestHeadersStart(Call call) {
            anyByte = true;
        }

        boolean anyByte() {
            return anyByte;
        }
    }

    /** OkHttp never repeats a request whose body says that it can be written only once. */
    private static final class OneShotBody extends RequestBody {

        private final RequestBody body;

        private OneShotBody(RequestBody body) {
            this.body = body;
        }

        static RequestBody of(RequestBody body) {
            return body.isOneShot() ? body : new OneShotBody(body);
        }

        @Override
        public @Nullable MediaType contentType() {
            return body.contentType();
        }

        @Override
        public long contentLength() throws IOException {
            return body.contentLength();
        }

        @Override
        public boolean isOneShot() {
            return true;
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            body.writeTo(sink);
        }
    }
}
