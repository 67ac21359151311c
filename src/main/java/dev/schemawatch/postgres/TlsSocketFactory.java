package dev.schemawatch.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGProperty;
import org.postgresql.jdbc.SslMode;
import org.postgresql.ssl.NonValidatingFactory.NonValidatingTM;
import org.postgresql.ssl.WrappedFactory;
import org.postgresql.util.PSQLException;

/**
 * TLS as Prisma has it, where the driver's own factory has it otherwise: a client's PKCS#12 file may have any name, and any
 * alias for its key (the driver insists on {@code user}), may have no password (the driver asks the terminal for one), and no
 * certificate is taken from the user's home. Made by the driver, by its name.
 */
public final class TlsSocketFactory extends WrappedFactory {

    /**
     * @param settings what the driver was told
     * @throws UnusableTlsFile when a file that the URL names is not what it has to be
     */
    public TlsSocketFactory(Properties settings) throws GeneralSecurityException, PSQLException, UnusableTlsFile {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(identity(settings), trust(settings), null);
        factory = context.getSocketFactory();
    }

    private static KeyManager @Nullable [] identity(Properties settings)
            throws GeneralSecurityException, UnusableTlsFile {
        String file = PGProperty.SSL_KEY.getOrNull(settings);
        if (file == null) {
            return null;
        }
        char[] password = Optional.ofNullable(PGProperty.SSL_PASSWORD.getOrNull(settings))
                .orElse("")
                .toCharArray();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream content = UnusableTlsFile.open("sslidentity", Path.of(file))) {
            store.load(content, password);
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, password);
            return keys.getKeyManagers();
        } catch (UnusableTlsFile unreadable) {
            throw unreadable;
        } catch (IOException | GeneralSecurityException e) {
            throw new UnusableTlsFile(
                    "sslidentity",
                    Path.of(file),
                    "is no PKCS#12 file that sslpassword opens",
                    "Check sslpassword, or make the file: openssl pkcs12 -export -in client.crt -inkey client.key -out "
                            + Path.of(file).getFileName(),
                    e);
        }
    }

    private static TrustManager @Nullable [] trust(Properties settings)
            throws GeneralSecurityException, PSQLException, UnusableTlsFile {
        if (!SslMode.of(settings).verifyCertificate()) {
            return new TrustManager[] {new NonValidatingTM()};
        }
        String file = PGProperty.SSL_ROOT_CERT.getOrNull(settings);
        if (file == null) {
            return null; // those that the Java platform trusts
        }
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(authorities(Path.of(file)));
        return trusted.getTrustManagers();
    }

    private static KeyStore authorities(Path file) throws GeneralSecurityException, UnusableTlsFile {
        try (InputStream content = UnusableTlsFile.open("sslcert", file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            int number = 0;
            for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(content)) {
                store.setCertificateEntry("authority-" + number++, each);
            }
            if (number > 0) {
                return store;
            }
            throw noCertificate(file, null);
        } catch (UnusableTlsFile unreadable) {
            throw unreadable;
        } catch (IOException | GeneralSecurityException e) {
            throw noCertificate(file, e);
        }
    }

    private static UnusableTlsFile noCertificate(Path file, @Nullable Exception cause) {
        return new UnusableTlsFile(
                "sslcert",
                file,
                "holds no certificate",
                "Write the certificate of the server's authority there, as PEM: -----BEGIN CERTIFICATE-----",
                cause);
    }
}
