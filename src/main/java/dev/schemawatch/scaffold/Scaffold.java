package dev.schemawatch.scaffold;

import dev.schemawatch.check.EnvSettings;
import dev.schemawatch.env.EnvName;
import dev.schemawatch.env.EnvView;
import dev.schemawatch.prisma.FieldType;
import dev.schemawatch.prisma.Model;
import dev.schemawatch.workspace.Project;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes the files of {@code init} for one repository.
 *
 * @param prefix the watched folder below the top of the checkout: empty, or ending with {@code /}
 * @param demands what the configuration says about environment variables
 * @param version of the release that the workflow runs
 * @param name of the repository, for the names of test databases
 */
public record Scaffold(
        String prefix, Survey survey, Toolchain toolchain, EnvSettings demands, String version, String name) {
    private static final String SERVER_URL = "postgresql://postgres:postgres@localhost:5432/postgres";
    private static final String USUAL_VARIABLE = "DATABASE_URL";
    private static final int MOST_REQUIRED = 8;

    public Scaffold {
        Objects.requireNonNull(prefix);
        Objects.requireNonNull(survey);
        Objects.requireNonNull(toolchain);
        Objects.requireNonNull(demands);
        Objects.requireNonNull(version);
        Objects.requireNonNull(name);
    }

    /** The configuration. */
    public Artifact configuration() {
        Map<String, List<String>> values = new HashMap<>();
        Project main = survey.main();
        if (survey.projects().size() == 1) {
            values.put("schema", List.of(Yaml.string(main.schema())));
            values.put("migrations", List.of(Yaml.string(main.migrations())));
        } else {
            values.put(
                    "schemas",
                    survey.projects().stream()
                            .map(project -> Yaml.string(project.schema()))
                            .toList());
        }
        values.put("prisma", List.of(Integer.toString(main.prismaMajor())));
        List<String> urls = List.copyOf(survey.urls());
        if (!urls.isEmpty() && survey.projects().size() == 1) {
            values.put("urls", List.of(urls.size() == 1 ? Yaml.string(urls.getFirst()) : Yaml.list(urls)));
        }
        values.put(
                "variables",
                List.of(Yaml.list(Stream.concat(urls.stream(), survey.variables().stream())
                        .distinct()
                        .limit(MOST_REQUIRED)
                        .toList())));
        values.put("required", List.of(Yaml.list(requiredModels())));
        tenancy().ifPresent(tenancy -> {
            values.put("tenant-field", List.of(Yaml.string(tenancy.field())));
            values.put("tenant-type", List.of(Yaml.string(tenancy.type())));
            values.put("tenant-without", List.of(Yaml.list(tenancy.without())));
            values.put(
                    "tenant-count",
                    List.of((tenancy.models() - tenancy.without().size()) + " of " + tenancy.models()));
        });
        return new Artifact(
                prefix + "schemawatch.yaml", Template.named("schemawatch.yaml").fill(values));
    }

    /** The workflow with three jobs: schema, migrations on an empty database, committed environment files. */
    public Artifact workflow() {
        Map<String, List<String>> values = new HashMap<>();
        List<String> urls = survey.urls().isEmpty() ? List.of(USUAL_VARIABLE) : List.copyOf(survey.urls());
        values.put("release", List.of("v" + version.replace("-SNAPSHOT", "")));
        values.put("url", List.of(SERVER_URL));
        values.put(
                "unset-urls",
                urls.stream()
                        .filter(this::isUnsetInCommittedFile)
                        .map(Yaml::workflowString)
                        .toList());
        values.put("schema", List.of(Yaml.workflowString(survey.main().schema())));
        values.put("examples", files(EnvName::isExample));
        values.put("env-files", files(name -> !name.isExample()));
        values.put("env-committed", files(_ -> true));
        if (!prefix.isEmpty()) {
            values.put("directory", List.of(Yaml.workflowString(directory())));
        }
        return new Artifact(
                ".github/workflows/schemawatch.yml",
                Template.named("workflow.yml").fill(values));
    }

    /** A test environment with values that are of no use to anybody, and are what the configuration demands. */
    public Artifact testEnvironment() {
        TestValues tests = new TestValues(survey.urls(), survey.shadowUrls(), demands, name);
        String beside = survey.example().map(file -> prefix + file.path()).orElseGet(() -> inPackage(".env"));
        String path = beside.substring(0, beside.lastIndexOf('/') + 1) + ".env.test";
        String watched = path.substring(prefix.length());
        List<String> names = Stream.of(
                        Stream.of("NODE_ENV"),
                        survey.urls().isEmpty() ? Stream.of(USUAL_VARIABLE) : survey.urls().stream(),
                        survey.shadowUrls().stream(),
                        survey.variables().stream(),
                        demands.names().stream().filter(variable -> demands.isRequired(watched, variable)))
                .flatMap(all -> all)
                .distinct()
                .toList();
        return new Artifact(
                path,
                Template.named("env.test")
                        .fill(Map.of(
                                "variables",
                                names.stream()
                                        .map(variable -> tests.line(variable, watched))
                                        .toList())));
    }

    /** The guide to safe migrations. */
    public Artifact guide() {
        Map<String, List<String>> values = new HashMap<>(new SqlSamples(survey.schema()).values());
        Project main = survey.main();
        values.put("schema", List.of(Markdown.code(prefix + main.schema())));
        values.put("migrations", List.of(Markdown.code(prefix + main.migrations())));
        values.put("folder", folder().map(Markdown::shell).stream().toList());
        values.put("schema-file", List.of(Markdown.shell(toolchain.fromPackage(prefix + main.schema()))));
        values.put("migrations-folder", List.of(Markdown.shell(toolchain.fromPackage(prefix + main.migrations()))));
        values.put("run", List.of(toolchain.manager().run()));
        tenancy().ifPresent(tenancy -> values.put("tenant", List.of(Markdown.code(tenancy.field()))));
        return new Artifact(
                prefix + "docs/safe-migrations.md",
                Template.named("safe-migrations.md").fill(values));
    }

    /** The committed environment files with such a name. */
    private List<String> files(Predicate<EnvName> wanted) {
        return survey.committedEnvironments().stream()
                .filter(file -> wanted.test(file.name()))
                .map(file -> Yaml.workflowString(file.path()))
                .toList();
    }

    /** A value of the process would hide what a file sets, so the workflow has one only where a file leaves it out. */
    private boolean isUnsetInCommittedFile(String variable) {
        return survey.committedEnvironments().stream()
                .filter(file -> !file.name().isExample())
                .anyMatch(file -> !new EnvView(List.of(file)).isSet(variable));
    }

    private Optional<String> folder() {
        return Optional.of(toolchain.folder()).filter(folder -> !folder.isEmpty());
    }

    /** The watched folder, without a slash at its end. */
    private String directory() {
        return prefix.substring(0, Math.max(0, prefix.length() - 1));
    }

    /** A file in the folder of the package, or in the watched folder when the package is outside of it. */
    private String inPackage(String file) {
        String folder = folder().map(name -> name + "/").orElse("");
        return (folder.startsWith(prefix) ? folder : prefix) + file;
    }

    private Optional<Tenancy> tenancy() {
        return Tenancy.of(survey.schema());
    }

    /** The models that most others refer to: those without which there is no application. */
    private List<String> requiredModels() {
        Map<String, Long> references = survey.schema().models().stream()
                .flatMap(model -> model.fields().stream())
                .flatMap(field -> field.type() instanceof FieldType.ModelRef(String referred)
                        ? Stream.of(referred)
                        : Stream.empty())
                .collect(Collectors.groupingBy(referred -> referred, Collectors.counting()));
        List<String> byReferences = new ArrayList<>(
                survey.schema().models().stream().map(Model::name).toList());
        byReferences.sort((a, b) -> Long.compare(references.getOrDefault(b, 0L), references.getOrDefault(a, 0L)));
        return byReferences.stream().limit(MOST_REQUIRED).toList();
    }

    /**
     * A file to be written.
     *
     * @param path from the top of the checkout
     */
    public record Artifact(String path, String text) {}
}
