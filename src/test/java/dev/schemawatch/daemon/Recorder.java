package dev.schemawatch.daemon;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what the loop told. */
final class Recorder implements RunListener {
    final List<Run> runs = new CopyOnWriteArrayList<>();
    final List<String> said = new CopyOnWriteArrayList<>();
    final List<Throwable> faults = new CopyOnWriteArrayList<>();
    final List<Boolean> unchanged = new CopyOnWriteArrayList<>();

    @Override
    public void ran(Run run) {
        runs.add(run);
    }

    @Override
    public void said(String message, Instant at) {
        said.add(message);
    }

    @Override
    public void unchanged() {
        unchanged.add(true);
    }

    @Override
    public void failed(Throwable fault, Instant at) {
        faults.add(fault);
    }
}
