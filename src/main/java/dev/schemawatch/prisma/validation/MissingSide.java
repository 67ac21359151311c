package dev.schemawatch.prisma.validation;

/** What to say of a relation whose other model has no field for it. */
final class MissingSide {
    private MissingSide() {}

    static String message(RelationField field) {
        String model = field.model().name().text();
        String back = field.isList()
                ? model + " with @relation(fields: […], references: […])"
                : model + "[] or " + model + "?";
        return field.other().name().text() + " has no field for this relation; add one of type " + back + " there"
                + field.name().map(name -> ", with @relation(\"" + name + "\")").orElse("");
    }
}
