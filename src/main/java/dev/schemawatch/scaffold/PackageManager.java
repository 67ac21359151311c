package dev.schemawatch.scaffold;

import java.util.List;

/** Who installs a repository's packages. */
public enum PackageManager {
    NPM("npm ci", "npx", "package-lock.json"),
    PNPM("pnpm install --frozen-lockfile", "pnpm exec", "pnpm-lock.yaml"),
    YARN("yarn install --frozen-lockfile", "yarn", "yarn.lock"),
    BUN("bun install --frozen-lockfile", "bunx", "bun.lock", "bun.lockb");

    private final String install;
    private final String run;
    private final List<String> lockFiles;

    PackageManager(String install, String run, String... lockFiles) {
        this.install = install;
        this.run = run;
        this.lockFiles = List.of(lockFiles);
    }

    /** Installs what the lock file says, and nothing else. */
    String install() {
        return install;
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
