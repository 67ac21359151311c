package dev.schemawatch.prisma.validation;

import dev.schemawatch.finding.Location;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What generators and datasource say, as far as the rules for models need it.
 *
 * @param datasource its name, if there is one that could be read
 * @param emulatedRelations whether relations are no foreign keys: {@code relationMode = "prisma"}
 * @param previewFeatures in lower case
 * @param namespaces {@code schemas}; missing is not the same as empty
 */
record Configuration(
        Provider provider,
        Optional<String> datasource,
        boolean emulatedRelations,
        Set<String> previewFeatures,
        Optional<Namespaces> namespaces,
        List<DatasourceExtension> extensions,
        Optional<Location.InFile> extensionsLocation) {

    Configuration {
        previewFeatures = Set.copyOf(previewFeatures);
        extensions = List.copyOf(extensions);
    }

    /** {@code schemas}. */
    record Namespaces(List<String> names, Location.InFile location) {
        Namespaces {
            names = List.copyOf(names);
        }
    }

    /** An element of {@code extensions}. */
    record DatasourceExtension(String name, Location.InFile location) {}

    boolean hasFeature(PreviewFeature feature) {
        return previewFeatures.contains(feature.word().toLowerCase(Locale.ROOT));
    }
}
