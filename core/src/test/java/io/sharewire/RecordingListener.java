package io.sharewire;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Writes down what it hears, one line each. */
final class RecordingListener implements ShareListener {

    final List<String> heard = new CopyOnWriteArrayList<>();

    @Override
    public void sending(Draft draft) {
        heard.add("sending " + draft.target());
    }

    @Override
    public void looking(Draft draft, Duration wait) {
        heard.add("looking " + draft.target() + " after " + wait.toSeconds() + " s");
    }

    @Override
    public void looked(Draft draft, Lookup lookup) {
        heard.add("looked " + draft.target() + " " + lookup.getClass().getSimpleName());
    }

    @Override
    public void settled(Draft draft, ShareResult result) {
        heard.add("settled " + draft.target() + " " + result.getClass().getSimpleName());
    }
}
