package io.sharewire.testkit;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The pictures in the sandbox's pages: those that lie on this machine from where they lie, all others from here, so that
 * a look at a page asks nobody for anything.
 *
 * <p>{@code GET /__picture?of=…} answers with what {@link KakaoWeb} has at that address, else with a drawing.
 */
final class Pictures {

    /** Where pictures may lie on this machine, as a content security policy says it. */
    static final List<String> LOOPBACK = List.of("http://127.0.0.1:*", "http://localhost:*");

    static final String MOUNT = "__picture";

    private static final String ON_THIS_MACHINE = "(?i)http://(127\\.0\\.0\\.1|localhost)(:\\d+)?/.*";
    private static final String DRAWING = """
            <svg xmlns="http://www.w3.org/2000/svg" width="800" height="400" viewBox="0 0 800 400">
            <style>
            .sky { fill: #dfe4ea } .hill { fill: #aab4c0 }
            @media (prefers-color-scheme: dark) { .sky { fill: #39424d } .hill { fill: #5d6978 } }
            </style>
            <path class="sky" d="M0 0h800v400H0z"/>
            <path class="hill" d="M250 290l110-140 70 84 40-46 80 102zM500 120a30 30 0 1 0 .1 0z"/>
            </svg>
            """;

    private final KakaoWeb web;

    Pictures(KakaoWeb web) {
        this.web = web;
    }

    /** From where a page takes the picture at this address. */
    static String address(String url) {
        return url.matches(ON_THIS_MACHINE)
                ? url
                : "/" + MOUNT + "?of=" + URLEncoder.encode(url, StandardCharsets.UTF_8);
    }

    Answer answer(Call call) {
        return call.query()
                .first("of")
                .flatMap(web::picture)
                .orElseGet(() -> Answer.image("image/svg+xml", DRAWING.getBytes(StandardCharsets.ISO_8859_1)))
                .with("X-Content-Type-Options", "nosniff")
                .with("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
                .with("Cache-Control", "no-store");
    }
}
