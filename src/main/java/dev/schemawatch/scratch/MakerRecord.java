package dev.schemawatch.scratch;

import dev.schemawatch.migration.Observed;
import dev.schemawatch.migration.Observed.Made;
import dev.schemawatch.workspace.Fingerprint;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was seen of a history, as a text: a first line with the version and a sum of the rest, by which a text that is not whole is
 * known; then a line for each object.
 */
final class MakerRecord {
    /** Changes whenever the lines mean something else. */
    private static final String FORMAT = "schemawatch makers 1 ";

    private static final String SEPARATOR = "\t";
    private static final int NUMBERS = 3;
    private static final int FIELDS = NUMBERS + 4;

    private MakerRecord() {}

    static String text(Observed observed) {
        String lines = observed.made().stream().map(MakerRecord::line).collect(Collectors.joining());
        return FORMAT + sum(lines) + "\n" + lines;
    }

    /**
     * What the text says.
     *
     * @param applied after how many migrations
     * @return empty when it is not whole, or of another version
     */
    static Optional<Observed> read(String text, int applied) {
        int end = text.indexOf('\n');
        String lines = text.substring(end + 1);
        if (end < 0 || !text.substring(0, end).equals(FORMAT + sum(lines))) {
            return Optional.empty();
        }
        try {
            List<Made> made = lines.lines().map(MakerRecord::made).toList();
            return Optional.of(new Observed(applied, made));
        } catch (IllegalArgumentException _) {
            return Optional.empty(); // written by somebody else
        }
    }

    private static String sum(String lines) {
        return Fingerprint.of(lines).sha256();
    }

    private static String line(Made made) {
        Stream<String> numbers =
                Stream.of(made.by(), made.since(), made.until()).map(String::valueOf);
        return Stream.concat(numbers, ObjectFields.of(made.object()).texts())
                .map(MakerRecord::escaped)
                .collect(Collectors.joining(SEPARATOR, "", "\n"));
    }

    private static Made made(String line) {
        String[] fields = line.split(SEPARATOR, -1);
        if (fields.length != FIELDS) {
            throw new IllegalArgumentException(fields.length + " fields");
        }
        return new Made(
                new ObjectFields(plain(fields[3]), plain(fields[4]), plain(fields[5]), plain(fields[6])).object(),
                Integer.parseInt(fields[0]),
                Integer.parseInt(fields[1]),
                Integer.parseInt(fields[2]));
    }

    /** A name may hold any character. */
    private static String escaped(String field) {
        return field.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }

    private static String plain(String field) {
        return field.translateEscapes();
    }
}
