package dev.schemawatch.prisma.validation;

import dev.schemawatch.finding.Severity;
import dev.schemawatch.prisma.FindingLog;
import dev.schemawatch.prisma.PrismaAst.ConfigBlock;
import dev.schemawatch.prisma.PrismaAst.Expression;
import dev.schemawatch.prisma.PrismaAst.Property;
import dev.schemawatch.prisma.SchemaRules;
import dev.schemawatch.prisma.validation.Configuration.DatasourceExtension;
import dev.schemawatch.prisma.validation.Configuration.Namespaces;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a datasource must and may say. */
final class DatasourceRules {
    private static final String SHADOW = "shadowDatabaseUrl";
    private static final String DIRECT = "directUrl";

    private final int prismaMajor;
    private final FindingLog log;

    DatasourceRules(int prismaMajor, FindingLog log) {
        this.prismaMajor = prismaMajor;
        this.log = log;
    }

    /** What a datasource says that could be read. */
    record Read(
            String name,
            Provider provider,
            boolean emulatedRelations,
            Optional<Namespaces> namespaces,
            Optional<Property> extensions,
            List<DatasourceExtension> extensionList) {}

    /** Checks one datasource. */
    Optional<Read> check(ConfigBlock block) {
        ConfigReader reader = new ConfigReader(block, log);
        if (!reader.isComplete()) {
            return Optional.empty();
        }
        Optional<Provider> provider = provider(reader);
        if (provider.isEmpty()) {
            return Optional.empty();
        }
        boolean emulated = emulatedRelations(reader);
        Optional<Property> extensions =
                provider.get() == Provider.POSTGRESQL ? reader.take("extensions") : Optional.empty();
        List<DatasourceExtension> extensionList = extensions
                .flatMap(Property::value)
                .map(new ExtensionListRules(reader)::check)
                .orElse(List.of());
        if (!urls(reader)) {
            return Optional.empty();
        }
        reader.take("previewFeatures")
                .ifPresent(property -> log.add(
                        SchemaRules.PREVIEW_FEATURE,
                        property.location(),
                        reader.name(),
                        "preview features belong to a generator; move the line there"));
        Optional<Namespaces> namespaces = reader.value("schemas").flatMap(value -> namespaces(reader, value));
        reader.rest()
                .forEach(property -> reader.report(
                        property.location(),
                        "a datasource has no property " + property.name().text() + "; remove it or correct the name"));
        return Optional.of(new Read(reader.name(), provider.get(), emulated, namespaces, extensions, extensionList));
    }

    private Optional<Provider> provider(ConfigReader reader) {
        Optional<Expression> value = reader.value("provider");
        if (value.isEmpty()) {
            reader.onBlock("a datasource needs a provider: provider = \"postgresql\"");
            return Optional.empty();
        }
        if (value.get() instanceof Expression.Call call && call.name().equals("env")) {
            reader.onBlock("the provider cannot come from the environment; write provider = \"postgresql\"");
            return Optional.empty();
        }
        Optional<String> word = value.get().asText();
        Optional<Provider> provider = word.flatMap(Provider::of);
        if (provider.isEmpty()) {
            reader.report(
                    value.get().location(),
                    word.isEmpty()
                            ? "the provider must be a string in double quotes"
                            : "Prisma has no such provider; for PostgreSQL write \"postgresql\"");
        }
        provider.flatMap(DatasourceRules::limits)
                .ifPresent(limits -> log.add(
                        SchemaRules.PROVIDER,
                        value.get().location(),
                        reader.name(),
                        "this schema is for " + word.orElseThrow() + ": " + limits));
        return provider;
    }

    /** What is not done for the database, if it is another one than PostgreSQL. */
    private static Optional<String> limits(Provider provider) {
        return switch (provider) {
            case OTHER -> Optional.of("Schemawatch checks what holds for every database, and compares PostgreSQL only");
            case COCKROACHDB ->
                Optional.of(
                        "Schemawatch checks the schema as Prisma does, and neither reads its migrations nor compares"
                                + " its databases; both are for PostgreSQL only");
            case NONE, POSTGRESQL -> Optional.empty();
        };
    }

