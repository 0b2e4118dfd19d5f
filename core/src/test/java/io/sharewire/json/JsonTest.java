package io.sharewire.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    record Post(@Nullable String id, int likes) {}

    @Test
    void ignoresWhatItDoesNotKnowAndMissesNothing() {
        assertThat(Json.read("{\"id\":\"1\",\"colour\":\"red\"}", Post.class)).contains(new Post("1", 0));
        assertThat(Json.read("{}", Post.class)).contains(new Post(null, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>502</html>", "{\"id\":", "null", "[1]", "{\"id\":\"1\"} trailing"})
    void answersNothingForWhatIsNotJsonOfThatShape(String body) {
        assertThat(Json.read(body, Post.class)).isEmpty();
    }

    @Test
    void writesKoreanAndEmojiAsTheyAreAndLeavesOutNulls() {
        assertThat(Json.write(new Post("속보 📰", 1))).isEqualTo("{\"id\":\"속보 📰\",\"likes\":1}");
        assertThat(Json.write(new Post(null, 1))).isEqualTo("{\"likes\":1}");
    }
}
