package io.sharewire.kakao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sharewire.Secret;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class KakaoSettingsTest {

    private static final Secret TOKEN = Secret.of("kakao-access-token-1");

    @Test
    void hasDefaultsForEverythingButTheToken() {
        KakaoSettings settings = KakaoSettings.builder(TOKEN).build();

        assertThat(settings.name()).isEqualTo("kakao");
        assertThat(settings.baseUrl()).isEqualTo("https://kapi.kakao.com");
        assertThat(settings.timeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(settings.buttonTitle()).isNull();
        assertThat(settings.limits()).isEqualTo(new KakaoLimits(50, 100, 200));
    }

    @Test
    void saysEverythingThatIsWrongAtOnce() {
        assertThatThrownBy(() -> KakaoSettings.builder(TOKEN)
                        .name(" ")
                        .baseUrl("http://kapi.kakao.com")
                        .timeout(Duration.ZERO)
                        .buttonTitle(" ")
                        .linkDomains(List.of("news.example.kr"))
                        .imageKey(TOKEN, "https://news.example.kr/")
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("KakaoSettings: name is required; baseUrl must be an https address (http only on this "
                        + "machine), not 'http://kapi.kakao.com'; timeout must be above 0; "
                        + "buttonTitle must not be blank; the origin of imageKey must be scheme, host and port alone; "
                        + "linkDomains must be scheme, host and port alone, such as https://news.example.kr, "
                        + "not 'news.example.kr'");
    }

    @Test
    void startsABuilderFromItself() {
        KakaoSettings settings = KakaoSettings.builder(TOKEN)
                .name("kakao:desk")
                .baseUrl("https://kapi.example.com/")
                .timeout(Duration.ofSeconds(5))
                .buttonTitle("전문 읽기")
                .limits(KakaoLimits.defaults().withTitle(30))
                .defaults(KakaoOptions.defaults().withMessage(KakaoMessage.text()))
                .linkDomains(List.of("https://news.example.kr"))
                .consentUrl(scopes -> "https://news.example.kr/connect")
                .imageKey(Secret.of("javascript-key-1"), "https://news.example.kr")
                .build();

        assertThat(settings.toBuilder().build()).usingRecursiveComparison().isEqualTo(settings);
        assertThat(settings.baseUrl()).isEqualTo("https://kapi.example.com");
    }

    @Test
    void printsNoToken() {
        assertThat(KakaoSettings.builder(TOKEN).build()).hasToString("KakaoSettings[kakao, https://kapi.kakao.com]");
    }

    @Test
    void refusesLimitsThatContradictEachOther() {
        assertThatThrownBy(() -> new KakaoLimits(0, 300, 200))
                .hasMessage("KakaoLimits: title must be above 0, not 0; text must not be below description, not 200");
    }

    @Test
    void refusesOptionsThatCannotBeSent() {
        assertThatThrownBy(() -> new KakaoOptions(KakaoMessage.feed(), List.of("a b"), " ", true, "m.news.example.kr"))
                .hasMessage("KakaoOptions: buttonTitle must not be blank; "
                        + "receivers must be friends' uuids, visible ASCII without blanks, not 'a b'; "
                        + "mobileLink must be an absolute http or https address, not 'm.news.example.kr'");
    }
}
