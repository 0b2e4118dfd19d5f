package io.sharewire;

import java.util.Locale;

/**
 * What the share bar itself says.
 *
 * @param name the name of the group
 * @param newTab said of a button that opens a new tab
 * @param copied said when the address has been copied
 * @param refused said, before the address, which is shown selected, when the browser did not let it be copied
 */
record ShareBarWords(String name, String newTab, String copied, String refused) {

    private static final ShareBarWords ENGLISH =
            new ShareBarWords("Share this article", "opens in a new tab", "Link copied", "Copying failed: ");

    private static final ShareBarWords KOREAN = new ShareBarWords("기사 공유", "새 탭에서 열림", "링크를 복사했습니다", "복사하지 못했습니다: ");

    static ShareBarWords of(Locale locale) {
        return locale.getLanguage().equals("ko") ? KOREAN : ENGLISH;
    }
}
