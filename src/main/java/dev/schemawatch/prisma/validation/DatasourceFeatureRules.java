package dev.schemawatch.prisma.validation;

import dev.schemawatch.prisma.SchemaRules;

/** What a datasource may say only when a generator allows it. */
final class DatasourceFeatureRules {
    private final Context context;
    private final Configuration configuration;

    DatasourceFeatureRules(Context context) {
        this.context = context;
        this.configuration = context.configuration();
    }

    void check() {
        if (!context.can(Provider.Ability.NAMESPACES)) {
            configuration
                    .namespaces()
                    .ifPresent(namespaces -> context.unsupported(
                            SchemaRules.NAMESPACE, namespaces.location(), subject(), "schemas", "remove the line"));
        }
        if (configuration.hasFeature(PreviewFeature.POSTGRESQL_EXTENSIONS)) {
            configuration.extensions().forEach(this::isWellWritten);
        } else {
            configuration
                    .extensionsLocation()
                    .ifPresent(place -> context.report(
                            SchemaRules.PREVIEW_FEATURE,
                            place,
                            subject(),
                            "extensions are a preview feature; write previewFeatures = [\"postgresqlExtensions\"] in a"
                                    + " generator, or make them in a migration"));
        }
    }

    private void isWellWritten(Configuration.DatasourceExtension extension) {
        boolean digitFirst = Character.isDigit(extension.name().codePointAt(0));
        if (digitFirst || extension.name().contains("-")) {
            context.report(
                    SchemaRules.NAME,
                    extension.location(),
                    extension.name(),
                    "a name must not " + (digitFirst ? "start with a digit" : "contain -")
                            + "; the database's own name goes into map: \"…\"");
        }
    }

    private String subject() {
        return configuration.datasource().orElse("datasource");
    }
}
