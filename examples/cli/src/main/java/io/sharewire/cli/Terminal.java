package io.sharewire.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Where the command reads and writes. Always UTF-8, whatever the locale: the output is data.
 *
 * @param in standard input
 * @param out for results and nothing else
 * @param err for everything said besides
 * @param outIsTerminal whether a person looks at {@code out}: only then there are colours
 * @param errIsTerminal whether a person looks at {@code err}: only then there is a progress line
 */
record Terminal(InputStream in, PrintStream out, PrintStream err, boolean outIsTerminal, boolean errIsTerminal) {

    /** The process's own streams; the launcher knows which of them are terminals. */
    static Terminal system() {
        return new Terminal(
                System.in,
                new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                Boolean.getBoolean("sharewire.out.terminal"),
                Boolean.getBoolean("sharewire.err.terminal"));
    }

    /** {@code text} in a colour where colours are wanted. */
    String coloured(String text, Colour colour) {
        return outIsTerminal ? colour.on + text + "\u001B[0m" : text;
    }

    /** The few colours that carry meaning. */
    enum Colour {
        GREEN("\u001B[32m"),
        YELLOW("\u001B[33m"),
        RED("\u001B[31m"),
        FAINT("\u001B[2m");

        private final String on;

        Colour(String on) {
            this.on = on;
        }
    }
}
