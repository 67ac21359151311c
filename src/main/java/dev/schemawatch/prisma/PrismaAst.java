package dev.schemawatch.prisma;

import dev.schemawatch.finding.Location;
import java.util.List;
import java.util.Optional;

/**
 * The tree of one schema file: what is written, before any name is looked up. What could not be understood is left out; a
 * finding beside the tree names it.
 *
 * @param blocks in order of declaration
 */
public record PrismaAst(List<Block> blocks) {

    public PrismaAst {
        blocks = List.copyOf(blocks);
    }

    /** A top-level declaration. */
    public sealed interface Block {
        /** The declared name. */
        Name name();

        /** From the keyword to the closing brace. */
        Location.InFile location();
    }

    /** A name and its place. */
    public record Name(String text, Location.InFile location) {}

    /**
     * {@code datasource} or {@code generator}.
     *
     * @param closed whether its closing brace was found; where not, nothing can be said of what it lacks
     */
    public record ConfigBlock(
            ConfigBlock.Kind kind, Name name, List<Property> properties, boolean closed, Location.InFile location)
            implements Block {
        public ConfigBlock {
            properties = List.copyOf(properties);
        }

        /** Which of the two. */
        public enum Kind {
            DATASOURCE,
            GENERATOR
        }

        /** The value of a property, if it is given. */
        public Optional<Expression> property(String key) {
            return properties.stream()
                    .filter(property -> property.name().text().equals(key))
                    .findFirst()
                    .flatMap(Property::value);
        }
    }

    /**
     * {@code key = value}.
     *
     * @param value missing when nothing follows the sign, which is a fault
     * @param location up to the end of the line
     */
    public record Property(Name name, Optional<Expression> value, Location.InFile location) {}

    /** {@code model}, {@code view} or {@code type}. */
    public record ModelBlock(
            ModelBlock.Kind kind,
            Name name,
            List<FieldNode> fields,
            List<Attribute> attributes,
            Location.InFile location)
            implements Block, Annotated {
        public ModelBlock {
            fields = List.copyOf(fields);
            attributes = List.copyOf(attributes);
        }

        /** Which of the three. */
        public enum Kind {
            MODEL,
            VIEW,
            TYPE
        }
    }

    /** {@code enum}. */
    public record EnumBlock(Name name, List<EnumValue> values, List<Attribute> attributes, Location.InFile location)
            implements Block, Annotated {
        public EnumBlock {
            values = List.copyOf(values);
            attributes = List.copyOf(attributes);
        }
    }

    /**
     * A value of an enum.
     *
     * @param location the whole line with its end, as Prisma marks it
     */
    public record EnumValue(Name name, List<Attribute> attributes, Location.InFile location) implements Annotated {
        public EnumValue {
            attributes = List.copyOf(attributes);
        }
    }

    /**
     * A field.
     *
     * @param location the whole line with its end, as Prisma marks it
     */
    public record FieldNode(Name name, TypeNode type, Arity arity, List<Attribute> attributes, Location.InFile location)
            implements Annotated {
        public FieldNode {
            attributes = List.copyOf(attributes);
        }
    }

    /**
     * The type of a field.
     *
     * @param name the type's name, or the text inside {@code Unsupported("…")}
     */
    public record TypeNode(String name, boolean unsupported, Location.InFile location) {}

    /**
     * {@code @name(…)} or {@code @@name(…)}.
     *
     * @param name without the signs: {@code map}, {@code db.VarChar}
     * @param nameLocation of the name alone
     * @param valueless the keys of arguments without a value, which are a fault
     * @param location from the signs; where Prisma takes spaces or a comment behind along, with them
     */
    public record Attribute(
            String name,
            Location.InFile nameLocation,
            List<Argument> arguments,
            List<Name> valueless,
            Location.InFile location) {
        public Attribute {
            arguments = List.copyOf(arguments);
            valueless = List.copyOf(valueless);
        }

        /** This attribute at another place. */
        Attribute at(Location.InFile place) {
            return new Attribute(name, nameLocation, arguments, valueless, place);
        }

        /** The argument of that key, if it is given. */
        public Optional<Argument> argument(String key) {
            return arguments.stream().filter(argument -> argument.hasKey(key)).findFirst();
        }

        /** The value of {@code key: value}, if it is given. */
        public Optional<Expression> named(String key) {
            return Argument.named(arguments, key);
        }

        /** The string of {@code key: "…"}, if it is given. */
        public Optional<String> text(String key) {
            return named(key).flatMap(Expression::asText);
        }

        /** The value of {@code key: value}, else the first value without a key. */
        public Optional<Expression> namedOrFirst(String key) {
            return named(key).or(() -> Argument.withoutName(arguments));
        }
    }

