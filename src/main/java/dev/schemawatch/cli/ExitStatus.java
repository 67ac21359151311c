package dev.schemawatch.cli;

/** Every status that the program can end with. The numbers are stable; scripts and hooks rely on them. */
public enum ExitStatus {
    /** Nothing at or above {@code --fail-on}. */
    CLEAN(0),
    /** The job could not be done: a database does not answer, or there is a fault in Schemawatch. */
    FAILED(1),
    /** Findings or drift at or above {@code --fail-on}. */
    FINDINGS(2),
    /** It would not have been safe. */
    REFUSED(3),
    /** The command line cannot be understood (EX_USAGE of sysexits.h). */
    USAGE(64),
    /** The configuration cannot be used (EX_CONFIG of sysexits.h). */
    CONFIGURATION(78),
    /** Ended by SIGINT: 128 + 2. */
    INTERRUPTED(130),
    /** Ended by SIGTERM: 128 + 15. The daemon ends with 0 when it could finish what it was doing. */
    TERMINATED(143);

    private final int code;

    ExitStatus(int code) {
        this.code = code;
    }

    /** What the operating system is told. */
    public int code() {
        return code;
    }
}
