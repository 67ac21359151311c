package dev.schemawatch.setup;

import dev.schemawatch.check.CheckSettings;
import dev.schemawatch.check.RuleSelection;
import dev.schemawatch.checks.Checks;
import dev.schemawatch.config.AppConfig;
import dev.schemawatch.config.ConfigListing;
import dev.schemawatch.config.ConfigProblem;
import dev.schemawatch.config.ConfigReader;
import dev.schemawatch.config.ConfigResult;
import dev.schemawatch.env.EnvInputs;
import dev.schemawatch.watch.ScanSettings;
import dev.schemawatch.watch.WatchSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What Schemawatch is to do where.
 *
 * @param listing the configuration by key, with where each value comes from
 * @param root the folder that is watched: that of the configuration file when the working directory is in it, else the working
 *     directory
 * @param schema relative to {@code root}; empty to search
 * @param migrations relative to {@code root}; empty for Prisma's place
 * @param configFile the file that was read, if there is one
 */
public record Setup(
        AppConfig config,
        ConfigListing listing,
        Path root,
        Optional<String> schema,
        Optional<String> migrations,
        Optional<Path> configFile) {

    public Setup {
        Objects.requireNonNull(config);
        Objects.requireNonNull(listing);
        Objects.requireNonNull(root);
        Objects.requireNonNull(schema);
        Objects.requireNonNull(migrations);
        Objects.requireNonNull(configFile);
    }

    /**
     * Finds and reads the configuration.
     *
     * @param directory the working directory
     * @param environment of the process
     * @throws InvalidSetup when there is anything wrong with it
     */
    public static Setup load(Path directory, Overrides overrides, Map<String, String> environment) {
        return of(
                overrides
                        .config()
                        .or(() -> Optional.ofNullable(environment.get("SCHEMAWATCH_CONFIG")))
                        .map(name -> Optional.of(ConfigFile.read(directory.resolve(name))))
                        .orElseGet(() -> ConfigFile.search(directory)),
                directory,
                overrides,
                environment);
    }

    /**
     * Reads a configuration that has been found already.
     *
     * @param file the configuration file; empty where there is none
     * @param directory the working directory
     * @param environment of the process
     * @throws InvalidSetup when there is anything wrong with it
     */
    public static Setup of(
            Optional<ConfigFile> file, Path directory, Overrides overrides, Map<String, String> environment) {
        ConfigReader reader = new ConfigReader(environment, Checks.catalog());
        ConfigResult result = file.map(found -> reader.read(name(directory, found.path()), found.text()))
                .orElseGet(reader::readEnvironment);
        Path here = directory.toAbsolutePath().normalize();
        Path root = file.map(ConfigFile::folder).filter(here::startsWith).orElse(here);
        return switch (result) {
            case ConfigResult.Invalid(List<ConfigProblem> problems) ->
                throw new InvalidSetup(
                        problems.stream().map(ConfigProblem::toString).toList());
            case ConfigResult.Valid(AppConfig config, ConfigListing listing) -> {
                EnvSetup.files(config.env()).forEach(path -> within(root, root, path, "env"));
                yield new Setup(
                        config,
                        listing,
                        root,
                        overrides
                                .schema()
                                .map(path -> within(root, directory, path, "--schema"))
                                .or(() -> config.schema().map(path -> within(root, root, path, "schema"))),
                        overrides
                                .migrations()
                                .map(path -> within(root, directory, path, "--migrations"))
                                .or(() -> config.migrations().map(path -> within(root, root, path, "migrations"))),
                        file.map(ConfigFile::path));
            }
        };
    }

    /** Where to look for schemas. */
    public ScanSettings scan() {
        return new ScanSettings(
                root,
                schema,
                migrations,
                config.prismaVersion(),
                config.ignore(),
                config.base(),
                config.order(),
                EnvSetup.files(config.env()));
    }

    /** How long changes are gathered. */
    public WatchSettings watch() {
        return new WatchSettings(config.watch().settle(), config.watch().maxWait());
    }

    /** The rules in force. */
    public RuleSelection rules() {
        return ConfiguredChecks.selection(config);
    }

    /** What the user says about the repository. */
    public CheckSettings checks() {
        return ConfiguredChecks.settings(config);
    }

    /**
     * What is known of environment variables beside what is in the files.
     *
     * @param process the environment of this process: a variable that is set there is missing from no file
     */
    public EnvInputs env(Map<String, String> process) {
        return EnvSetup.inputs(config.env(), process);
    }

    /** A path relative to {@code root}, with {@code /} between names; "" is the root itself. */
    private static String within(Path root, Path base, String given, String what) {
        Path absolute = base.toAbsolutePath().resolve(given).normalize();
        if (!absolute.startsWith(root)) {
            throw new InvalidSetup(List.of(what + ": " + given + " is outside of " + root
                    + ", the folder that is looked at. Name a folder that holds both with --directory."));
        }
        return root.relativize(absolute).toString().replace('\\', '/');
    }

    private static String name(Path directory, Path file) {
        Path absolute = directory.toAbsolutePath().normalize();
        return file.startsWith(absolute) ? absolute.relativize(file).toString() : file.toString();
    }
}
