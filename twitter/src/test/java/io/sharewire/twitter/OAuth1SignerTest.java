package io.sharewire.twitter;

import static org.assertj.core.api.Assertions.assertThat;

import io.sharewire.Secret;
import io.sharewire.url.PercentEncoding;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.FormBody;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys, nonce and time of X's page "creating a signature"; signatures recomputed with Python and openssl. */
class OAuth1SignerTest {

    private static final Instant NOW = Instant.ofEpochSecond(1318622958);

    private final OAuth1Signer signer = new OAuth1Signer(
            Secret.of("xvz1evFS4wEEPTGEFPHBog"),
            Secret.of("kAcSOqF21Fu85e7zjz7ZN2U4ZRhfV3WpwPAoE3Z7kBw"),
            Secret.of("370773112-GmHxMAgYyLbNEtIKZeRNFsMKPR9EyMZeS9weJAEb"),
            Secret.of("LswwdoUaIvS8ltyTt5jkRh4J50vUPVVHtR2YPi5kE"),
            () -> "kYjzVBB8Y0ZFabxSWbWovY3uYSQ2pTgmZeNu2VS4cg");

    @ParameterizedTest
    @CsvSource({
        "https://api.x.com/1.1/statuses/update.json, Ls93hJiZbQ3akF3HF3x1Bz8/zU4=",
        "https://api.twitter.com/1.1/statuses/update.json, hCtSmYh+iHYCEqBWrE7C7hYmtUk=",
        "https://api.twitter.com/1/statuses/update.json, tnnArxj06cWHq44gCs1OSKk/jLY=",
        "HTTPS://API.X.COM:443/1.1/statuses/update.json, Ls93hJiZbQ3akF3HF3x1Bz8/zU4="
    })
    void signsQueryAndFormAsTheDocumentationDoes(String url, String signature) {
        Request request = new Request.Builder()
                .url(url + "?include_entities=true")
                .post(new FormBody.Builder()
                        .add("status", "Hello Ladies + Gentlemen, a signed OAuth request!")
                        .build())
                .build();
        assertThat(signature(request)).isEqualTo(signature);
    }

    @Test
    void leavesJsonUnsigned() {
        Request request = new Request.Builder()
                .url("https://api.x.com/2/tweets")
                .post(RequestBody.create("{\"text\":\"hello\"}".getBytes(StandardCharsets.UTF_8)))
                .build();
        assertThat(signature(request)).isEqualTo("lr+tV/DKclEvXKVjG6tgaSSLV0k=");
    }

    @Test
    void signsTheQueryOfARead() {
        Request request = new Request.Builder()
                .url("https://api.x.com/2/media/upload?command=STATUS&media_id=1880028106020515840")
                .build();
        assertThat(signature(request)).isEqualTo("ZkMio+avf1tYkOY9L2zbmx4cVaM=");
    }

    @Test
    void writesTheHeaderWithEveryValueEncoded() {
        Request request = new Request.Builder()
                .url("https://api.x.com/2/tweets")
                .post(RequestBody.create(new byte[0]))
                .build();
        assertThat(header(request))
                .isEqualTo("OAuth oauth_consumer_key=\"xvz1evFS4wEEPTGEFPHBog\", "
                        + "oauth_nonce=\"kYjzVBB8Y0ZFabxSWbWovY3uYSQ2pTgmZeNu2VS4cg\", "
                        + "oauth_signature=\"lr%2BtV%2FDKclEvXKVjG6tgaSSLV0k%3D\", "
                        + "oauth_signature_method=\"HMAC-SHA1\", oauth_timestamp=\"1318622958\", "
                        + "oauth_token=\"370773112-GmHxMAgYyLbNEtIKZeRNFsMKPR9EyMZeS9weJAEb\", "
                        + "oauth_version=\"1.0\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ladies + Gentlemen|Ladies%20%2B%20Gentlemen",
                "An encoded string!|An%20encoded%20string%21",
                "Dogs, Cats & Mice|Dogs%2C%20Cats%20%26%20Mice",
                "☃|%E2%98%83"
            })
    void encodesAsTheDocumentationDoes(String plain, String encoded) {
        assertThat(PercentEncoding.encode(plain)).isEqualTo(encoded);
    }

    @Test
    void neverUsesANonceTwice() {
        assertThat(OAuth1Signer.randomNonce()).matches("[0-9a-f]{32}").isNotEqualTo(OAuth1Signer.randomNonce());
    }

    private String signature(Request request) {
        Matcher matcher = Pattern.compile("oauth_signature=\"([^\"]+)\"").matcher(header(request));
        assertThat(matcher.find()).isTrue();
        return URLDecoder.decode(matcher.group(1), StandardCharsets.UTF_8);
    }

    private String header(Request request) {
        return signer.authorize(request, NOW).header("Authorization");
    }
}
