package dev.schemawatch.prisma.validation;

import dev.schemawatch.prisma.FieldType;
import dev.schemawatch.prisma.ScalarType;
import dev.schemawatch.prisma.SchemaRules;
import java.util.Optional;
import java.util.Set;

/** Which types the index methods of PostgreSQL can hold, and with which operator class. */
final class PostgresIndexRules {
    private static final Set<String> TEXT_TYPES = Set.of("Text", "VarChar", "Char");

    private final Context context;
    private final NativeTypeRules nativeTypes;

    PostgresIndexRules(Context context) {
        this.context = context;
        this.nativeTypes = new NativeTypeRules(context);
    }

    void check(ModelDefinition model, Key key) {
        holdsNoXml(model, key);
        IndexMethod method = key.method().orElse(IndexMethod.B_TREE);
        for (KeyPart part : key.parts()) {
            if (!part.rawOperatorClass()) {
                part(part, method, nativeType(part))
                        .ifPresent(message -> context.report(SchemaRules.INDEX, key.location(), model.name(), message));
            }
        }
        if (method == IndexMethod.SP_GIST && key.parts().size() != 1) {
            context.report(
                    SchemaRules.INDEX,
                    key.location(),
                    model.name(),
                    "an SP-GiST index holds one field; make an index for each");
        }
    }

    private void holdsNoXml(ModelDefinition model, Key key) {
        key.parts().stream()
                .filter(part -> nativeType(part).equals(Optional.of("Xml")))
                .findFirst()
                .ifPresent(part -> context.report(
                        SchemaRules.INDEX,
                        part.field().location(),
                        model.subject(part.field().name()),
                        "PostgreSQL cannot compare xml, so no index holds it; leave the field out"));
    }

    private Optional<String> nativeType(KeyPart part) {
        return nativeTypes.name(part.field());
    }

    /** What is wrong with a field in an index of that method. */
    private Optional<String> part(KeyPart part, IndexMethod method, Optional<String> nativeType) {
        Optional<String> ops = part.operatorClass();
        if (ops.isPresent() && !OperatorClassTable.methods(ops.get()).contains(method)) {
            return Optional.of("a " + method.word() + " index has no operator class " + ops.get());
        }
        return switch (method) {
            case B_TREE, HASH -> Optional.empty();
            case GIST -> gist(part, nativeType, ops);
            case GIN -> gin(part, nativeType, ops);
            case SP_GIST -> spGist(part, nativeType, ops);
            case BRIN -> brin(part, nativeType, ops);
        };
    }

    private static Optional<String> gist(KeyPart part, Optional<String> nativeType, Optional<String> ops) {
        boolean inet = nativeType.equals(Optional.of("Inet")) && ops.equals(Optional.of("InetOps"));
        return inet ? Optional.empty() : misfit(part, IndexMethod.GIST, nativeType, ops);
    }

    private static Optional<String> gin(KeyPart part, Optional<String> nativeType, Optional<String> ops) {
        TypedField field = part.field();
        if (ops.equals(Optional.of("ArrayOps"))) {
            return field.isList()
                    ? Optional.empty()
                    : Optional.of("ArrayOps is for lists, and " + field.name() + " is none");
        }
        if (ops.isEmpty()) {
            boolean fits = field.isList() || nativeType.map("JsonB"::equals).orElse(field.is(ScalarType.JSON));
            return fits ? Optional.empty() : misfit(part, IndexMethod.GIN, nativeType, ops);
        }
        return nativeType.isEmpty()
                ? wantsType(field, ScalarType.JSON, ops.get())
                : nativeType.get().equals("JsonB") ? Optional.empty() : misfit(part, IndexMethod.GIN, nativeType, ops);
    }

    private static Optional<String> spGist(KeyPart part, Optional<String> nativeType, Optional<String> ops) {
        TypedField field = part.field();
        String wanted = ops.orElse("");
        boolean fits = switch (nativeType.orElse("")) {
            case "" -> ops.isEmpty() && field.is(ScalarType.STRING);
            case "Inet" -> wanted.isEmpty() || wanted.equals("InetOps");
            case String text when TEXT_TYPES.contains(text) -> wanted.isEmpty() || wanted.equals("TextOps");
            default -> false;
        };
        if (fits) {
            return Optional.empty();
        }
        return nativeType.isEmpty() && wanted.equals("TextOps")
                ? wantsType(field, ScalarType.STRING, wanted)
                : misfit(part, IndexMethod.SP_GIST, nativeType, ops);
    }

    private static Optional<String> brin(KeyPart part, Optional<String> nativeType, Optional<String> ops) {
        TypedField field = part.field();
        if (nativeType.isPresent()) {
            boolean fits = ops.map(name -> OperatorClassTable.brinTakes(name, nativeType.get()))
                    .orElseGet(() -> OperatorClassTable.brinTakes(nativeType.get()));
            return fits ? Optional.empty() : misfit(part, IndexMethod.BRIN, nativeType, ops);
        }
        if (ops.isEmpty()) {
            boolean fits = field.scalar().filter(OperatorClassTable::brinTakes).isPresent();
            return fits ? Optional.empty() : misfit(part, IndexMethod.BRIN, nativeType, ops);
        }
        return OperatorClassTable.plainType(ops.get())
                .map(type -> wantsType(field, type, ops.get()))
                .orElseGet(() -> misfit(part, IndexMethod.BRIN, nativeType, ops));
    }

    private static Optional<String> wantsType(TypedField field, ScalarType type, String ops) {
        return field.is(type)
                ? Optional.empty()
                : Optional.of(ops + " is for fields of type " + type.keyword() + ", and " + field.name() + " is not");
    }

    private static Optional<String> misfit(
            KeyPart part, IndexMethod method, Optional<String> nativeType, Optional<String> ops) {
        String field = part.field().name();
        if (ops.isPresent()) {
            return Optional.of(nativeType
                    .map(type -> ops.get() + " is not for @db." + type + ", the type of " + field)
                    .orElse(ops.get() + " wants to know the native type of " + field + "; add @db.… to it"));
        }
        if (nativeType.isPresent()) {
            return Optional.of("a " + method.word() + " index has no default operator class for @db." + nativeType.get()
                    + ", the type of " + field + "; add ops:");
        }
        return canHold(part.field(), method)
                ? Optional.empty()
                : Optional.of("a " + method.word() + " index cannot hold the type of " + field
                        + "; add ops: raw(\"…\") or use another type of index");
    }

    private static boolean canHold(TypedField field, IndexMethod method) {
        if (field.type() instanceof FieldType.Unsupported) {
            return true;
        }
        return switch (method) {
            case B_TREE, HASH -> true;
            case GIST, SP_GIST -> field.is(ScalarType.STRING);
            case GIN -> field.is(ScalarType.JSON) || field.isList();
            case BRIN -> field.scalar().filter(OperatorClassTable::brinTakes).isPresent();
        };
    }
}
