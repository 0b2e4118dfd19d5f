package io.sharewire.cli;

import io.sharewire.link.PageTags;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Writes the tags that every platform reads an article's card from. */
@Command(
        name = "tags",
        description = "Writes the meta tags and JSON-LD for the page's head.",
        mixinStandardHelpOptions = true)
final class TagsCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private SourceOptions source = new SourceOptions();

    TagsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        terminal.out().println(PageTags.of(Sources.read(source, terminal).article()).html().strip());
        return 0;
    }
}
