package io.sharewire.mail;

import io.sharewire.json.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Reads a mail with Python's {@code email} package: a parser that shares nothing with the one for Java. */
final class PythonEmail {

    private static final String READ = """
            import sys, json, hashlib, email, email.policy
            m = email.message_from_bytes(sys.stdin.buffer.read(), policy=email.policy.SMTP)
            def part(p):
                if p.is_multipart(): return {"type": p.get_content_type()}
                if p.get_content_maintype() == "text": return {"type": p.get_content_type(), "text": p.get_content()}
                return {"type": p.get_content_type(), "sha256": hashlib.sha256(p.get_content()).hexdigest()}
            defects = [str(d) for p in m.walk() for d in p.defects]
            defects += [str(d) for p in m.walk() for h in p.values() for d in getattr(h, "defects", [])]
            print(json.dumps({"headers": {k: str(v) for k, v in m.items()}, "parts": [part(p) for p in m.walk()],
                              "defects": defects}))
            """;

    private PythonEmail() {}

    static boolean isThere() throws InterruptedException {
        try {
            return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    static Mail read(byte[] eml) throws IOException, InterruptedException {
        Process python = new ProcessBuilder("python3", "-c", READ)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (OutputStream in = python.getOutputStream()) {
            in.write(eml);
        }
        String json = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!python.waitFor(30, TimeUnit.SECONDS) || python.exitValue() != 0) {
            throw new AssertionError("python3 could not read the mail");
        }
        return Json.require(json, Mail.class);
    }

    /** What Python makes of a mail; the parts in the order of a walk through the tree. */
    record Mail(LinkedHashMap<String, String> headers, List<Part> parts, List<String> defects) {}

    /** A part; the text if it is one, else the hash of its bytes. */
    record Part(
            String type, @Nullable String text, @Nullable String sha256) {}
}
