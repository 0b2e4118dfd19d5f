package io.sharewire.mail;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Checks a DKIM signature (rsa-sha256, relaxed/relaxed) word by word as RFC 6376 sections 3.4, 3.5, 3.7 and 6.1 say. */
final class DkimVerifier {

    private final List<String> fields;
    private final String body;

    DkimVerifier(String mail) {
        int end = mail.indexOf("\r\n\r\n");
        fields = fields(mail.substring(0, end + 2));
        body = mail.substring(end + 4);
    }

    /** The tags of the first signature. */
    Map<String, String> tags() {
        Map<String, String> tags = new TreeMap<>();
        for (String tag : value(signatureField()).split(";", -1)) {
            int equals = tag.indexOf('=');
            if (equals > 0) {
                tags.put(
                        tag.substring(0, equals).strip(),
                        tag.substring(equals + 1).replaceAll("\\s", ""));
            }
        }
        return tags;
    }

    /** The names of the signed header fields, in lower case. */
    List<String> signedFields() {
        return Arrays.stream(tags().get("h").split(":", -1))
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList();
    }

    boolean bodyMatches() throws GeneralSecurityException {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(relaxedBody().getBytes(StandardCharsets.ISO_8859_1));
        return Base64.getEncoder().encodeToString(hash).equals(tags().get("bh"));
    }

    boolean signatureMatches(PublicKey key) throws GeneralSecurityException {
        StringBuilder signed = new StringBuilder();
        List<String> left = new ArrayList<>(fields);
        for (String name : signedFields()) {
            // 5.4.2: of fields with the same name the last one first.
            for (int i = left.size() - 1; i >= 0; i--) {
                if (name(left.get(i)).equals(name)) {
                    signed.append(relaxed(left.remove(i))).append("\r\n");
                    break;
                }
            }
        }
        // 3.7: the signature's own field last, its b= empty and no line end behind it.
        signed.append(relaxed(signatureField().replaceAll("(?s)(;\\s*b=).*$", "$1")));
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(key);
        signature.update(signed.toString().getBytes(StandardCharsets.ISO_8859_1));
        return signature.verify(Base64.getDecoder().decode(tags().get("b")));
    }

    private String signatureField() {
        return fields.stream()
                .filter(field -> name(field).equals("dkim-signature"))
                .findFirst()
                .orElseThrow();
    }

    /** 3.4.4. */
    private String relaxedBody() {
        String lines = body.lines()
                .map(line -> line.replaceAll("[ \\t]+", " ").replaceAll(" $", ""))
                .collect(Collectors.joining("\r\n"))
                .replaceAll("(\r\n)+$", "");
        return lines.isEmpty() ? "" : lines + "\r\n";
    }

    /** 3.4.2. */
    private static String relaxed(String field) {
        return name(field) + ":"
                + value(field)
                        .replaceAll("\r\n(?=[ \t])", "")
                        .replaceAll("[ \t]+", " ")
                        .strip();
    }

    private static String name(String field) {
        return field.substring(0, field.indexOf(':')).strip().toLowerCase(Locale.ROOT);
    }

    private static String value(String field) {
        return field.substring(field.indexOf(':') + 1);
    }

    private static List<String> fields(String header) {
        return Arrays.stream(header.split("\r\n(?![ \t])", -1))
                .filter(field -> !field.isEmpty())
                .toList();
    }
}
