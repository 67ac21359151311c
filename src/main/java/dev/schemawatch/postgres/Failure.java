package dev.schemawatch.postgres;

import dev.schemawatch.engine.DatabaseState.Reason;
import dev.schemawatch.engine.DatabaseState.Unavailable;
import dev.schemawatch.env.ConnectionUrl;
import dev.schemawatch.env.Secret;
import java.io.EOFException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.postgresql.util.GT;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Says why a database could not be looked at: what, where, what next, and no secret. */
public final class Failure {
    private static final String NOT_POSTGRESQL_HINT =
            "Check host and port of the URL; if PostgreSQL is only starting there, wait.";

    private final ConnectionUrl url;

    /** @param url of the database; nothing of it but host, port and name is shown */
    public Failure(ConnectionUrl url) {
        this.url = url;
    }

    /** For an error of driver or server. */
    public Unavailable of(SQLException error) {
        return error instanceof PSQLException fromServer && fromServer.getServerErrorMessage() != null
                ? byState(error, fromServer.getServerErrorMessage())
                : byCause(error);
    }

    /** For a look that was given up. */
    Unavailable tooLate(Duration deadline) {
        return unavailable(
                Reason.TIMEOUT,
                "did not answer within " + deadline.toMillis() / 1000.0 + " s",
                "It may hang, be overloaded or be cut off by a firewall; the next look uses a new connection.");
    }

    /** For a server that does not keep the limits it was given. */
    Unavailable unguarded() {
        return unavailable(
                Reason.CONFIGURATION,
                "did not accept a read-only transaction with time-outs",
                "Connect to PostgreSQL directly, not through a proxy (DIRECT_URL).");
    }

    /** For a URL that leads to a socket file. */
    Unavailable socketFile() {
        return unavailable(
                Reason.CONFIGURATION,
                "is reached through a socket file, and Java's driver needs TCP",
                "Give a URL with host and port, for example localhost:5432.");
    }

    private Unavailable byState(SQLException error, ServerErrorMessage message) {
        String said = "says: "
                + withoutPassword(Optional.ofNullable(message.getMessage()).orElse(""));
        return switch (Optional.ofNullable(error.getSQLState()).orElse("")) {
            case "28P01", "28000" ->
                unavailable(Reason.AUTH, "refused the login: it " + said, "Check user and password of the URL.");
            case "3D000" -> unavailable(Reason.CONNECT, said, "Create the database, or mend the URL.");
            case "53300", "57P03", "57P01", "57P02" ->
                unavailable(Reason.CONNECT, "has no room or is not ready: it " + said, "Look again later.");
            case "57014", "25P03", "25P04" ->
                unavailable(Reason.TIMEOUT, "took too long: it " + said, "Look again when it is less busy.");
            case CatalogTransaction.LOCK_NOT_AVAILABLE ->
                unavailable(
                        Reason.LOCK_TIMEOUT,
                        "cannot be read: another session holds a table of the catalog itself",
                        "Look again when it has ended.");
            case "42501" -> unavailable(Reason.PERMISSION, said, "Grant the role of the URL what is missing.");
            case "22023" ->
                unavailable(
                        Reason.CONFIGURATION,
                        said,
                        "Mend the options of the URL, or what ALTER ROLE or ALTER DATABASE sets for its sessions.");
            default -> unavailable(Reason.INTERNAL, said + " (" + error.getSQLState() + ")", "");
        };
    }

    private Unavailable byCause(SQLException error) {
        List<Throwable> causes = Stream.iterate((Throwable) error, Throwable::getCause)
                .takeWhile(cause -> cause != null)
                .limit(10)
                .toList();
        for (Throwable cause : causes) {
            Optional<Unavailable> known = known(cause);
            if (known.isPresent()) {
                return known.get();
            }
        }
        return switch (Optional.ofNullable(error.getSQLState()).orElse("")) {
            case "08P01" ->
                unavailable(Reason.NOT_POSTGRESQL, "does not speak PostgreSQL's protocol", NOT_POSTGRESQL_HINT);
            case String state
            when state.equals("08004") && isWithoutTls(error) ->
                unavailable(
                        Reason.CONNECT,
                        "has no TLS, which the URL demands with sslmode",
                        "Switch it on there (ssl = on), or write sslmode=prefer where the network can be trusted.");
            case "08004" ->
                unavailable(
                        Reason.AUTH,
                        "asks for a login that the URL cannot give",
                        "Check user and password of the URL and the server's pg_hba.conf.");
            case String state
            when state.startsWith("28") ->
                unavailable(Reason.AUTH, "refused the login", "Check user and password of the URL.");
            default ->
                unavailable(
                        Reason.CONNECT,
                        "could not be talked to: "
                                + withoutPassword(
                                        Optional.ofNullable(error.getMessage()).orElse("")),
                        "");
        };
    }

    /** The driver has one state for this and for a login that it cannot make, and says it in the language of the machine. */
    private static boolean isWithoutTls(SQLException error) {
        return GT.tr("The server does not support SSL.").equals(error.getMessage());
    }

    private Optional<Unavailable> known(Throwable cause) {
        return switch (cause) {
            case UnknownHostException _ ->
                found(Reason.CONNECT, "cannot be found: the host is unknown", "Check the host of the URL.");
            case NoRouteToHostException _ ->
                found(Reason.CONNECT, "cannot be reached: there is no route to the host", "Check the network.");
            case ConnectException _ ->
                found(
                        Reason.CONNECT,
                        "refused the connection",
                        "Start PostgreSQL there, or check host and port of the URL.");
            case SocketTimeoutException _ ->
                found(
                        Reason.TIMEOUT,
                        "did not answer in time",
                        "It may hang, be overloaded or be cut off by a firewall.");
            case UnusableTlsFile file ->
                found(
                        Reason.CONFIGURATION,
                        "cannot be asked over TLS: "
                                + Optional.ofNullable(file.getMessage()).orElse(""),
                        file.next());
            case SSLException tls
            when tls.getCause() instanceof EOFException ->
                found(Reason.NOT_POSTGRESQL, "closed the connection without a word", NOT_POSTGRESQL_HINT);
            case SSLException tls ->
                found(
                        Reason.CONNECT,
                        "could not agree on TLS: "
                                + Optional.ofNullable(tls.getMessage()).orElse("handshake failed"),
                        "Check sslmode and sslaccept of the URL, and name the certificate of the server's authority"
                                + " with sslcert.");
            case EOFException _ ->
                found(Reason.NOT_POSTGRESQL, "closed the connection without a word", NOT_POSTGRESQL_HINT);
            default -> Optional.empty();
        };
    }

    private Optional<Unavailable> found(Reason reason, String what, String next) {
        return Optional.of(unavailable(reason, what, next));
    }

    private Unavailable unavailable(Reason reason, String what, String next) {
        return new Unavailable(reason, (url.display() + " " + what + ". " + next).strip());
    }

    /** Servers and drivers do not quote passwords; nobody should have to trust that. */
    private String withoutPassword(String text) {
        return url.password()
                .map(Secret::value)
                .filter(password -> password.length() > 3)
                .map(password -> text.replace(password, "***"))
                .orElse(text);
    }
}