    /**
     * A value with its key, when it has one.
     *
     * @param location from the key to the end of the value
     */
    public record Argument(Optional<Name> name, Expression value, Location.InFile location) {

        /** Whether it is the argument of that key. */
        public boolean hasKey(String key) {
            return name.isPresent() && name.get().text().equals(key);
        }

        private static Optional<Expression> named(List<Argument> arguments, String key) {
            for (Argument argument : arguments) {
                if (argument.hasKey(key)) {
                    return Optional.of(argument.value());
                }
            }
            return Optional.empty();
        }

        private static Optional<Expression> withoutName(List<Argument> arguments) {
            for (Argument argument : arguments) {
                if (argument.name().isEmpty()) {
                    return Optional.of(argument.value());
                }
            }
            return Optional.empty();
        }
    }

    /** A declaration that takes attributes. */
    public sealed interface Annotated {
        /** In order of declaration. */
        List<Attribute> attributes();

        /** The first attribute of that name, if there is one. */
        default Optional<Attribute> attribute(String name) {
            // A loop: every field is asked for a dozen attributes, and has one or two.
            for (Attribute attribute : attributes()) {
                if (attribute.name().equals(name)) {
                    return Optional.of(attribute);
                }
            }
            return Optional.empty();
        }

        /** The string that an attribute like {@code @map("…")} gives, if it is there. */
        default Optional<String> text(String attribute) {
            return attribute(attribute)
                    .flatMap(present -> present.namedOrFirst("name"))
                    .flatMap(Expression::asText);
        }
    }

    /** A value. */
    public sealed interface Expression {
        /** Where it is written. */
        Location.InFile location();

        /** The string, if it is one. */
        default Optional<String> asText() {
            return this instanceof Text text ? Optional.of(text.value()) : Optional.empty();
        }

        /** The word, if it is one. */
        default Optional<String> asConstant() {
            return this instanceof Constant constant ? Optional.of(constant.name()) : Optional.empty();
        }

        /** The elements of a list; a single value stands for a list of one. */
        default List<Expression> elements() {
            return this instanceof Array array ? array.elements() : List.of(this);
        }

        /** A string, unescaped. */
        record Text(String value, Location.InFile location) implements Expression {}

        /** A number as written. */
        record Numeral(String value, Location.InFile location) implements Expression {}

        /** A word: {@code true}, the name of a field or of an enum value, a path with dots. */
        record Constant(String name, Location.InFile location) implements Expression {}

        /**
         * {@code name(arguments)}.
         *
         * @param valueless the keys of arguments without a value, which are a fault
         */
        record Call(String name, List<Argument> arguments, List<Name> valueless, Location.InFile location)
                implements Expression {
            public Call {
                arguments = List.copyOf(arguments);
                valueless = List.copyOf(valueless);
            }

            /** The value of {@code key: value}, if it is given. */
            public Optional<Expression> named(String key) {
                return Argument.named(arguments, key);
            }

            /** The string of {@code key: "…"}, if it is given. */
            public Optional<String> text(String key) {
                return named(key).flatMap(Expression::asText);
            }

            /** The first argument, if there is one. */
            public Optional<Expression> first() {
                return arguments.stream().map(Argument::value).findFirst();
            }
        }

        /** {@code [ … ]}. */
        record Array(List<Expression> elements, Location.InFile location) implements Expression {
            public Array {
                elements = List.copyOf(elements);
            }
        }

        /** <code>{ key: value, … }</code>. */
        record Dictionary(List<Argument> entries, Location.InFile location) implements Expression {
            public Dictionary {
                entries = List.copyOf(entries);
            }
        }
    }
}
