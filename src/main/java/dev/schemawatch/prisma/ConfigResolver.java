package dev.schemawatch.prisma;

import dev.schemawatch.prisma.PrismaAst.ConfigBlock;
import dev.schemawatch.prisma.PrismaAst.Expression;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads datasources and generators. */
final class ConfigResolver {

    List<String> previewFeatures(ConfigBlock generator) {
        return texts(generator, "previewFeatures");
    }

    /** Prisma 6.19 and 7.10 read these three, and stop without them; {@code env()} in another property is never looked at. */
    Stream<GeneratorVariable> variables(ConfigBlock generator) {
        return Stream.of("provider", "output", "binaryTargets")
                .flatMap(property -> generator.property(property).stream()
                        .flatMap(value -> value.elements().stream())
                        .flatMap(value -> source(value).stream())
                        .flatMap(source -> source.variables()
                                .map(name -> new GeneratorVariable(
                                        generator.name().text(), property, name, source.location()))));
    }

    Datasource datasource(ConfigBlock block) {
        return new Datasource(
                text(block, "provider").orElse(""),
                block.property("url").flatMap(this::source),
                block.property("directUrl").flatMap(this::source),
                block.property("shadowDatabaseUrl").flatMap(this::source),
                texts(block, "schemas"),
                extensions(block),
                !text(block, "relationMode").equals(Optional.of("prisma")),
                block.name().location());
    }

    private Optional<UrlSource> source(Expression value) {
        return switch (value) {
            case Expression.Text text -> Optional.of(new UrlSource.Literal(text.value(), text.location()));
            case Expression.Call call
            when call.name().equals("env") ->
                call.first().flatMap(Expression::asText).map(name -> UrlSource.env(name, call.location()));
            case Expression.Call _,
                    Expression.Numeral _,
                    Expression.Constant _,
                    Expression.Array _,
                    Expression.Dictionary _ -> Optional.empty();
        };
    }

    private List<Datasource.RequiredExtension> extensions(ConfigBlock block) {
        return block.property("extensions").stream()
                .flatMap(value -> value.elements().stream())
                .flatMap(value -> extension(value).stream())
                .toList();
    }

    private Optional<Datasource.RequiredExtension> extension(Expression value) {
        return switch (value) {
            case Expression.Constant constant ->
                Optional.of(new Datasource.RequiredExtension(
                        constant.name(), Optional.empty(), Optional.empty(), constant.location()));
            case Expression.Call call ->
                Optional.of(new Datasource.RequiredExtension(
                        call.text("map").orElse(call.name()),
                        call.text("schema"),
                        call.text("version"),
                        call.location()));
            case Expression.Text _, Expression.Numeral _, Expression.Array _, Expression.Dictionary _ ->
                Optional.empty();
        };
    }

    private static Optional<String> text(ConfigBlock block, String property) {
        return block.property(property).flatMap(Expression::asText);
    }

    private static List<String> texts(ConfigBlock block, String property) {
        return block.property(property).stream()
                .flatMap(value -> value.elements().stream())
                .flatMap(value -> value.asText().stream())
                .toList();
    }
}
