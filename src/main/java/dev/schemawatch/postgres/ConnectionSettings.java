package dev.schemawatch.postgres;

import dev.schemawatch.env.ConnectionUrl;
import dev.schemawatch.env.ConnectionUrl.Tls;
import dev.schemawatch.env.Secret;
import java.nio.file.Path;
import java.time.Duration;
import org.postgresql.ds.PGSimpleDataSource;

/** What the JDBC driver is told: the part of a connection URL that it knows, and limits so that no call lasts for ever. */
public final class ConnectionSettings {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private ConnectionSettings() {}

    /**
     * A source of connections; each call of {@code getConnection} opens one.
     *
     * @param certificates the folder that relative names of certificate files start from
     */
    public static PGSimpleDataSource of(ConnectionUrl url, Path certificates) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {url.host()});
        source.setPortNumbers(new int[] {url.port()});
        source.setDatabaseName(url.database());
        url.user().ifPresent(source::setUser);
        url.password().map(Secret::value).ifPresent(source::setPassword);
        source.setApplicationName("schemawatch");
        source.setConnectTimeout(seconds(url.connectTimeout().orElse(LONGEST_WAIT)));
        source.setSocketTimeout(seconds(url.socketTimeout().orElse(LONGEST_WAIT)));
        source.setCancelSignalTimeout(2);
        source.setTcpKeepAlive(true);
        source.setGssEncMode("disable");
        url.options().ifPresent(source::setOptions);
        if (url.pgbouncer()) {
            source.setPrepareThreshold(0);
        }
        secure(source, url.tls(), certificates);
        return source;
    }

    /** In Prisma {@code sslcert} is the root certificate; without one the Java platform's certificates are trusted. */
    private static void secure(PGSimpleDataSource source, Tls tls, Path certificates) {
        boolean verified = tls.mode() == Tls.Mode.REQUIRE && tls.verify()
                || tls.mode() == Tls.Mode.VERIFY_CA
                || tls.mode() == Tls.Mode.VERIFY_FULL;
        source.setSslMode(
                verified && tls.mode() == Tls.Mode.REQUIRE
                        ? Tls.Mode.VERIFY_FULL.word()
                        : tls.mode().word());
        source.setSslfactory(TlsSocketFactory.class.getName());
        tls.rootCertificate().map(file -> certificates.resolve(file).toString()).ifPresent(source::setSslRootCert);
        tls.identity().map(file -> certificates.resolve(file).toString()).ifPresent(source::setSslKey);
        tls.identityPassword().map(Secret::value).ifPresent(source::setSslPassword);
    }

    private static int seconds(Duration wanted) {
        Duration bounded = wanted.isPositive() && wanted.compareTo(LONGEST_WAIT) < 0 ? wanted : LONGEST_WAIT;
        return (int) Math.max(1, bounded.toSeconds());
    }
}
