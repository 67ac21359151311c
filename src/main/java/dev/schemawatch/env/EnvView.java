package dev.schemawatch.env;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What an application sees that reads several files: of each name the entry in the strongest file that has it, even when
 * that is empty. Values are asked for one by one; {@code toString} shows none.
 */
public final class EnvView {
    private final List<EnvFile> files;
    private final Map<String, EnvVariable> entries = new HashMap<>();
    private final EnvExpansion prisma;
    private final DotenvExpansion dotenv;

    /** @param files the strongest first */
    public EnvView(List<EnvFile> files) {
        this.files = List.copyOf(files);
        for (EnvFile file : this.files.reversed()) {
            file.variables().forEach(variable -> entries.put(variable.name(), variable));
        }
        this.prisma = new EnvExpansion(entries, Map.of());
        this.dotenv = new DotenvExpansion(entries);
    }

    /** The files, the strongest first. */
    public List<EnvFile> files() {
        return files;
    }

    /** The names that are set, sorted. */
    public SortedSet<String> names() {
        return new TreeSet<>(entries.keySet());
    }

    /** The entry that counts for that name. */
    public Optional<EnvVariable> entry(String name) {
        return Optional.ofNullable(entries.get(name));
    }

    /** Whether the name has a value that is not empty. */
    public boolean isSet(String name) {
        return entry(name).filter(entry -> !entry.value().isBlank()).isPresent();
    }

    /** The value as Prisma sees it: {@code ${NAME}} is resolved, and nothing else. */
    public Optional<String> prismaValue(String name) {
        return prisma.value(name);
    }

    /** The value as an application sees it whose framework resolves references: {@code $NAME}, {@code ${NAME:-default}}. */
    public Optional<String> value(String name) {
        return dotenv.value(name);
    }

    /** Every name that any value refers to by {@code ${NAME}}. */
    public SortedSet<String> referenced() {
        SortedSet<String> names = new TreeSet<>();
        entries.values().forEach(entry -> names.addAll(DotenvExpansion.references(entry.value())));
        return names;
    }

    /** Every name that the value leads to by {@code ${NAME}}, over however many others. */
    public Stream<String> references(String name) {
        Set<String> seen = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(name));
        while (!open.isEmpty()) {
            entry(open.pop()).map(entry -> DotenvExpansion.references(entry.value())).orElseGet(TreeSet::new).stream()
                    .filter(seen::add)
                    .forEach(open::push);
        }
        return seen.stream();
    }

    /** The names that the value refers to, which nobody sets and for which it holds no default; sorted. */
    public SortedSet<String> unresolved(String name) {
        return entry(name)
                .map(entry -> DotenvExpansion.references(entry.value()))
                .map(references -> {
                    references.removeIf(entries::containsKey);
                    return references;
                })
                .orElseGet(TreeSet::new);
    }

    /** The names that the value refers to without a default and that lead back to it, so that it becomes empty; sorted. */
    public SortedSet<String> circular(String name) {
        return entry(name)
                .map(entry -> DotenvExpansion.references(entry.value()))
                .map(references -> {
                    references.removeIf(
                            other -> !other.equals(name) && references(other).noneMatch(name::equals));
                    return references;
                })
                .orElseGet(TreeSet::new);
    }

    @Override
    public String toString() {
        return "EnvView" + files;
    }
}
