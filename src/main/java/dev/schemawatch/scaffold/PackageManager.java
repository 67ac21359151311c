package dev.schemawatch.scaffold;

import java.util.List;

/** Who installs a repository's packages. */
public enum PackageManager {
    NPM("npx", "package-lock.json"),
    PNPM("pnpm exec", "pnpm-lock.yaml"),
    YARN("yarn", "yarn.lock"),
    BUN("bunx", "bun.lock", "bun.lockb");

    private final String run;
    private final List<String> lockFiles;

    PackageManager(String run, String... lockFiles) {
        this.run = run;
        this.lockFiles = List.of(lockFiles);
    }

    /** What stands before the name of a program of an installed package. */
    String run() {
        return run;
    }

    /** By any of these files it is known; they are in the folder where packages are installed. */
    public List<String> lockFiles() {
        return lockFiles;
    }
}
