package dev.schemawatch.scaffold;

import java.util.Objects;
import java.util.Optional;

/**
 * How Prisma is run in a repository. All folders are from the top of the checkout; empty for the top.
 *
 * @param manager who installs packages
 * @param lockFolder where the lock file is, if there is one
 * @param folder of the package that the schema belongs to: the nearest one with a {@code package.json}
 */
public record Toolchain(PackageManager manager, Optional<String> lockFolder, String folder) {
    public Toolchain {
        Objects.requireNonNull(manager);
        Objects.requireNonNull(lockFolder);
        Objects.requireNonNull(folder);
    }

    /** Installs the packages. */
    String install() {
        return isLocked() ? manager.install() : "npm install";
    }

    /** Whether it is written down which versions are installed. */
    boolean isLocked() {
        return lockFolder.isPresent();
    }

    /** Where packages are installed. */
    String installFolder() {
        return lockFolder.orElse(folder);
    }

    /** A path from the top of the checkout, as seen from the package. */
    String fromPackage(String path) {
        return folder.isEmpty() || !path.startsWith(folder + "/") ? path : path.substring(folder.length() + 1);
    }
}
