package io.sharewire.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The vectors of the platform's documentation, recomputed by two other programs. */
class OAuth1SignatureTest {

    private static final String CONSUMER_SECRET = "kAcSOqF21Fu85e7zjz7ZN2U4ZRhfV3WpwPAoE3Z7kBw";
    private static final String TOKEN_SECRET = "LswwdoUaIvS8ltyTt5jkRh4J50vUPVVHtR2YPi5kE";
    private static final Parameters OAUTH = Parameters.decode("oauth_consumer_key=xvz1evFS4wEEPTGEFPHBog"
            + "&oauth_nonce=kYjzVBB8Y0ZFabxSWbWovY3uYSQ2pTgmZeNu2VS4cg"
            + "&oauth_signature_method=HMAC-SHA1&oauth_timestamp=1318622958"
            + "&oauth_token=370773112-GmHxMAgYyLbNEtIKZeRNFsMKPR9EyMZeS9weJAEb&oauth_version=1.0");
    private static final Parameters STATUS = Parameters.decode(
            "include_entities=true&status=Hello%20Ladies%20%2B%20Gentlemen%2C%20a%20signed%20OAuth%20request%21");

    @Test
    void theParameterStringIsSortedAndEncoded() {
        assertThat(OAuth1Signature.parameterString(OAUTH.and(STATUS)))
                .isEqualTo("include_entities=true&oauth_consumer_key=xvz1evFS4wEEPTGEFPHBog"
                        + "&oauth_nonce=kYjzVBB8Y0ZFabxSWbWovY3uYSQ2pTgmZeNu2VS4cg&oauth_signature_method=HMAC-SHA1"
                        + "&oauth_timestamp=1318622958"
                        + "&oauth_token=370773112-GmHxMAgYyLbNEtIKZeRNFsMKPR9EyMZeS9weJAEb&oauth_version=1.0"
                        + "&status=Hello%20Ladies%20%2B%20Gentlemen%2C%20a%20signed%20OAuth%20request%21");
    }

    @ParameterizedTest
    @CsvSource({
        "https://api.x.com/1.1/statuses/update.json, Ls93hJiZbQ3akF3HF3x1Bz8/zU4=",
        "https://api.twitter.com/1.1/statuses/update.json, hCtSmYh+iHYCEqBWrE7C7hYmtUk=",
        "https://api.twitter.com/1/statuses/update.json, tnnArxj06cWHq44gCs1OSKk/jLY="
    })
    void rule04_theThreeDocumentedExamplesVerify(String url, String signature) {
        assertThat(OAuth1Signature.of("POST", url, OAUTH.and(STATUS), CONSUMER_SECRET, TOKEN_SECRET))
                .isEqualTo(signature);
    }

    @Test
    void rule04_aJsonBodyIsNotSigned() {
        assertThat(OAuth1Signature.of("POST", "https://api.x.com/2/tweets", OAUTH, CONSUMER_SECRET, TOKEN_SECRET))
                .isEqualTo("lr+tV/DKclEvXKVjG6tgaSSLV0k=");
    }

    @Test
    void rule04_theQueryIsSigned() {
        Parameters query = Parameters.decode("command=STATUS&media_id=1880028106020515840");

        assertThat(OAuth1Signature.of(
                        "GET", "https://api.x.com/2/media/upload", OAUTH.and(query), CONSUMER_SECRET, TOKEN_SECRET))
                .isEqualTo("ZkMio+avf1tYkOY9L2zbmx4cVaM=");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ladies + Gentlemen | Ladies%20%2B%20Gentlemen",
                "An encoded string! | An%20encoded%20string%21",
                "Dogs, Cats & Mice | Dogs%2C%20Cats%20%26%20Mice",
                "☃ | %E2%98%83"
            })
    void charactersAreEncodedAsDocumented(String plain, String encoded) {
        assertThat(OAuth1Signature.encode(plain)).isEqualTo(encoded);
    }
}
