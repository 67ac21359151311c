package dev.schemawatch.env;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A database URL as Prisma's engine reads it (Prisma 6.19: {@code quaint}, {@code postgres/url.rs}), so that what is
 * inspected is what the application talks to. Only the parameters that matter to a look at the catalog are kept.
 *
 * @param user percent-decoded; empty means that the driver's default applies
 * @param password percent-decoded; absent when the URL has none
 * @param host name or address; a folder when the server listens on a socket file
 * @param database as written: unlike {@code psql}, Prisma does not percent-decode it
 * @param schema the namespace of models that name none
 * @param connectTimeout empty for none
 * @param socketTimeout empty for none
 * @param pgbouncer whether the server is a PgBouncer in transaction mode
 * @param options settings for the session, as {@code -c name=value}
 */
public record ConnectionUrl(
        Optional<String> user,
        Optional<Secret> password,
        String host,
        int port,
        String database,
        String schema,
        Optional<Duration> connectTimeout,
        Optional<Duration> socketTimeout,
        boolean pgbouncer,
        Tls tls,
        Optional<String> options) {

    private static final int POOL_PORT = 6543;
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1");

    public ConnectionUrl {
        Objects.requireNonNull(user);
        Objects.requireNonNull(password);
        Objects.requireNonNull(host);
        Objects.requireNonNull(database);
        Objects.requireNonNull(schema);
        Objects.requireNonNull(tls);
    }

    /** Reads a URL; never throws. */
    public static Parsed parse(String text) {
        return new ConnectionUrlReader(text).read();
    }

    /** Whether the server is reached through a socket file: then {@link #host} is its folder. */
    public boolean isSocketFile() {
        return host.startsWith("/");
    }

    /** Whether it leads to this very machine, so that nothing is on the way. */
    public boolean isLoopback() {
        return LOOPBACK.contains(host.toLowerCase(Locale.ROOT));
    }

    /** The same database, seen from another namespace. */
    public ConnectionUrl withSchema(String other) {
        return new ConnectionUrl(
                user, password, host, port, database, other, connectTimeout, socketTimeout, pgbouncer, tls, options);
    }

    /** Another database of the same server. */
    public ConnectionUrl withDatabase(String other) {
        return new ConnectionUrl(
                user, password, host, port, other, schema, connectTimeout, socketTimeout, pgbouncer, tls, options);
    }

    /** The same database, seen by another role. */
    public ConnectionUrl withRole(String name, Secret secret) {
        return new ConnectionUrl(
                Optional.of(name),
                Optional.of(secret),
                host,
                port,
                database,
                schema,
                connectTimeout,
                socketTimeout,
                pgbouncer,
                tls,
                options);
    }

    /** The same database for one who waits no longer than that for a connection and for an answer. */
    public ConnectionUrl impatient(Duration longest) {
        return new ConnectionUrl(
                user,
                password,
                host,
                port,
                database,
                schema,
                Optional.of(longest),
                Optional.of(longest),
                pgbouncer,
                tls,
                options);
    }

    /** Whether both lead to the same database, whatever user, namespace and options they name. */
    public boolean sameDatabaseAs(ConnectionUrl other) {
        return canonicalHost().equals(other.canonicalHost()) && port == other.port && database.equals(other.database);
    }

    /** {@code host:port/database}: what may be shown of a URL. */
    public String display() {
        String shownHost = host.contains(":") ? "[" + host + "]" : host;
        return shownHost + ":" + port + "/" + database;
    }

    @Override
    public String toString() {
        return "postgresql://" + display();
    }

    private String canonicalHost() {
        return isLoopback() ? "localhost" : host.toLowerCase(Locale.ROOT);
    }

    /** What reading a URL came to. */
    public sealed interface Parsed {
        /**
         * A URL that Prisma would use.
         *
         * @param misreadings what Prisma silently reads otherwise than its author may think
         */
        record Valid(ConnectionUrl url, List<Misreading> misreadings) implements Parsed {
            public Valid {
                misreadings = List.copyOf(misreadings);
            }

            /** The sentences about what is misread. */
            public List<String> warnings() {
                return misreadings.stream().map(Misreading::sentence).toList();
            }
        }

        /**
         * No URL of a PostgreSQL database that could be connected to.
         *
         * @param problems what is wrong with it and what to write instead; sentences without any value of the URL
         * @param proxy whether it leads to Prisma's own proxy: Prisma can use it, and nobody else
         */
        record Invalid(List<String> problems, boolean proxy) implements Parsed {
            public Invalid {
                problems = List.copyOf(problems);
            }
        }
    }

    /**
     * A part of a URL that Prisma silently reads otherwise than its author may think.
     *
     * @param part the parameter, where its name can be shown; else what it is
     * @param unknown whether Prisma knows no such parameter; another reader of the same URL may
     * @param sentence without a secret
     */
    public record Misreading(String part, boolean unknown, String sentence) {}

    /**
     * Whether the server is a pool, where migrations fail: PgBouncer in transaction mode, by {@code pgbouncer=true}, by the
     * port that Supabase has for it, or by the host names of Neon.
     */
    public boolean isPooled() {
        return pgbouncer || port == POOL_PORT || host.matches("(?i)[^.]+-pooler\\..+");
    }

    /**
     * How the connection is to be secured.
     *
     * @param verify whether the server's certificate must be valid; Prisma's default is that it need not
     * @param rootCertificate file of the certificate authority: {@code sslcert}
     * @param identity file with the client's PKCS#12 identity: {@code sslidentity}
     * @param identityPassword of that file: {@code sslpassword}
     */
    public record Tls(
            Mode mode,
            boolean verify,
            Optional<String> rootCertificate,
            Optional<String> identity,
            Optional<Secret> identityPassword) {

        /** The values of {@code sslmode}; Prisma knows the first three and takes the others for {@code prefer}. */
        public enum Mode {
            DISABLE,
            PREFER,
            REQUIRE,
            VERIFY_CA,
            VERIFY_FULL;

            /** As the URL writes it. */
            public String word() {
                return name().toLowerCase(Locale.ROOT).replace('_', '-');
            }
        }
    }
}
