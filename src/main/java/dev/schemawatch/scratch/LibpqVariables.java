package dev.schemawatch.scratch;

import dev.schemawatch.env.ConnectionUrl;
import dev.schemawatch.env.ConnectionUrl.Tls;
import dev.schemawatch.env.Secret;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A connection URL as PostgreSQL's own programs take it: variables of their environment (PostgreSQL manual, libpq, "Environment
 * Variables"), so that a password is never an argument, which everybody on the machine can read.
 *
 * @param certificates the folder that relative names of certificate files in the URL start from
 * @param major the version of the program
 */
record LibpqVariables(ConnectionUrl url, Path certificates, int major) {
    private static final String READ_ONLY = "-c default_transaction_read_only=on";
    private static final int FIRST_THAT_TRUSTS_THE_SYSTEM = 16;

    /** @throws ScratchException when such a program cannot secure the connection as the URL wants it */
    Map<String, String> map() {
        Map<String, String> variables = new HashMap<>();
        variables.put("PGHOST", url.host());
        variables.put("PGPORT", Integer.toString(url.port()));
        variables.put("PGDATABASE", url.database());
        url.user().ifPresent(user -> variables.put("PGUSER", user));
        url.password().map(Secret::value).ifPresent(password -> variables.put("PGPASSWORD", password));
        variables.put("PGAPPNAME", "schemawatch");
        variables.put("PGCONNECT_TIMEOUT", "10");
        variables.put("PGGSSENCMODE", "disable");
        variables.put("PGOPTIONS", url.options().map(options -> options + " ").orElse("") + READ_ONLY);
        secure(url.tls(), variables);
        return variables;
    }

    private void secure(Tls tls, Map<String, String> variables) {
        if (tls.identity().isPresent()) {
            throw unable(
                    "the URL names a client's identity in a PKCS#12 file (sslidentity), which pg_dump does not read");
        }
        boolean verified = tls.mode() == Tls.Mode.REQUIRE && tls.verify()
                || tls.mode() == Tls.Mode.VERIFY_CA
                || tls.mode() == Tls.Mode.VERIFY_FULL;
        Tls.Mode mode = verified && tls.mode() == Tls.Mode.REQUIRE ? Tls.Mode.VERIFY_FULL : tls.mode();
        variables.put("PGSSLMODE", mode.word());
        if (verified) {
            Optional<String> root =
                    tls.rootCertificate().map(file -> certificates.resolve(file).toString());
            if (root.isEmpty() && major < FIRST_THAT_TRUSTS_THE_SYSTEM) {
                throw unable("the server's certificate is to be verified, and pg_dump before version "
                        + FIRST_THAT_TRUSTS_THE_SYSTEM + " knows no authority unless the URL names its file (sslcert)");
            }
            variables.put("PGSSLROOTCERT", root.orElse("system"));
        }
    }

    private ScratchException unable(String reason) {
        return new ScratchException(
                ScratchException.Kind.CONFIGURATION,
                "The live state of " + url.display() + " cannot be copied: " + reason
                        + ". Leave --pending out to try all migrations on an empty database.");
    }
}
