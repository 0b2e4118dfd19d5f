package io.sharewire.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The article and how to get at it: the same for every command that takes one. */
final class SourceOptions {

    @Parameters(
            paramLabel = "SOURCE",
            description = "HTML file, article JSON file, http(s) address, or - for standard input")
    String source = "";

    @Option(
            names = "--base-url",
            paramLabel = "URL",
            description = "the address of a page that is read from a file and does not name its own")
    @Nullable String baseUrl;

    @Option(names = "--allow-private", description = "allow addresses in private networks and on this machine")
    boolean allowPrivate;
}
