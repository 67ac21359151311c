package dev.schemawatch.env;

import dev.schemawatch.finding.Location;
import java.util.Objects;

/**
 * An entry of a {@code .env} file.
 *
 * @param name as written, case included
 * @param value with quotes and escapes taken away and {@code ${…}} as written; a secret
 * @param location from the name to the end of the value
 */
public record EnvVariable(String name, String value, Location.InFile location) {
    public EnvVariable {
        Objects.requireNonNull(name);
        Objects.requireNonNull(value);
        Objects.requireNonNull(location);
    }

    /** Whether the name looks chosen, so that it can be shown: else it may be a piece of a secret that lacks its quotes. */
    public boolean showsName() {
        return VariableName.isConventional(name);
    }

    /** The name, or where it stands, if it is not to be shown. */
    public String label() {
        return showsName() ? name : "(hidden-name:" + location.line() + ")";
    }

    /** Name and place, never the value. */
    @Override
    public String toString() {
        return "EnvVariable[" + label() + " at " + location.display() + "]";
    }
}
