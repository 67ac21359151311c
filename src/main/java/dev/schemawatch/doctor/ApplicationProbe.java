package dev.schemawatch.doctor;

import dev.schemawatch.checks.Checks;
import dev.schemawatch.engine.Engine;
import dev.schemawatch.engine.Inputs;
import dev.schemawatch.engine.Memo;
import dev.schemawatch.env.EnvFile;
import dev.schemawatch.env.EnvMode;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.setup.ApplicationEnvironment;
import dev.schemawatch.setup.Setup;
import dev.schemawatch.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The environment of one application, as {@code schemawatch env} sees it.
 *
 * @param mode the name that it runs under
 * @param directory where it is started
 * @param process the environment of the process
 */
record ApplicationProbe(Setup setup, Workspace workspace, EnvMode mode, Path directory, Map<String, String> process)
        implements Probe {
    private static final Subject SUBJECT = Subject.of("environment");

    ApplicationProbe {
        process = Map.copyOf(process);
    }

    @Override
    public Stream<Diagnosis> examine() {
        ApplicationEnvironment seen = ApplicationEnvironment.of(
                setup, workspace, folder(), mode, mode.name().equals("test"), process);
        List<String> files = seen.view().files().stream()
                .map(EnvFile::path)
                .filter(path -> !path.equals(ApplicationEnvironment.PROCESS))
                .toList();
        if (files.isEmpty()) {
            return Stream.of(SUBJECT.warning(
                    "none of the files is there that an application reads which runs under the name " + mode.name()
                            + ": " + String.join(", ", mode.fileNames()) + ".",
                    List.of()));
        }
        List<Finding> findings = RepositoryProbe.ofEnvironment(new Engine(Checks.all(setup.checks()), setup.rules())
                .evaluate(Inputs.of(seen.workspace()).with(seen.inputs()), Memo.empty())
                .outcome()
                .findings());
        return new FindingsProbe(SUBJECT, String.join(", ", files), findings, "schemawatch env --for " + mode.name())
                .examine();
    }

    private String folder() {
        Path here = directory.toAbsolutePath().normalize();
        return here.startsWith(setup.root())
                ? setup.root().relativize(here).toString().replace('\\', '/')
                : "";
    }
}
