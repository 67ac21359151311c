package dev.schemawatch.convention;

import java.util.List;
import java.util.Objects;

/** What the rules of a schema go by, where a team may want it otherwise than most. */
public record SchemaConventions(Naming naming, Fields fields, Size size) {
    /** What holds where nobody says otherwise. */
    public static final SchemaConventions STANDARD = new SchemaConventions(
            new Naming(
                    LetterCase.PASCAL,
                    LetterCase.CAMEL,
                    LetterCase.PASCAL,
                    LetterCase.UPPER_SNAKE,
                    LetterCase.SNAKE,
                    LetterCase.SNAKE,
                    GrammaticalNumber.SINGULAR,
                    GrammaticalNumber.PLURAL,
                    GrammaticalNumber.SINGULAR,
                    ""),
            new Fields(
                    List.of("id", Fields.OTHERS, "createdAt", "updatedAt"),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    false),
            new Size(1, 50));

    public SchemaConventions {
        Objects.requireNonNull(naming);
        Objects.requireNonNull(fields);
        Objects.requireNonNull(size);
    }

    /**
     * How things are called.
     *
     * @param tables of the names of tables
     * @param columns of the names of columns
     * @param modelNumber of the names of models
     * @param listNumber of the names of fields that are lists
     * @param tableNumber of the names of tables; {@code SINGULAR} leaves the model's word as it is
     * @param modelPrefix what the name of every model begins with; may be empty
     */
    public record Naming(
            LetterCase models,
            LetterCase fields,
            LetterCase enums,
            LetterCase enumValues,
            LetterCase tables,
            LetterCase columns,
            GrammaticalNumber modelNumber,
            GrammaticalNumber listNumber,
            GrammaticalNumber tableNumber,
            String modelPrefix) {
        public Naming {
            Objects.requireNonNull(modelPrefix);
        }
    }

    /**
     * Which fields models have.
     *
     * @param order names of fields from the first to the last, {@link #OTHERS} in the place of all others
     * @param indexed fields by which rows are looked up
     * @param textAllowed whether {@code @db.Text} is a type for a string
     */
    public record Fields(
            List<String> order,
            List<NamePattern> forbidden,
            List<RequiredField> required,
            List<RequiredType> types,
            List<NamePattern> indexed,
            boolean textAllowed) {
        /** Stands for the fields that the order does not name. */
        public static final String OTHERS = "...";

        public Fields {
            order = List.copyOf(order);
            forbidden = List.copyOf(forbidden);
            required = List.copyOf(required);
            types = List.copyOf(types);
            indexed = List.copyOf(indexed);
        }
    }

    /**
     * How small a schema may be.
     *
     * @param fewestModels less are suspicious
     * @param keptPercent of the tables of the last commit; less are suspicious
     */
    public record Size(int fewestModels, int keptPercent) {}
}
