package dev.schemawatch.env;

import dev.schemawatch.env.ConnectionUrl.Misreading;
import dev.schemawatch.env.ConnectionUrl.Parsed;
import dev.schemawatch.env.ConnectionUrl.Tls;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One reading of one URL: its parts by the rules of the WHATWG URL standard, its parameters by those of Prisma. */
final class ConnectionUrlReader {
    private static final int DEFAULT_PORT = 5432;
    private static final int MAX_PORT = 65_535;
    private static final Duration DEFAULT_CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final String FORBIDDEN_IN_HOST = "\0\t\n\r #/:<>?@[\\]^|";
    private static final Pattern PROXY = Pattern.compile("prisma(\\+postgres)?:");
    private static final String ENCODE_HINT =
            "If user or password hold one of / ? # [ ] @ : %, write it percent-encoded"
                    + " (%2F %3F %23 %5B %5D %40 %3A %25).";

    /** Numbers that must parse, and then have no meaning for one look at a catalog. */
    private static final Set<String> CHECKED_ONLY = Set.of(
            "connection_limit",
            "pool_timeout",
            "statement_cache_size",
            "max_connection_lifetime",
            "max_idle_connection_lifetime");

    private static final Set<String> KNOWN = Set.of(
            "schema",
            "host",
            "connect_timeout",
            "socket_timeout",
            "pgbouncer",
            "sslmode",
            "sslaccept",
            "sslcert",
            "sslidentity",
            "sslpassword",
            "channel_binding",
            "application_name",
            "options");

    /** What Prisma has in the place of parameters of libpq. */
    private static final Map<String, String> INSTEAD = Map.of(
            "sslrootcert",
                    "name the certificate of the server's authority with sslcert, and demand it with sslaccept=strict",
            "sslkey", "name a PKCS#12 file with the client's key and certificate with sslidentity");

    private final String text;
    private final List<String> problems = new ArrayList<>();
    private final List<Misreading> misreadings = new ArrayList<>();

    ConnectionUrlReader(String text) {
        this.text = text;
    }

    Parsed read() {
        Optional<String> rest = Stream.of("postgresql://", "postgres://")
                .filter(text::startsWith)
                .findFirst()
                .map(scheme -> text.substring(scheme.length()));
        if (rest.isEmpty()) {
            return new Parsed.Invalid(
                    List.of(otherScheme()), PROXY.matcher(text).lookingAt());
        }
        String whole = beforeFirst(rest.get().replaceAll("[\t\r\n]", "").stripTrailing(), '#');
        if (rest.get().contains("#")) {
            misread("#", "Prisma does not read what follows a # in the URL. " + ENCODE_HINT);
        }
        String beforeQuery = beforeFirst(whole, '?');
        String authority = beforeFirst(beforeQuery, '/');
        String path = beforeQuery.substring(authority.length());
        Map<String, String> parameters = parameters(whole.substring(beforeQuery.length()));

        int at = authority.lastIndexOf('@');
        String credentials = authority.substring(0, Math.max(0, at));
        String server = authority.substring(at + 1);
        String user = beforeFirst(credentials, ':');
        Optional<Secret> password = credentials.length() > user.length()
                ? Optional.of(new Secret(PercentEncoding.decodeOrKeep(credentials.substring(user.length() + 1))))
                : Optional.empty();
        String host = host(server, at >= 0);
        int port = port(server);
        ConnectionUrl url = new ConnectionUrl(
                Optional.of(PercentEncoding.decodeOrKeep(user)).filter(name -> !name.isEmpty()),
                password.filter(secret -> !secret.value().isEmpty()),
                Optional.ofNullable(parameters.get("host")).orElse(host),
                port,
                database(path, user),
                parameters.getOrDefault("schema", "public"),
                parameters.containsKey("connect_timeout")
                        ? seconds(parameters, "connect_timeout").filter(Duration::isPositive)
                        : Optional.of(DEFAULT_CONNECT_TIMEOUT),
                seconds(parameters, "socket_timeout"),
                truth(parameters, "pgbouncer"),
                tls(parameters),
                Optional.ofNullable(parameters.get("options")));
        parameters.keySet().forEach(this::look);
        CHECKED_ONLY.stream().sorted().forEach(name -> seconds(parameters, name));
        return problems.isEmpty() ? new Parsed.Valid(url, misreadings) : new Parsed.Invalid(problems, false);
    }

    private String otherScheme() {
        int colon = text.indexOf(':');
        String scheme = colon < 0 ? "" : text.substring(0, colon);
        return switch (scheme) {
            case "prisma", "prisma+postgres" ->
                scheme
                        + ":// is Prisma's proxy, whose catalog cannot be read: give the direct postgresql:// URL as well"
                        + " (DIRECT_URL).";
            case "file" ->
                "file: is SQLite: Schemawatch watches PostgreSQL only. Write postgresql://user@host:5432/name.";
            case "mysql", "sqlserver", "mongodb", "mongodb+srv", "sqlite", "cockroachdb" ->
                scheme + ":// is another database: Schemawatch watches PostgreSQL only.";
            case "jdbc" -> "A jdbc: URL is for Java: Prisma reads postgresql://user@host:5432/name.";
            default ->
                text.isBlank()
                        ? "The URL is empty: write postgresql://user@host:5432/name."
                        : "The URL must begin with postgresql:// or postgres:// (in lower case, without quotes or"
                                + " blanks before it).";
        };
    }

