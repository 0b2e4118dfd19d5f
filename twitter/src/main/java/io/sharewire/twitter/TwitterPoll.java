package io.sharewire.twitter;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.sharewire.Media;
import io.sharewire.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A poll below a post. X takes no media beside it.
 *
 * <p>What X would not take is a problem in the draft, not an exception: an editor should see it.
 *
 * @param options 2 to 4 answers of 1 to 25 characters, in order
 * @param minutes how long it is open, 5 minutes to 7 days (10,080)
 */
public record TwitterPoll(List<String> options, long minutes) {

    private static final int MOST_CHARACTERS = 25;
    private static final int SHORTEST = 5;
    private static final int LONGEST = 10_080;

    /** Takes a copy. */
    public TwitterPoll {
        options = options.stream().map(String::strip).toList();
    }

    /** A poll that is open for {@code time}, in whole minutes. */
    public static TwitterPoll of(Duration time, String... options) {
        return new TwitterPoll(List.of(options), time.toMinutes());
    }

    /** What X would not take about it, beside these files. */
    List<Problem> problems(List<Media> files) {
        List<Problem> problems = new ArrayList<>();
        if (options.size() < 2 || options.size() > 4) {
            problems.add(Problem.error(
                    "POLL_OPTIONS", "The poll has " + options.size() + " options; X takes 2 to 4.", "Give 2 to 4."));
        }
        for (String option : options) {
            int characters = option.codePointCount(0, option.length());
            if (characters < 1 || characters > MOST_CHARACTERS) {
                problems.add(Problem.error(
                        "POLL_OPTION_LENGTH",
                        "The option '" + option + "' has " + characters + " characters; X takes 1 to " + MOST_CHARACTERS
                                + ".",
                        characters == 0 ? "Fill it in or leave it out." : "Shorten it."));
            }
        }
        if (minutes < SHORTEST || minutes > LONGEST) {
            problems.add(Problem.error(
                    "POLL_DURATION",
                    "The poll is open for " + minutes + " minutes; X takes " + SHORTEST + " to " + LONGEST + ".",
                    "Choose 5 minutes to 7 days."));
        }
        if (!files.isEmpty()) {
            problems.add(Problem.error(
                    "POLL_WITH_MEDIA", "The post has a poll and files; X takes one or the other.", "Leave one out."));
        }
        return problems;
    }

    /** As the create call has it. */
    Wire wire() {
        return new Wire(options, minutes);
    }

    record Wire(
            List<String> options,
            @JsonProperty("duration_minutes") long minutes) {}
}
