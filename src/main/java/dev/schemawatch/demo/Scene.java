package dev.schemawatch.demo;

import java.util.List;
import java.util.stream.Stream;

/**
 * One part of the incident: something is broken, Schemawatch has to show it as new, it is mended, Schemawatch has to show it
 * as fixed.
 *
 * @param story what happened to the team, in a sentence
 * @param breaking what is done to the repository or the database, as a command that anybody could have typed
 * @param broken words of the lines that have to come when it is broken, line by line in their order
 * @param mending what mends it, likewise as a command
 * @param mended like {@code broken}, for when it is mended
 */
record Scene(
        String story, String breaking, Act breakIt, List<Line> broken, String mending, Act mendIt, List<Line> mended) {
    Scene {
        broken = List.copyOf(broken);
        mended = List.copyOf(mended);
    }

    /** A scene whose fault is shown as new by a line with these words, then as fixed. */
    static Scene of(String story, String breaking, Act breakIt, String sign, String mending, Act mendIt) {
        return new Scene(
                story,
                breaking,
                breakIt,
                List.of(new Line(List.of("NEW", sign)), Line.END_OF_RUN),
                mending,
                mendIt,
                List.of(new Line(List.of("FIXED", sign)), Line.END_OF_RUN));
    }

    /** The same, where an alert follows the line of state. */
    Scene alerting() {
        return new Scene(
                story,
                breaking,
                breakIt,
                with(broken, new Line(List.of("ALERT FIRED"))),
                mending,
                mendIt,
                with(mended, new Line(List.of("ALERT RESOLVED"))));
    }

    private static List<Line> with(List<Line> lines, Line last) {
        return Stream.concat(lines.stream(), Stream.of(last)).toList();
    }

    /** A line of the daemon that holds all these words. */
    record Line(List<String> words) {
        /** The line of state that the daemon closes every run with. */
        static final Line END_OF_RUN = new Line(List.of(" new, ", " fixed"));

        Line {
            words = List.copyOf(words);
        }

        boolean is(String line) {
            return words.stream().allMatch(line::contains);
        }
    }

    /** Something done to the example. */
    @FunctionalInterface
    interface Act {
        /** @throws Exception when the disk or the scratch database refuses */
        void perform() throws Exception;
    }
}
