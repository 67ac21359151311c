package dev.schemawatch.postgres;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalDataSourceListener;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration.ConnectionValidator;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.exceptionsorter.PostgreSQLExceptionSorter;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * At most one connection to a database, kept between looks that follow each other closely: a pool of one. It is proved alive
 * before each use and replaced when it is not, so that neither a restart of the server nor a session that was ended is seen
 * by the look after it.
 *
 * <p>Agroal without its Quarkus extension: the URL is known only at run time and may change, and there is no transaction to
 * manage. So what the extension would register for native images is in our own reachability
 * metadata.
 */
final class KeptConnection implements ConnectionSource {
    private static final int VALIDATION_SECONDS = 2;

    private final PGSimpleDataSource settings;
    private @Nullable Pool pool;

    KeptConnection(PGSimpleDataSource settings) {
        this.settings = settings;
    }

    @Override
    public Connection open() throws SQLException {
        return pool().connections.getConnection();
    }

    private synchronized Pool pool() throws SQLException {
        if (pool == null) {
            AfterTheEnd late = new AfterTheEnd();
            pool = new Pool(AgroalDataSource.from(configuration(), late), late);
        }
        return pool;
    }

    /** No time-out of its own for getting the connection: the look has a deadline, and the driver limits each step. */
    private AgroalDataSourceConfigurationSupplier configuration() {
        return new AgroalDataSourceConfigurationSupplier()
                .metricsEnabled(false)
                .connectionPoolConfiguration(kept -> kept.initialSize(0)
                        .minSize(0)
                        .maxSize(1)
                        .acquisitionTimeout(Duration.ZERO)
                        .validateOnBorrow(true)
                        .connectionValidator(ConnectionValidator.defaultValidatorWithTimeout(VALIDATION_SECONDS))
                        .exceptionSorter(new PostgreSQLExceptionSorter())
                        .connectionFactoryConfiguration(factory -> {
                            factory.connectionProviderClass(Driver.class).jdbcUrl(settings.getURL());
                            if (settings.getUser() != null) {
                                factory.principal(new NamePrincipal(settings.getUser()));
                            }
                            if (settings.getPassword() != null) {
                                factory.credential(new SimplePassword(settings.getPassword()));
                            }
                            return factory;
                        }));
    }

    @Override
    public synchronized void close() {
        if (pool != null) {
            pool.late.ended = true;
            pool.connections.close();
            pool = null;
        }
    }

    private record Pool(AgroalDataSource connections, AfterTheEnd late) {}

    /**
     * Cuts off a connection that is opened after its pool was closed: a server that was frozen answers when it wakes, and
     * Agroal would never close the session that it gives then.
     */
    private static final class AfterTheEnd implements AgroalDataSourceListener {
        private volatile boolean ended;

        @Override
        public void onConnectionPooled(Connection connection) {
            if (ended) {
                try {
                    connection.abort(Runnable::run);
                } catch (SQLException _) {
                    // It is of no use any more, which is all that was wanted.
                }
            }
        }
    }
}
