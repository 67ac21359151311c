package dev.schemawatch.prisma.validation;

import dev.schemawatch.prisma.FindingLog;
import dev.schemawatch.prisma.PrismaAst.ConfigBlock;
import dev.schemawatch.prisma.PrismaAst.Expression;
import dev.schemawatch.prisma.SchemaRules;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a generator must and may say. */
final class GeneratorRules {
    private final PreviewFeatureRules features;
    private final FindingLog log;

    GeneratorRules(PreviewFeatureRules features, FindingLog log) {
        this.features = features;
        this.log = log;
    }

    /** Checks one generator, and returns its preview features. */
    Set<String> check(ConfigBlock block) {
        ConfigReader reader = new ConfigReader(block, log);
        if (!reader.isComplete()) {
            return Set.of();
        }
        block.property("engineType")
                .filter(value -> value.asText().isEmpty())
                .ifPresent(value -> reader.coercion().mismatch(value, "a string in double quotes"));
        Optional<Expression> provider = reader.value("provider");
        if (provider.isEmpty()) {
            reader.onBlock("a generator needs a provider: provider = \"prisma-client\"");
            return Set.of();
        }
        if (!reader.isTextOrEnv(provider.get())) {
            return Set.of();
        }
        reader.value("output").ifPresent(reader::isTextOrEnv);
        reader.value("binaryTargets").ifPresent(targets -> targets.elements().forEach(reader::isTextOrEnv));
        Set<String> previewFeatures = reader.value("previewFeatures")
                .map(value -> features(reader, value))
                .orElse(Set.of());
        reader.rest().stream().flatMap(property -> property.value().stream()).forEach(value -> env(reader, value));
        return previewFeatures;
    }

    private Set<String> features(ConfigReader reader, Expression value) {
        Coercion strings = new Coercion(log, SchemaRules.PREVIEW_FEATURE, reader.name());
        return strings.list(value, strings::text)
                .map((List<String> names) -> features.check(names, value.location(), reader.name()))
                .orElse(Set.of());
    }

    /** A generator may have properties of its own; only {@code env} has rules there. */
    private static void env(ConfigReader reader, Expression value) {
        if (value instanceof Expression.Call call && call.name().equals("env")) {
            reader.isTextOrEnv(call);
        }
    }
}
