package dev.schemawatch.migration;

import java.util.List;
import java.util.Objects;

/**
 * What a scratch database showed while migrations were applied to it: the objects that came with a migration whose script does not
 * say that it makes them.
 *
 * @param applied how many migrations were applied in the end
 */
public record Observed(int applied, List<Made> made) {
    public Observed {
        made = List.copyOf(made);
    }

    /**
     * An object under one name.
     *
     * @param by number of the migration that made it, from 0 on
     * @param since so many migrations were applied when it was first seen under that name
     * @param until so many were applied when it was last seen under that name
     */
    public record Made(MadeObject object, int by, int since, int until) {
        public Made {
            Objects.requireNonNull(object);
            if (by < 0 || since <= by || until < since) {
                throw new IllegalArgumentException("made by %d, seen from %d to %d".formatted(by, since, until));
            }
        }
    }
}
