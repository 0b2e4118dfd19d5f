package io.sharewire.testkit;

/** The pages between a reader's click on "share" and the message in the chat. */
final class KakaoPicker {

    private static final String TITLE = "카카오톡 공유";
    private static final String PERSON = "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zm-8 8c0-4 3.5-6 8-6s8 2 8 6z";
    private static final String GROUP =
            "M8.5 12a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zm-7 7c0-3.6 3-5.4 7-5.4s7 1.8 7 5.4z"
                    + "M16 11.6a3 3 0 1 0 0-6zm1.5 7.4H23c0-3.2-2.4-4.8-5.7-5 1.2 1.2 1.7 3 1.2 5z";

    private final WebPage page = new WebPage(KakaoCard.STYLES, "kakao-picker.css");

    /** The message and the rooms that it can go to. */
    Answer choice(String shortKey, KakaoTemplate template) {
        StringBuilder body = new StringBuilder()
                .append("<header><h1>")
                .append(TITLE)
                .append("</h1></header>\n<main>\n<section aria-labelledby=\"message\">\n")
                .append("<h2 id=\"message\">보낼 메시지</h2>\n<div class=\"room\">\n")
                .append(KakaoCard.withoutLinks(template))
                .append(
                        "</div>\n</section>\n<form method=\"post\" action=\"sandbox/send\" aria-labelledby=\"rooms\">\n")
                .append("<h2 id=\"rooms\">받을 채팅방</h2>\n<input type=\"hidden\" name=\"short_key\" value=\"")
                .append(Markup.escape(shortKey))
                .append("\">\n<ul>\n");
        for (KakaoChat chat : KakaoChat.values()) {
            body.append("<li><button name=\"chat\" value=\"")
                    .append(chat.wireName())
                    .append("\"><svg aria-hidden=\"true\" viewBox=\"0 0 24 24\"><path d=\"")
                    .append(chat.isGroup() ? GROUP : PERSON)
                    .append("\"/></svg><span>")
                    .append(chat.koreanName())
                    .append("</span></button></li>\n");
        }
        return page.answer("ko", TITLE, body.append("</ul>\n</form>\n</main>\n").toString());
    }

    /** What follows a click on a room. */
    Answer done(KakaoChat chat) {
        return page.answer(
                "ko",
                TITLE,
                "<header><h1>" + TITLE + "</h1></header>\n<main class=\"done\">\n<p role=\"status\"><strong>"
                        + chat.koreanName()
                        + "</strong>에 공유했습니다.</p>\n<p><a href=\"/\" lang=\"en\">Sandbox timeline</a></p>\n</main>\n");
    }
}
