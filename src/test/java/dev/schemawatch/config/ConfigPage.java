package dev.schemawatch.config;

/** The page of the documentation about the configuration, as it follows from the keys. */
final class ConfigPage {
    private ConfigPage() {}

    /** The page, in Markdown. */
    static String markdown() {
        StringBuilder page = new StringBuilder("""
                # Configuration

                <!-- Written by ConfigPage from ConfigKeys: change it there, then ./mvnw verify -Dgolden=update. -->

                Schemawatch reads `schemawatch.yaml` from the working directory or the nearest folder above it that has one; \
                `--config` names another file. An option of the command line beats an environment variable, that beats the \
                file, and the file beats the default: `schemawatch config` shows what is in force, and why. All problems are reported at once, with their lines, and the command \
                ends with status 78.

                """);
        for (ConfigKey<?> key : ConfigKeys.ALL) {
            page.append("## `")
                    .append(key.name())
                    .append("`\n\n")
                    .append(key.description())
                    .append("\n\n");
            page.append("- Value: ").append(key.type().words()).append('\n');
            key.standardText()
                    .ifPresent(text -> page.append("- Default: `").append(text).append("`\n"));
            key.variable()
                    .ifPresent(
                            name -> page.append("- Environment: `").append(name).append("`\n"));
            page.append('\n');
        }
        return page.substring(0, page.length() - 1);
    }
}
