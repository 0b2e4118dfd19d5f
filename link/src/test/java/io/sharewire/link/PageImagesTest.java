package io.sharewire.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.sharewire.Image;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageImagesTest {

    private static final String A = "https://img.example/a.jpg";
    private static final String B = "https://img.example/b.jpg";

    @Test
    void structuredPropertiesBelongToTheImageBeforeThem() {
        assertThat(images(og("og:image", A)
                        + og("og:image:width", "1200")
                        + og("og:image:height", "630px")
                        + og("og:image:alt", "A bridge")
                        + og("og:image:type", "image/jpeg")
                        + og("og:image", B)
                        + og("og:image:width", "800")))
                .containsExactly(
                        new Image(A, "A bridge", null, null, 1200, 630, "image/jpeg"),
                        Image.of(B).withSize(800, null));
    }

    @Test
    void propertiesAfterAnAddressThatIsNoneBelongToNothing() {
        assertThat(images(og("og:image", A) + og("og:image", "data:image/png;base64,AAAA") + og("og:image:width", "9")))
                .containsExactly(Image.of(A));
    }

    @Test
    void takesTheSecureAddressAndTheUrlProperty() {
        assertThat(images(og("og:image", "http://img.example/a.jpg") + og("og:image:secure_url", A)))
                .containsExactly(Image.of(A));
        assertThat(images(og("og:image:url", A) + og("og:image:url", B))).containsExactly(Image.of(A), Image.of(B));
        assertThat(images(og("og:image", A) + og("og:image:url", A) + og("og:image:secure_url", A)))
                .containsExactly(Image.of(A));
    }

    @Test
    void theSamePictureTwiceIsOne() {
        assertThat(images(og("og:image", A) + og("og:image", A))).containsExactly(Image.of(A));
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "abc", "100%", "99999999999", "''"})
    void aSizeThatIsNoneIsLeftOut(String width) {
        assertThat(images(og("og:image", A) + og("og:image:width", width))).containsExactly(Image.of(A));
    }

    @Test
    void jsonLdIsAskedOnlyIfOpenGraphAndTwitterHaveNone() {
        String jsonLd = "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"image\":\"" + B + "\"}</script>";
        String twitter = "<meta name=twitter:image content=" + A + "><meta name=twitter:image:alt content='Alt'>";

        assertThat(images(jsonLd + twitter)).containsExactly(Image.of(A).withAlt("Alt"));
        assertThat(images(jsonLd)).containsExactly(Image.of(B));
        assertThat(images("<link rel=image_src href=" + A + ">")).containsExactly(Image.of(A));
    }

    @Test
    void whatJsonLdKnowsOfTheSamePictureIsAdded() {
        String jsonLd = "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"image\":{\"url\":\"" + A
                + "\",\"caption\":\"The bridge.\",\"creditText\":\"Venn\",\"width\":1200,\"height\":\"630\"}}</script>";

        assertThat(images(og("og:image", A) + jsonLd))
                .containsExactly(new Image(A, null, "The bridge.", "Venn", 1200, 630, null));
        assertThat(images(og("og:image", B) + jsonLd)).containsExactly(Image.of(B));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "The bridge. <span class=credit>Photo: Oskar Venn</span>#The bridge.#Oskar Venn",
                "The bridge. <cite>Oskar Venn</cite>#The bridge.#Oskar Venn",
                "The bridge. <small itemprop=copyrightHolder>© Oskar Venn</small>#The bridge.#© Oskar Venn",
                "The bridge. Photo: Oskar Venn#The bridge.#Oskar Venn",
                "The bridge. (Photo by Oskar Venn)#The bridge.#Oskar Venn",
                "The bridge. [Credit: Oskar Venn]#The bridge.#Oskar Venn",
                "다리 위 시민들. 사진=서이든#다리 위 시민들.#서이든",
                "다리 위 시민들 / 사진 제공 나래구#다리 위 시민들#나래구",
                "<span class=photo-credit>사진: 서이든</span>##서이든",
                "The bridge.#The bridge.#"
            },
            quoteCharacter = '`')
    void readsCaptionAndCreditUnderThePhoto(String caption, String text, String credit) {
        Image lead = images("<article><figure><img src=" + A + " alt='A bridge'><figcaption>" + caption
                        + "</figcaption></figure></article>")
                .get(0);

        assertThat(lead).isEqualTo(new Image(A, "A bridge", text, credit, null, null, null));
    }

    @Test
    void theCaptionOfTheSameFileIsTakenElseThatOfTheFirstPhotoOfTheArticle() {
        String figures = "<article><figure><img src=/x/other.jpg><figcaption>Other.</figcaption></figure>"
                + "<figure><img src=/x/a.jpg?w=800><figcaption>The bridge.</figcaption></figure></article>";

        assertThat(images(og("og:image", A) + figures))
                .containsExactly(Image.of(A).withCaption("The bridge.", null));
        assertThat(images(og("og:image", B) + figures))
                .containsExactly(Image.of(B).withCaption("Other.", null));
    }

    @Test
    void theSizeOfAnotherCutIsNotTaken() {
        assertThat(images(og("og:image", B) + "<article><figure><img src=" + A + " width=800 height=600></figure>"))
                .containsExactly(Image.of(B));
    }

    @Test
    void picturesOfOtherStoriesAndPlaceholdersAreNotTheLeadPhoto() {
        assertThat(images("<aside><figure><img src=" + A + "></figure></aside>"))
                .isEmpty();
        assertThat(images("<figure><img src='data:image/gif;base64,R0' data-src=" + A + "></figure>"))
                .containsExactly(Image.of(A));
    }

    @Test
    void aPictureWithoutABaseMustBeComplete() {
        ReadArticle read = Reading.page(
                "<link rel=canonical href=https://news.example/a><title>T</title>" + og("og:image", "/a.jpg")
                        + og("og:image", "//img.example/a.jpg"),
                null);

        assertThat(read.article().images()).containsExactly(Image.of(A));
    }

    private static String og(String property, String content) {
        return "<meta property='" + property + "' content='" + content + "'>";
    }

    private static List<Image> images(String html) {
        return Reading.article("<title>T</title>" + html).images();
    }
}
