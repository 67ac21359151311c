package dev.schemawatch.config;

import dev.schemawatch.convention.SchemaConventions;
import dev.schemawatch.workspace.ScriptOrder;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The configuration in force. Paths are relative to the folder of the file that names them, or to the working directory
 * when there is no file.
 *
 * @param schema the schema file or folder; empty when it is to be found
 * @param migrations the migrations folder; empty when it is to be found
 * @param base the branch that work is merged into; empty for the one that git says it is
 * @param order of migrations and the scripts beside them
 * @param prismaVersion the major version of Prisma whose rules apply; empty when it is to be found
 * @param databases by name; empty when the environment is to be asked
 * @param requiredModels models that the schema must declare
 * @param rules the level of each rule that is not as it declares itself, by id
 * @param conventions the options of rules of the schema
 * @param env what is said about environment variables
 * @param failOn from which severity on findings make a command fail; empty for the command's own standard
 * @param ignore paths that are not watched, as glob patterns
 */
public record AppConfig(
        Optional<String> schema,
        Optional<String> migrations,
        Optional<String> base,
        ScriptOrder order,
        Optional<Integer> prismaVersion,
        SortedMap<String, Database> databases,
        List<String> requiredModels,
        Optional<Tenant> tenant,
        SortedMap<String, RuleLevel> rules,
        SchemaConventions conventions,
        EnvConfig env,
        Optional<FailOn> failOn,
        List<String> ignore,
        Drift drift,
        Watch watch,
        Http http,
        DryRun dryRun,
        Hook hook,
        Safety safety) {

    public AppConfig {
        databases = Collections.unmodifiableSortedMap(new TreeMap<>((Map<String, Database>) databases));
        requiredModels = List.copyOf(requiredModels);
        rules = Collections.unmodifiableSortedMap(new TreeMap<>((Map<String, RuleLevel>) rules));
        ignore = List.copyOf(ignore);
        Objects.requireNonNull(base);
        Objects.requireNonNull(order);
        Objects.requireNonNull(conventions);
        Objects.requireNonNull(env);
        Objects.requireNonNull(failOn);
        Objects.requireNonNull(drift);
        Objects.requireNonNull(watch);
        Objects.requireNonNull(http);
        Objects.requireNonNull(dryRun);
        Objects.requireNonNull(hook);
        Objects.requireNonNull(safety);
    }

    /**
     * How migrations that are still to run are judged.
     *
     * @param startAfter the last migration that is not; empty to leave alone what the main branch has
     * @param postgresVersion the major version of the oldest PostgreSQL that they run on
     */
    public record Safety(Optional<String> startAfter, int postgresVersion) {
        public Safety {
            Objects.requireNonNull(startAfter);
        }
    }

    /**
     * A database to compare with a schema.
     *
     * @param schema path of the schema it belongs to; empty for the only one
     */
    public record Database(UrlFrom urlFrom, Optional<String> schema) {
        public Database {
            Objects.requireNonNull(urlFrom);
            Objects.requireNonNull(schema);
        }
    }

    /** Where the URL of a database comes from. */
    public sealed interface UrlFrom {
        /** The first of these environment variables that is set, in the process or in a {@code .env} file. */
        record Variables(List<String> names) implements UrlFrom {
            public Variables {
                names = List.copyOf(names);
            }
        }

        /** The URL itself; it holds no password. */
        record Literal(String url) implements UrlFrom {}
    }

    /**
     * How rows of tenants are kept apart.
     *
     * @param field the name of the field that says whose a row is
     * @param type its type as the schema writes it
     * @param models the models that have it, or those that need not when {@code allExcept} is set
     */
    public record Tenant(String field, String type, Set<String> models, boolean allExcept) {
        public Tenant {
            models = Set.copyOf(models);
        }
    }

    /**
     * The comparison with the databases.
     *
     * @param interval between the start of two comparisons
     * @param deadline after which a comparison is given up
     */
    public record Drift(Duration interval, Duration deadline) {}

    /**
     * The reaction to changes of files.
     *
     * @param settle how long nothing may change before the checks run
     * @param maxWait how long changes may keep them waiting
     */
    public record Watch(Duration settle, Duration maxWait) {}

    /**
     * Where metrics and health are served.
     *
     * @param host a name or an address, IPv6 without brackets
     * @param port 0 for any free one
     */
    public record Http(String host, int port) {
        /** The authority of a URL there (RFC 3986, 3.2.2: an IPv6 address is in brackets). */
        public String authority(int actualPort) {
            return (host.contains(":") ? "[" + host + "]" : host) + ":" + actualPort;
        }
    }

    /**
     * Trying migrations on an empty database.
     *
     * @param onChange whether the daemon does it when they change
     */
    public record DryRun(boolean onChange) {}

    /**
     * The check of what is about to be committed.
     *
     * @param failOn from which severity on findings that a commit would bring in stop it
     * @param onError what becomes of a commit that could not be checked
     */
    public record Hook(FailOn failOn, OnError onError) {
        public Hook {
            Objects.requireNonNull(failOn);
            Objects.requireNonNull(onError);
        }
    }
}
