package dev.schemawatch.cli;

import dev.schemawatch.config.ConfigEntry;
import dev.schemawatch.config.ConfigListing;
import dev.schemawatch.report.ConfigReport;
import dev.schemawatch.setup.Overrides;
import dev.schemawatch.setup.Setup;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code schemawatch config}: what is in force, and why. */
@Command(
        name = "config",
        sortOptions = false,
        description = "Show the configuration in force, and where each value comes from.")
final class ConfigCommand implements Callable<Integer> {
    private final GlobalOptions options;
    private final Surroundings surroundings;

    @Mixin
    private final PlainFormOption format = new PlainFormOption();

    ConfigCommand(GlobalOptions options, Surroundings surroundings) {
        this.options = options;
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Setup setup = options.setup(surroundings);
        List<ConfigEntry> entries = setup.listing().entries(inPlaceOfKeys(options.overrides()));
        ConfigReport report = new ConfigReport(options.paint(surroundings));
        PrintWriter out = surroundings.out();
        out.print(
                switch (format.form()) {
                    case TEXT -> report.text(entries, setup.configFile());
                    case JSON -> report.json(Version.number(), entries, setup.configFile());
                });
        out.flush();
        return ExitStatus.CLEAN.code();
    }

    private static Map<String, ConfigListing.Given> inPlaceOfKeys(Overrides overrides) {
        Map<String, ConfigListing.Given> given = new HashMap<>();
        overrides.schema().ifPresent(path -> given.put("schema", new ConfigListing.Given("--schema", path)));
        overrides
                .migrations()
                .ifPresent(path -> given.put("migrations", new ConfigListing.Given("--migrations", path)));
        return given;
    }
}
