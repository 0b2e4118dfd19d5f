package io.sharewire.mail;

import io.sharewire.Article;

/**
 * What a mail looks like, light and dark: inline styles for programs that know no others, classes for the dark ones that
 * do. Every text has a contrast of at least 4.5 to its ground.
 */
final class MailStyle {

    static final String PAGE = "margin:0;padding:0;background-color:#f2f2f2;";
    static final String CARD = "background-color:#ffffff;color:#111111;word-wrap:break-word;overflow-wrap:break-word;"
            + "font-family:-apple-system,'Segoe UI',Roboto,'Apple SD Gothic Neo','Malgun Gothic',Arial,sans-serif;";
    static final String TITLE = "color:#111111;text-decoration:none;";
    static final String BODY = "margin:0;font-size:16px;line-height:1.6;";
    static final String QUIET = "margin:0;font-size:14px;line-height:1.5;color:#595959;";
    static final String QUIET_LINK = "color:#595959;";
    static final String RULE = "border-top:1px solid #e0e0e0;";
    static final String BUTTON = "display:inline-block;padding:12px 24px;border-radius:4px;background-color:#0b57d0;"
            + "color:#ffffff;font-size:16px;line-height:1.4;font-weight:bold;text-decoration:none;";

    /** For what a mail program shows beside the subject; nobody sees it in the mail. */
    static final String PREHEADER =
            "display:none;max-height:0;max-width:0;overflow:hidden;opacity:0;font-size:1px;line-height:1px;mso-hide:all;";

    /** Below 16 kB, above which Gmail drops it. */
    private static final String SHEET = """
            <style>
            :root{color-scheme:light dark;supported-color-schemes:light dark;}
            @media (max-width:616px){.edge{padding:0!important;}}
            @media (prefers-color-scheme:dark){
            .page{background-color:#121212!important;}
            .card{background-color:#1e1e1e!important;color:#ececec!important;}
            .title{color:#ffffff!important;}
            .quiet{color:#b3b3b3!important;}
            .rule{border-top-color:#3d3d3d!important;}
            .button{background-color:#8ab4f8!important;color:#0f1f38!important;}
            }
            </style>
            """;

    private MailStyle() {}

    /** The style element of a mail; Korean words are not broken in the middle. */
    static String sheet(Article article) {
        return MailWords.of(article) == MailWords.KOREAN
                ? SHEET.replace("</style>", ".card{word-break:keep-all;}\n</style>")
                : SHEET;
    }
}
