package dev.schemawatch.setup;

import dev.schemawatch.config.AppConfig.UrlFrom;
import dev.schemawatch.env.ConnectionUrl;
import dev.schemawatch.env.Secret;
import dev.schemawatch.prisma.DeclaredUrls;
import dev.schemawatch.prisma.UrlSource;
import dev.schemawatch.setup.DatabaseTarget.Url;
import dev.schemawatch.setup.Environment.Found;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the URL of one database. The usual variables are asked for a direct connection first, since PgBouncer hides what is
 * to be inspected. A variable of another name that the schema or {@code prisma.config.*} declares excludes the usual ones:
 * in a repository with several databases they would lead to the wrong one.
 */
final class UrlSearch {
    private static final List<String> USUAL = List.of("DIRECT_URL", "DIRECT_DATABASE_URL", "DATABASE_URL");

    private static final String USUAL_SHADOW = "SHADOW_DATABASE_URL";

    private final String database;
    private final Environment environment;

    /** @param database the name of the database, for messages */
    UrlSearch(String database, Environment environment) {
        this.database = database;
        this.environment = environment;
    }

    /** A URL that the configuration speaks of. */
    Url configured(UrlFrom from) {
        return switch (from) {
            case UrlFrom.Literal(String url) -> read(new Found(new Secret(url), "the configuration"));
            case UrlFrom.Variables(List<String> names) ->
                environment.firstSet(names).map(UrlSearch::read).orElseGet(() -> notFound(names, List.of()));
        };
    }

    /**
     * A URL that nobody configured.
     *
     * @param declared what {@code prisma.config.*} or else the schema says
     */
    Url usual(DeclaredUrls declared) {
        List<String> named = variables(declared.sources());
        boolean ownNames = !USUAL.containsAll(named) || isComposed(declared.sources());
        Optional<Found> found = ownNames ? environment.firstSet(named) : environment.nearest(USUAL);
        return found.or(() -> writtenDown(declared.sources()))
                .map(UrlSearch::read)
                .orElseGet(() -> notFound(
                        ownNames
                                ? declared.sources().stream()
                                        .flatMap(UrlSource::variables)
                                        .distinct()
                                        .toList()
                                : USUAL,
                        declared.unread()));
    }

    /**
     * Every URL by which the application or Prisma may reach a database, other than the shadow: also those that others hide.
     *
     * @param declared what {@code prisma.config.*} or else the schema says
     */
    Stream<ConnectionUrl> everyUsable(DeclaredUrls declared) {
        List<String> names = Stream.concat(USUAL.stream(), variables(declared.sources()).stream())
                .distinct()
                .toList();
        return Stream.concat(environment.all(names), writtenDown(declared.sources()).stream())
                .flatMap(found -> read(found) instanceof Url.Usable usable ? Stream.of(usable.url()) : Stream.empty());
    }

    /**
     * The URL of the shadow database.
     *
     * @param declared what {@code prisma.config.*} or else the schema says of it
     */
    Url shadow(DeclaredUrls declared) {
        List<String> declaredNames = variables(declared.shadowDatabaseUrl());
        boolean ownNames = !declaredNames.isEmpty() || isComposed(declared.shadowDatabaseUrl());
        List<String> names = ownNames ? declaredNames : List.of(USUAL_SHADOW);
        return environment
                .firstSet(names)
                .or(() -> writtenDown(declared.shadowDatabaseUrl()))
                .map(UrlSearch::read)
                .orElseGet(() -> new Url.NotFound("No shadow database is named: looked for " + String.join(", ", names)
                        + " in " + String.join(", ", environment.places()) + "."));
    }

    private Optional<Found> writtenDown(List<UrlSource> sources) {
        return sources.stream()
                .flatMap(source -> written(source).stream()
                        .map(url -> new Found(new Secret(url), source.location().display())))
                .findFirst();
    }

    private Optional<String> written(UrlSource source) {
        return switch (source) {
            case UrlSource.Literal literal -> Optional.of(literal.url());
            case UrlSource.Template template -> template.text(this::value);
            case UrlSource.Env _, UrlSource.Misnamed _ -> Optional.empty();
        };
    }

    private Optional<String> value(String variable) {
        return environment
                .firstSet(List.of(variable))
                .map(found -> found.value().value());
    }

    private static boolean isComposed(List<UrlSource> sources) {
        return sources.stream().anyMatch(UrlSource.Template.class::isInstance);
    }

    /** Those that hold a whole URL. */
    private static List<String> variables(List<UrlSource> sources) {
        return sources.stream()
                .filter(UrlSource.Env.class::isInstance)
                .flatMap(UrlSource::variables)
                .toList();
    }

    /** A URL that was given for this run. */
    static Url read(Found found) {
        return switch (ConnectionUrl.parse(found.value().value().strip())) {
            case ConnectionUrl.Parsed.Valid valid -> new Url.Usable(valid.url(), found.from(), valid.warnings());
            case ConnectionUrl.Parsed.Invalid(List<String> problems, var _) ->
                new Url.Unusable("The URL of " + found.from() + " cannot be used. " + String.join(" ", problems));
        };
    }

    private Url notFound(List<String> names, List<String> unread) {
        String hint = unread.isEmpty()
                ? ""
                : " What " + String.join(", ", unread) + " says would only be known by running it.";
        return new Url.NotFound("There is no URL for database " + database + ". Looked for " + String.join(", ", names)
                + " in " + String.join(", ", environment.places()) + "." + hint
                + " Set one of them, name another variable in "
                + ConfigFile.NAME + " (databases." + database + ".url-from), or give --database-url.");
    }
}
