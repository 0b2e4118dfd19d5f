package io.sharewire.cli;

import io.sharewire.Article;
import io.sharewire.PluginSettings;
import io.sharewire.Share;
import io.sharewire.json.Json;
import io.sharewire.link.QrCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Draws the article's link as a QR code: the short one if a shortener is configured, else the tracked one. */
@Command(
        name = "qr",
        description = "Draws the article's link as a QR code: SVG on standard output, or a file.",
        mixinStandardHelpOptions = true)
final class QrCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Map<String, String> environment;

    @Mixin
    private SourceOptions source = new SourceOptions();

    @Mixin
    private LinkOptions options = new LinkOptions();

    @Option(names = "--out", paramLabel = "FILE", description = "write to this file, which ends in .svg or .png")
    private @Nullable Path out;

    @Option(
            names = "--correction",
            paramLabel = "L|M|Q|H",
            description = "error correction of 7, 15, 25 or 30 %%; default M, for a code with a logo H")
    private QrCode.ErrorCorrection correction = QrCode.ErrorCorrection.M;

    @Option(names = "--scale", paramLabel = "N", description = "pixels of a module in a PNG; default 8")
    private int scale = 8;

    @Option(names = "--json", description = "as one JSON document")
    private boolean json;

    QrCommand(Terminal terminal, Map<String, String> environment) {
        this.terminal = terminal;
        this.environment = environment;
    }

    @Override
    public Integer call() {
        boolean png = out != null && ending(out).equals("png");
        PluginSettings settings = options.settings(environment, Plugins.all());
        Share share = options.share(Sources.read(source, terminal).article(), settings);
        String link = options.shortLink(share, QrCode.CHANNEL, settings, terminal)
                .orElseGet(() -> share.link(QrCode.CHANNEL));
        QrCode code;
        byte[] file;
        try {
            code = QrCode.of(link, correction);
            file = png ? code.png(scale) : code.svg(title(share.article())).getBytes(StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()), e);
        }
        if (out != null) {
            write(out, file);
        }
        if (json) {
            terminal.out().println(Json.write(describe(code, file)));
        } else if (out == null) {
            terminal.out().println(new String(file, StandardCharsets.UTF_8));
        } else {
            terminal.out().println(out + "  " + code.link());
        }
        return 0;
    }

    private Map<String, Object> describe(QrCode code, byte[] file) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("link", code.link());
        described.put("modules", code.size());
        if (out == null) {
            described.put("svg", new String(file, StandardCharsets.UTF_8));
        } else {
            described.put("file", out.toString());
        }
        return described;
    }

    private static String title(Article article) {
        boolean korean =
                article.language() != null && article.language().getLanguage().equals("ko");
        return (korean ? "QR 코드: " : "QR code: ") + article.title();
    }

    private static String ending(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (!name.endsWith(".svg") && !name.endsWith(".png")) {
            throw new UsageException("--out must end in .svg or .png, not " + file);
        }
        return name.substring(name.length() - 3);
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UsageException(
                    "cannot write " + file + " (" + e.getClass().getSimpleName() + ")", e);
        }
    }
}
