package dev.schemawatch.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version of this build; Maven writes it into {@code version.properties}. */
public final class Version implements IVersionProvider {

    /** The number alone. */
    public static String number() {
        try (InputStream file = Version.class.getResourceAsStream("version.properties")) {
            Properties properties = new Properties();
            properties.load(file);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException("reading version.properties", e);
        }
    }

    @Override
    public String[] getVersion() {
        return new String[] {"schemawatch " + number()};
    }
}
