package io.sharewire.cli;

import io.sharewire.Article;
import io.sharewire.http.AddressPolicy;
import io.sharewire.http.GuardedFetch;
import io.sharewire.link.ArticleReader;
import io.sharewire.link.ReadArticle;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Gets the article out of whatever SOURCE is; everything that can be wrong with it is one line. */
final class Sources {

    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:.*", Pattern.DOTALL);
    private static final long MAX_BYTES = 8L << 20;

    private Sources() {}

    static ReadArticle read(SourceOptions options, Terminal terminal) {
        String source = options.source;
        try {
            if (source.equals("-")) {
                return parse(terminal.in().readNBytes((int) MAX_BYTES), options);
            }
            String lower = source.toLowerCase(Locale.ROOT);
            if (lower.startsWith("http://") || lower.startsWith("https://")) {
                return reader(options).fetch(source);
            }
            return parse(bytes(file(source)), options);
        } catch (IllegalArgumentException | IOException e) {
            throw new UsageException(message(source, e), e);
        }
    }

    private static String message(String source, Exception e) {
        String message = String.valueOf(e.getMessage());
        return message.contains(source) ? message : (source.equals("-") ? "standard input" : source) + ": " + message;
    }

    private static ReadArticle parse(byte[] bytes, SourceOptions options) {
        if (isJson(bytes)) {
            String json = new String(bytes, StandardCharsets.UTF_8).replaceFirst("^\uFEFF", "");
            return new ReadArticle(Article.fromJson(json), Map.of());
        }
        return reader(options).read(bytes, null, options.baseUrl);
    }

    /** Whether the first visible character, after any byte order mark, opens a JSON object. */
    private static boolean isJson(byte[] bytes) {
        for (byte b : bytes) {
            if (b > ' ') {
                return b == '{';
            }
        }
        return false;
    }

    private static Path file(String source) {
        try {
            Path path = Path.of(source);
            if (!Files.exists(path) && SCHEME.matcher(source).matches()) {
                throw new UsageException("only http and https addresses can be read, not " + source);
            }
            return path;
        } catch (InvalidPathException e) {
            throw new UsageException("not a file name or address: " + source, e);
        }
    }

    private static byte[] bytes(Path path) throws IOException {
        if (!Files.exists(path)) {
            throw new UsageException("no such file: " + path);
        }
        if (Files.isDirectory(path)) {
            throw new UsageException("a folder, not an article: " + path);
        }
        if (!Files.isReadable(path)) {
            throw new UsageException("the file cannot be read: " + path);
        }
        if (Files.size(path) > MAX_BYTES) {
            throw new UsageException("larger than 8 MiB, not an article page: " + path);
        }
        return Files.readAllBytes(path);
    }

    private static ArticleReader reader(SourceOptions options) {
        AddressPolicy policy = options.allowPrivate ? AddressPolicy.ANY : AddressPolicy.PUBLIC_ONLY;
        return ArticleReader.builder()
                .fetch(GuardedFetch.builder().policy(policy).build())
                .build();
    }
}
