package dev.schemawatch.support;

import dev.schemawatch.localserver.LocalServer;
import dev.schemawatch.localserver.PostgresBinaries;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;

/**
 * A PostgreSQL that takes nothing but TLS and a password checked by SCRAM. It writes its own key: then the file belongs to
 * whomever it runs as, which it insists on.
 */
public final class TlsServer implements AutoCloseable {
    /** A superuser who has to show a certificate, beside the password that is everybody's. */
    public static final String CERTIFIED = "certified";

    /** Of the files with keys. */
    public static final String STORE_PASSWORD = "changeit";

    private static final String ALIAS = "whatever";

    private final LocalServer server;

    private TlsServer(LocalServer server) {
        this.server = server;
    }

    /**
     * Starts it.
     *
     * @param password of the user {@code postgres}
     * @param folder gets the certificate, {@code server.crt}, made for localhost and 127.0.0.1, and {@code client.identity}, a
     *     PKCS#12 file whose password is {@link #STORE_PASSWORD}, without which {@link #CERTIFIED} is not let in
     */
    public static TlsServer start(String password, Path folder) throws IOException {
        LocalServer server = LocalServer.start(PostgresBinaries.find(), password);
        try {
            secure(server, password, folder);
            return new TlsServer(server);
        } catch (GeneralSecurityException | SQLException e) {
            server.close();
            throw new IOException("switching TLS on", e);
        } catch (IOException e) {
            server.close();
            throw e;
        }
    }

    /** The port on 127.0.0.1. */
    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.close();
    }

    private static void secure(LocalServer server, String password, Path folder)
            throws IOException, GeneralSecurityException, SQLException {
        KeyStore store = selfSigned(folder.resolve("server.p12"));
        Certificate client = selfSigned(folder.resolve("client.identity")).getCertificate(ALIAS);
        String certificate = pem("CERTIFICATE", store.getCertificate(ALIAS).getEncoded());
        byte[] key = store.getKey(ALIAS, STORE_PASSWORD.toCharArray()).getEncoded();
        Files.writeString(folder.resolve("server.crt"), certificate);
        String url = "jdbc:postgresql://127.0.0.1:" + server.port() + "/postgres";
        try (Connection connection = DriverManager.getConnection(url, LocalServer.USER, password);
                Statement statement = connection.createStatement()) {
            statement.execute(writing("server.crt", certificate));
            statement.execute(writing("server.key", pem("PRIVATE KEY", key)));
            statement.execute(writing("clients.crt", pem("CERTIFICATE", client.getEncoded())));
            statement.execute(writing(
                    "pg_hba.conf",
                    "hostssl all %s all scram-sha-256 clientcert=verify-ca%nhostssl all all all scram-sha-256%n"
                            .formatted(CERTIFIED)));
            statement.execute("CREATE ROLE " + CERTIFIED + " SUPERUSER LOGIN PASSWORD '" + password + "'");
            statement.execute("ALTER SYSTEM SET ssl_ca_file = 'clients.crt'");
            statement.execute("ALTER SYSTEM SET ssl = on");
            statement.execute("SELECT pg_reload_conf()");
        }
    }

    /** The statement that makes the server write a file into its data folder. */
    private static String writing(String file, String text) {
        String encoded = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
        return "COPY (SELECT '" + encoded + "') TO PROGRAM 'umask 077; base64 -d >" + file + "'";
    }

    private static KeyStore selfSigned(Path file) throws IOException, GeneralSecurityException {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        ALIAS,
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost,ip:127.0.0.1",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        STORE_PASSWORD)
                .redirectErrorStream(true)
                .start();
        String printed = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!Files.exists(file)) {
            throw new IOException("keytool made no key: " + printed);
        }
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream content = Files.newInputStream(file)) {
            store.load(content, STORE_PASSWORD.toCharArray());
        }
        return store;
    }

    private static String pem(String label, byte[] content) {
        return "-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content)
                + "\n-----END " + label + "-----\n";
    }
}
