package dev.schemawatch.daemon;

import sun.misc.Signal;

/** Ends the daemon when the system asks for it, with exit code 0 rather than the code of a killed process. */
public final class StopSignals {
    private StopSignals() {}

    /** From now on SIGTERM and SIGINT do this, and nothing else. */
    public static void whenAsked(Runnable stop) {
        Signal.handle(new Signal("TERM"), _ -> stop.run());
        Signal.handle(new Signal("INT"), _ -> stop.run());
    }
}