    private String host(String server, boolean afterCredentials) {
        if (server.startsWith("[")) {
            int end = server.indexOf(']');
            String address = server.substring(1, Math.max(1, end));
            if (!address.matches("[0-9A-Fa-f:.]{2,}")) {
                problems.add("The IPv6 address in brackets is not one.");
            }
            return address;
        }
        String host = beforeFirst(server, ':');
        if (host.isEmpty() && (afterCredentials || !server.isEmpty())) {
            problems.add("The URL names no host: write it after the @, for example localhost.");
        }
        if (host.chars().anyMatch(c -> FORBIDDEN_IN_HOST.indexOf(c) >= 0)) {
            problems.add("The host holds a character that no host has. " + ENCODE_HINT);
        }
        return host.isEmpty() ? "localhost" : host;
    }

    private int port(String server) {
        int colon = server.indexOf(':', Math.max(0, server.indexOf(']')));
        String digits = colon < 0 ? "" : server.substring(colon + 1);
        if (server.startsWith("[") && !server.matches("\\[[^]]*](:.*)?")) {
            problems.add("After the IPv6 address only :port and /database may follow.");
        }
        if (digits.isEmpty()) {
            return DEFAULT_PORT;
        }
        if (!digits.matches("0*[0-9]{1,5}") || Integer.parseInt(digits) > MAX_PORT) {
            problems.add("The port is not a number from 0 to " + MAX_PORT + ". " + ENCODE_HINT);
            return DEFAULT_PORT;
        }
        return Integer.parseInt(digits);
    }

    /** The first segment of the path; an empty one is left to the server, which takes the user's name. */
    private static String database(String path, String user) {
        if (path.isEmpty()) {
            return "postgres";
        }
        String segment = beforeFirst(path.substring(1), '/');
        return segment.isEmpty() ? PercentEncoding.decodeOrKeep(user) : segment;
    }

    /** The parameters in order; of several with one name the last counts. */
    private static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : query.substring(Math.min(1, query.length())).split("&", -1)) {
            String name = beforeFirst(pair, '=');
            String value = pair.substring(Math.min(pair.length(), name.length() + 1));
            if (!pair.isEmpty()) {
                parameters.put(PercentEncoding.decodeForm(name), PercentEncoding.decodeForm(value));
            }
        }
        return parameters;
    }

    private Tls tls(Map<String, String> parameters) {
        Tls.Mode mode = parameters.containsKey("sslmode") ? sslMode(parameters.get("sslmode")) : Tls.Mode.PREFER;
        String accept = parameters.getOrDefault("sslaccept", "accept_invalid_certs");
        if (!Set.of("strict", "accept_invalid_certs").contains(accept)) {
            misread("sslaccept", "sslaccept is neither strict nor accept_invalid_certs: Prisma takes it for strict.");
        }
        return new Tls(
                mode,
                !accept.equals("accept_invalid_certs"),
                Optional.ofNullable(parameters.get("sslcert")),
                Optional.ofNullable(parameters.get("sslidentity")),
                Optional.ofNullable(parameters.get("sslpassword")).map(Secret::new));
    }

    private Tls.Mode sslMode(String word) {
        Tls.Mode mode = Stream.of(Tls.Mode.values())
                .filter(known -> known.word().equals(word))
                .findFirst()
                .orElse(Tls.Mode.PREFER);
        if (!Set.of("disable", "prefer", "require").contains(word)) {
            misread(
                    "sslmode",
                    "sslmode is none of disable, prefer and require: Prisma takes it for prefer"
                            + (mode == Tls.Mode.PREFER
                                    ? "."
                                    : ", Schemawatch for what it says. Write sslmode=require&sslaccept=strict."));
        }
        return mode;
    }

    private Optional<Duration> seconds(Map<String, String> parameters, String name) {
        return Optional.ofNullable(parameters.get(name)).map(value -> {
            if (!value.matches("\\+?[0-9]{1,18}")) {
                problems.add(name + " is not a whole number: Prisma refuses the URL.");
                return Duration.ZERO;
            }
            return Duration.ofSeconds(Long.parseLong(value));
        });
    }

    private boolean truth(Map<String, String> parameters, String name) {
        String value = parameters.getOrDefault(name, "false");
        if (!Set.of("true", "false").contains(value)) {
            problems.add(name + " is neither true nor false: Prisma refuses the URL.");
        }
        return value.equals("true");
    }

    private void look(String parameter) {
        if (!KNOWN.contains(parameter) && !CHECKED_ONLY.contains(parameter)) {
            boolean speakable = parameter.matches("[A-Za-z][A-Za-z_]{0,40}");
            String shown = speakable ? parameter : "A parameter";
            String instead = Optional.ofNullable(INSTEAD.get(parameter))
                    .map(": "::concat)
                    .orElse("");
            misreadings.add(
                    new Misreading(shown, true, shown + " is unknown to Prisma, which ignores it" + instead + "."));
        }
    }

    private void misread(String part, String sentence) {
        misreadings.add(new Misreading(part, false, sentence));
    }

    private static String beforeFirst(String text, char delimiter) {
        int index = text.indexOf(delimiter);
        return index < 0 ? text : text.substring(0, index);
    }
}
