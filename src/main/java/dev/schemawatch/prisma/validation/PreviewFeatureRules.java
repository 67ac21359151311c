package dev.schemawatch.prisma.validation;

import dev.schemawatch.finding.Location;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.prisma.FindingLog;
import dev.schemawatch.prisma.SchemaRules;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The preview features that there are. Facts: Prisma 6.19 and 7.10, asked feature by feature. */
final class PreviewFeatureRules {
    private static final Set<String> ACTIVE = Set.of(
            "nativeDistinct",
            "postgresqlExtensions",
            "relationJoins",
            "schemaEngineDriverAdapters",
            "shardKeys",
            "strictUndefinedChecks",
            "views");
    private static final Set<String> SINCE_7 = Set.of("partialIndexes");
    private static final Set<String> HIDDEN = Set.of("reactNative", "typedSql");
    private static final Set<String> DEPRECATED = Set.of(
            "aggregateApi",
            "atomicNumberOperations",
            "clientExtensions",
            "cockroachdb",
            "connectOrCreate",
            "createMany",
            "dataProxy",
            "deno",
            "distinct",
            "driverAdapters",
            "extendedIndexes",
            "extendedWhereUnique",
            "fieldReference",
            "filteredRelationCount",
            "filterJson",
            "fullTextIndex",
            "fullTextSearch",
            "groupBy",
            "improvedQueryRaw",
            "interactiveTransactions",
            "jsonProtocol",
            "microsoftSqlServer",
            "middlewares",
            "mongoDb",
            "multiSchema",
            "namedConstraints",
            "nApi",
            "nativeTypes",
            "omitApi",
            "orderByAggregateGroup",
            "orderByNulls",
            "orderByRelation",
            "prismaSchemaFolder",
            "queryCompiler",
            "referentialActions",
            "referentialIntegrity",
            "selectRelationCount",
            "tracing",
            "transactionApi",
            "uncheckedScalarInputs");
    private static final int FIRST_JUDGED = 6;
    private static final String METRICS = "metrics";
    private static final String FULL_TEXT = "fullTextSearch";
    private static final String POSTGRESQL_FULL_TEXT = "fullTextSearchPostgres";

    private final Provider provider;
    private final int prismaMajor;
    private final FindingLog log;

    PreviewFeatureRules(Provider provider, int prismaMajor, FindingLog log) {
        this.provider = provider;
        this.prismaMajor = prismaMajor;
        this.log = log;
    }

    /** The features that are in force, in lower case: Prisma does not tell upper from lower case here. */
    Set<String> check(List<String> written, Location.InFile place, String generator) {
        Map<String, String> known = byLowerCase(List.of(ACTIVE, SINCE_7, HIDDEN, DEPRECATED));
        Set<String> features = new HashSet<>();
        for (String feature : written) {
            String lower = feature.toLowerCase(Locale.ROOT);
            String name = known.getOrDefault(lower, feature);
            features.add(lower);
            if (lower.equals(FULL_TEXT.toLowerCase(Locale.ROOT)) && provider == Provider.POSTGRESQL) {
                features.add(POSTGRESQL_FULL_TEXT.toLowerCase(Locale.ROOT));
                warn(place, generator, FULL_TEXT + " is called " + POSTGRESQL_FULL_TEXT + " now; write that instead");
            } else if (prismaMajor < FIRST_JUDGED && DEPRECATED.contains(name)) {
                // Some of these were features of Prisma 5 still.
                continue;
            } else if (DEPRECATED.contains(name)) {
                warn(place, generator, name + " is no preview feature any more and has no effect; remove it");
            } else if (lower.equals(METRICS) && prismaMajor < 7) {
                warn(place, generator, METRICS + " is gone with Prisma 7; remove it");
            } else if (!isActive(name, lower)) {
                log.add(
                        SchemaRules.PREVIEW_FEATURE,
                        place,
                        generator,
                        "Prisma " + prismaMajor + " has no preview feature " + feature + "; it has "
                                + String.join(", ", offered()));
            }
        }
        return features;
    }

    private boolean isActive(String name, String lower) {
        return ACTIVE.contains(name)
                || HIDDEN.contains(name)
                || SINCE_7.contains(name) && prismaMajor >= 7
                || lower.equals(POSTGRESQL_FULL_TEXT.toLowerCase(Locale.ROOT)) && provider == Provider.POSTGRESQL;
    }

    private Set<String> offered() {
        Set<String> offered = new TreeSet<>(ACTIVE);
        if (prismaMajor >= 7) {
            offered.addAll(SINCE_7);
        } else {
            offered.add(METRICS);
        }
        if (provider == Provider.POSTGRESQL) {
            offered.add(POSTGRESQL_FULL_TEXT);
        }
        return offered;
    }

    private void warn(Location.InFile place, String generator, String message) {
        log.add(SchemaRules.PREVIEW_FEATURE.at(place, generator, message).withSeverity(Severity.WARNING));
    }

    private static Map<String, String> byLowerCase(List<Set<String>> sets) {
        Map<String, String> names = new HashMap<>();
        sets.forEach(set -> set.forEach(name -> names.put(name.toLowerCase(Locale.ROOT), name)));
        return names;
    }
}
