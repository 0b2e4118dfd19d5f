package io.sharewire.testkit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Writes down everything that is logged at any level through {@code java.util.logging} until it is closed. */
final class LogRecorder extends Handler {

    private static final List<String> LOGGERS = List.of("io.sharewire", "okhttp3", "org.eclipse.angus");

    private final List<String> lines = Collections.synchronizedList(new ArrayList<>());
    private final SimpleFormatter formatter = new SimpleFormatter();
    private final List<Logger> loggers;
    private final List<Level> levels = new ArrayList<>();

    LogRecorder() {
        setLevel(Level.ALL);
        // Held on to: a logger nobody holds is forgotten together with its level.
        loggers = LOGGERS.stream().map(Logger::getLogger).toList();
        for (Logger logger : loggers) {
            levels.add(logger.getLevel());
            logger.setLevel(Level.ALL);
            logger.addHandler(this);
        }
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void publish(LogRecord record) {
        lines.add(formatter.format(record));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        for (int i = 0; i < loggers.size(); i++) {
            loggers.get(i).removeHandler(this);
            loggers.get(i).setLevel(levels.get(i));
        }
    }
}
