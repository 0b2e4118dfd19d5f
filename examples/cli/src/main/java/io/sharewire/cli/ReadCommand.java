package io.sharewire.cli;

import io.sharewire.Article;
import io.sharewire.json.Json;
import io.sharewire.link.ReadArticle;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows the article as read from its page, and where each part of it was found. */
@Command(name = "read", description = "Shows the article as read from its page.", mixinStandardHelpOptions = true)
final class ReadCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private SourceOptions source = new SourceOptions();

    @Option(names = "--json", description = "as one JSON document")
    private boolean json;

    ReadCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        ReadArticle read = Sources.read(source, terminal);
        Map<String, @Nullable Object> members = members(read.article());
        if (json) {
            members.put("sources", read.sources());
            terminal.out().println(Json.write(members));
        } else {
            members.forEach((name, value) -> print(name, value, read.sources().get(name)));
        }
        return 0;
    }

    private void print(String name, @Nullable Object value, @Nullable String from) {
        if (value == null || (value instanceof List<?> list && list.isEmpty())) {
            return;
        }
        String shown = value instanceof List<?> list
                ? list.stream().map(ReadCommand::flat).collect(Collectors.joining("\n              "))
                : value.toString();
        terminal.out()
                .println(Columns.padded(name, 14)
                        + shown
                        + (from == null ? "" : terminal.coloured("  (" + from + ")", Terminal.Colour.FAINT)));
    }

    private static String flat(Object value) {
        return value instanceof Map<?, ?> map
                ? map.values().stream()
                        .filter(v -> v != null)
                        .map(String::valueOf)
                        .collect(Collectors.joining(", "))
                : String.valueOf(value);
    }

    private static Map<String, @Nullable Object> members(Article article) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("url", article.url());
        members.put("title", article.title());
        members.put("summary", article.summary());
        members.put("siteName", article.siteName());
        members.put(
                "language",
                article.language() == null ? null : article.language().toLanguageTag());
        members.put("section", article.section());
        members.put("publishedAt", time(article.publishedAt()));
        members.put("modifiedAt", time(article.modifiedAt()));
        members.put("tags", article.tags());
        members.put(
                "authors",
                article.authors().stream()
                        .map(author -> {
                            Map<String, @Nullable Object> row = new LinkedHashMap<>();
                            row.put("name", author.name());
                            row.put("email", author.email());
                            row.put("url", author.url());
                            return row;
                        })
                        .toList());
        members.put(
                "images",
                article.images().stream()
                        .map(image -> {
                            Map<String, @Nullable Object> row = new LinkedHashMap<>();
                            row.put("url", image.url());
                            row.put("alt", image.alt());
                            row.put("caption", image.caption());
                            row.put("credit", image.credit());
                            row.put("width", image.width());
                            row.put("height", image.height());
                            return row;
                        })
                        .toList());
        return members;
    }

    private static @Nullable String time(@Nullable OffsetDateTime time) {
        return time == null ? null : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
    }
}
