package dev.schemawatch.cli;

/** Every status that the program can end with. The numbers are stable; scripts and hooks rely on them. */
public enum ExitStatus {
    /** Nothing at or above {@code --fail-on}. */
    CLEAN(0, "nothing at or above --fail-on"),
    /** The job could not be done: a database does not answer, or there is a fault in Schemawatch. */
    FAILED(1, "could not do the job"),
    /** Findings or drift at or above {@code --fail-on}. */
    FINDINGS(2, "findings or drift"),
    /** It would not have been safe. */
    REFUSED(3, "refused for safety"),
    /** The command line cannot be understood (EX_USAGE of sysexits.h). */
    USAGE(64, "bad usage"),
    /** The configuration cannot be used (EX_CONFIG of sysexits.h). */
    CONFIGURATION(78, "bad configuration"),
    /** Ended by SIGINT: 128 + 2. */
    INTERRUPTED(130, "interrupted"),
    /** Ended by SIGTERM: 128 + 15. The daemon ends with 0 when it could finish what it was doing. */
    TERMINATED(143, "terminated");

    private final int code;
    private final String meaning;

    ExitStatus(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    /** What the operating system is told. */
    public int code() {
        return code;
    }

    /** The status in a few words. */
    public String meaning() {
        return meaning;
    }
}
