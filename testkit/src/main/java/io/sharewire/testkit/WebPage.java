package io.sharewire.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** A page that people look at: with its own styles, without scripts, and asking for nothing from beyond this machine. */
final class WebPage {

    private final String styles;
    private final String policy;

    /** A page in the styles of these files, in this order. */
    WebPage(String... sheets) {
        StringBuilder all = new StringBuilder();
        for (String sheet : sheets) {
            all.append(read(sheet));
        }
        styles = all.toString();
        policy = "default-src 'none'; style-src 'sha256-" + sha256(styles) + "'; img-src 'self' "
                + String.join(" ", Pictures.LOOPBACK)
                + "; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    }

    /**
     * The page.
     *
     * @param language the language of its own words
     * @param title plain text
     * @param body markup
     */
    Answer answer(String language, String title, String body) {
        String html = "<!doctype html>\n<html lang=\"" + language + "\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                + "<meta name=\"color-scheme\" content=\"light dark\">\n<title>" + Markup.escape(title)
                + "</title>\n<style>" + styles + "</style>\n</head>\n<body>\n" + body + "</body>\n</html>\n";
        return Answer.of(200, "text/html; charset=UTF-8", html)
                .with("Content-Security-Policy", policy)
                .with("X-Content-Type-Options", "nosniff")
                .with("Referrer-Policy", "no-referrer")
                .with("Cache-Control", "no-store");
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String read(String sheet) {
        try (InputStream css = WebPage.class.getResourceAsStream(sheet)) {
            if (css == null) {
                throw new IllegalStateException(sheet + " is missing from the jar");
            }
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(sheet + " cannot be read", e);
        }
    }
}
