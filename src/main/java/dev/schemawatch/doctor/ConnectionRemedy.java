package dev.schemawatch.doctor;

import dev.schemawatch.env.ConnectionUrl;
import dev.schemawatch.postgres.Checkup.Unreachable;
import dev.schemawatch.setup.DatabaseTarget.Url;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lines for a shell, or for SQL and a file of variables, that bring a database to where a URL leads. */
final class ConnectionRemedy {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_.:/][A-Za-z0-9_.:/-]*");
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final String USUAL_SHADOW = "SHADOW_DATABASE_URL";

    private ConnectionRemedy() {}

    /** For a database that could not be reached; empty where nothing can be done from here. */
    static List<String> of(Unreachable unreachable, ConnectionUrl url) {
        return switch (unreachable.obstacle()) {
            case REFUSED ->
                url.isLoopback()
                        ? List.of("sudo systemctl start postgresql", command("pg_isready", url))
                        : List.of(command("pg_isready", url));
            case NO_DATABASE ->
                List.of(command("createdb", url)
                        + url.user().map(user -> " -U " + shell(user)).orElse("")
                        + " -- " + shell(url.database()));
            case OTHER -> List.of();
        };
    }

    /** Makes another database on the server of a shadow database, and names it in the same variable. */
    static List<String> anotherShadow(Url.Usable shadow) {
        String variable = Stream.of(shadow.from().split(" ", 2)[0])
                .filter(word -> VARIABLE.matcher(word).matches())
                .findFirst()
                .orElse(USUAL_SHADOW);
        return List.of(
                "CREATE DATABASE shadow;",
                variable + "=\"postgresql://USER:PASSWORD@"
                        + shadow.url().withDatabase("shadow").display() + "\"");
    }

    private static String command(String program, ConnectionUrl url) {
        return Stream.of(program, "-h", shell(url.host()), "-p", Integer.toString(url.port()))
                .collect(Collectors.joining(" "));
    }

    private static String shell(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
