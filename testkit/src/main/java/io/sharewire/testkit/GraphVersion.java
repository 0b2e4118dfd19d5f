package io.sharewire.testkit;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Graph API version that serves a call: not always the one that was asked for.
 *
 * @param served the version in the answer's {@code facebook-api-version} header
 * @param rest the path behind the version
 */
record GraphVersion(String served, List<String> rest) {

    static final int OLDEST = 21;
    static final int NEWEST = 27;

    private static final Pattern SEGMENT = Pattern.compile("v(\\d{1,3})\\.\\d{1,2}");

    /** Without a version, and with an expired one, the oldest living version answers and no error says so. */
    static GraphVersion of(List<String> path) {
        Matcher matcher = SEGMENT.matcher(path.isEmpty() ? "" : path.get(0));
        if (!matcher.matches()) {
            return new GraphVersion("v" + OLDEST + ".0", path);
        }
        List<String> rest = path.subList(1, path.size());
        int asked = Integer.parseInt(matcher.group(1));
        if (asked > NEWEST) {
            throw GraphErrors.error(400, 2500, "Unknown path components: /" + path.get(0))
                    .refuse();
        }
        return new GraphVersion("v" + Math.max(asked, OLDEST) + ".0", rest);
    }
}