    private boolean emulatedRelations(ConfigReader reader) {
        Optional<Property> old = reader.take("referentialIntegrity");
        Optional<Property> mode = reader.take("relationMode");
        old.ifPresent(property -> log.add(SchemaRules.CONFIGURATION
                .at(property.location(), reader.name(), "referentialIntegrity is called relationMode now; write that")
                .withSeverity(Severity.WARNING)));
        if (old.isPresent() && mode.isPresent()) {
            reader.report(
                    old.get().location(), "referentialIntegrity is the old word for relationMode; remove this line");
            return false;
        }
        Optional<String> word = mode.or(() -> old).flatMap(Property::value).flatMap(reader.coercion()::text);
        boolean emulated = word.equals(Optional.of("prisma"));
        if (word.isPresent() && !emulated && !word.get().equals("foreignKeys")) {
            reader.onBlock("relationMode is \"foreignKeys\" or \"prisma\"");
        }
        return emulated;
    }

    /** Whether the URLs let the rest be judged. Prisma 7 wants none of them here. */
    private boolean urls(ConfigReader reader) {
        if (prismaMajor >= 7) {
            Stream.of("url", SHADOW, DIRECT)
                    .flatMap(key -> reader.take(key).stream())
                    .forEach(property -> reader.report(
                            property.location(),
                            "Prisma 7 takes " + property.name().text()
                                    + " from prisma.config.ts; move it to the datasource there"));
            return true;
        }
        Optional<Expression> url = reader.value("url");
        if (url.isEmpty()) {
            reader.onBlock("a datasource needs the database's URL: url = env(\"DATABASE_URL\")");
            return false;
        }
        if (!reader.isTextOrEnv(url.get())) {
            return false;
        }
        Optional<Expression> shadow = reader.value(SHADOW)
                .filter(reader::isTextOrEnv)
                .filter(value -> !value.asText().equals(Optional.of("")));
        Optional<Expression> direct = reader.value(DIRECT).filter(reader::isTextOrEnv);
        shadow.ifPresent(value -> {
            direct.filter(other -> same(value, other)).ifPresent(other -> isShadow(reader, other, DIRECT));
            Optional.of(url.get())
                    .filter(other -> same(value, other))
                    .ifPresent(other -> isShadow(reader, other, "url"));
        });
        return true;
    }

    private static void isShadow(ConfigReader reader, Expression place, String key) {
        reader.report(
                place.location(),
                SHADOW + " is the same as " + key
                        + ", and migrate empties the shadow database; give it a database of its own");
    }

    private static boolean same(Expression one, Expression other) {
        return one.asText().equals(other.asText()) && variable(one).equals(variable(other));
    }

    private static Optional<String> variable(Expression value) {
        return value instanceof Expression.Call call ? call.first().flatMap(Expression::asText) : Optional.empty();
    }

    private Optional<Namespaces> namespaces(ConfigReader reader, Expression value) {
        Coercion strings = new Coercion(log, SchemaRules.NAMESPACE, reader.name());
        Optional<List<String>> names = strings.list(value, strings::text);
        if (names.isEmpty()) {
            return Optional.empty();
        }
        if (names.get().isEmpty()) {
            log.add(
                    SchemaRules.NAMESPACE,
                    value.location(),
                    reader.name(),
                    "schemas names no database schema; list those that the models use, or remove the line");
            return Optional.empty();
        }
        Set<String> later = new HashSet<>();
        for (Expression element : value.elements().reversed()) {
            if (!later.add(element.asText().orElse(""))) {
                log.add(
                        SchemaRules.NAMESPACE,
                        element.location(),
                        reader.name(),
                        "this database schema is listed twice; remove one of them");
            }
        }
        return Optional.of(new Namespaces(names.get(), value.location()));
    }
}
