package dev.schemawatch.config;

import dev.schemawatch.finding.RuleCatalog;
import dev.schemawatch.finding.Suggestion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Reads the values of known keys from YAML, and collects everything that is wrong with its place. Works on the node graph:
 * nothing is constructed from it, a node knows its line, and {@code off} is the word that somebody wrote, not a boolean.
 */
final class YamlReader {
    private static final int LARGEST_FILE = 1024 * 1024;
    private static final int DEEPEST_NESTING = 20;
    private static final int MOST_ALIASES = 20;

    private final String file;
    private final RuleCatalog rules;
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final Map<String, String> places = new LinkedHashMap<>();
    private final Map<String, SortedSet<String>> chosen = new HashMap<>();
    private final List<ConfigProblem> problems = new ArrayList<>();

    /**
     * @param file the name to call the file in problems
     * @param rules those that {@code rules} may name
     */
    YamlReader(String file, RuleCatalog rules) {
        this.file = file;
        this.rules = rules;
    }

    /** Reads the text; afterwards {@link #values} and {@link #problems} answer. */
    void read(String text) {
        if (text.length() > LARGEST_FILE) {
            problems.add(new ConfigProblem(file, "The file is larger than 1 MiB: this cannot be a configuration."));
            return;
        }
        try {
            Optional<Node> root = compose(text);
            root.ifPresent(node -> readSection(node, List.of()));
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark();
            problems.add(new ConfigProblem(
                    mark == null ? file : place(mark), "This is not YAML: " + sentence(e.getProblem())));
        } catch (YAMLException e) {
            problems.add(new ConfigProblem(file, "This is not YAML: " + sentence(String.valueOf(e.getMessage()))));
        }
    }

    ConfigValues values() {
        return new ConfigValues(values, places, chosen);
    }

    List<ConfigProblem> problems() {
        return List.copyOf(problems);
    }

    private static Optional<Node> compose(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setNestingDepthLimit(DEEPEST_NESTING);
        options.setMaxAliasesForCollections(MOST_ALIASES);
        Composer composer = new Composer(new ParserImpl(new StreamReader(text), options), new Resolver(), options);
        return Optional.ofNullable(composer.getSingleNode());
    }

    /**
     * Reads a mapping.
     *
     * @param path of the section, with the names that the user chose; empty for the top
     */
    private void readSection(Node node, List<String> path) {
        if (isNull(node)) {
            return;
        }
        if (!(node instanceof MappingNode mapping)) {
            report(
                    node,
                    path.isEmpty()
                            ? "The file must be a mapping of keys."
                            : text(path) + " must be a section with keys of its own.");
            return;
        }
        Set<String> seen = new HashSet<>();
        for (NodeTuple entry : mapping.getValue()) {
            if (!(entry.getKeyNode() instanceof ScalarNode keyNode)) {
                report(entry.getKeyNode(), "A key must be a word.");
                continue;
            }
            List<String> child =
                    Stream.concat(path.stream(), Stream.of(keyNode.getValue())).toList();
            if (!seen.add(keyNode.getValue())) {
                report(keyNode, text(child) + " is given twice in this section. Keep one.");
                continue;
            }
            readEntry(keyNode, entry.getValueNode(), path, child);
        }
    }

    private void readEntry(ScalarNode keyNode, Node value, List<String> section, List<String> path) {
        String name = keyNode.getValue();
        SortedSet<String> known = children(section);
        Optional<String> placeholder =
                known.stream().filter(child -> child.startsWith("<")).findFirst();
        if (placeholder.isPresent()) {
            if (!isValidName(placeholder.get(), keyNode, name)) {
                return;
            }
        } else if (!known.contains(name)) {
            report(keyNode, "There is no key " + text(path) + "." + Suggestion.sentence(name, known));
            return;
        }
        places.put(text(path), place(keyNode.getStartMark()));
        chosen.computeIfAbsent(text(section), _ -> new TreeSet<>()).add(name);
        Optional<ConfigKey<?>> key = ConfigKeys.ALL.stream()
                .filter(candidate -> candidate.path().size() == path.size() && candidate.isBelow(path))
                .findFirst();
        boolean isSection = key.isEmpty()
                || (value instanceof MappingNode && !children(path).isEmpty());
        if (isSection) {
            readSection(value, path);
        } else {
            readValue(key.get(), value, text(path));
        }
    }

    private boolean isValidName(String placeholder, ScalarNode keyNode, String key) {
        if (placeholder.equals("<rule>")) {
            if (rules.find(key).isEmpty()) {
                report(keyNode, rules.unknown(key));
                return false;
            }
        } else if (placeholder.equals("<file>")) {
            if (!key.matches("(?!/)(?!(?:.*/)?\\.\\.(?:/|$))[^\\p{Cntrl}\\\\]{1,1000}")) {
                report(
                        keyNode,
                        "A file is named by its path relative to this file, with / between names and no .. in it.");
                return false;
            }
        } else if (placeholder.equals("<variable>")) {
            if (!key.matches("[A-Za-z0-9_.-]{1,100}")) {
                report(keyNode, "The name of a variable may hold letters, digits, dots, - and _, at most 100 of them.");
                return false;
            }
        } else if (!key.matches("[A-Za-z0-9_-]{1,63}")) {
            report(keyNode, "A name may hold letters, digits, - and _, at most 63 of them.");
            return false;
        }
        return true;
    }

    private <T> void readValue(ConfigKey<T> key, Node node, String path) {
        Optional<List<String>> texts = texts(node, key.type().isList());
        Optional<T> value = texts.flatMap(given -> key.type().parser().apply(given));
        if (value.isPresent()) {
            values.put(path, value.get());
        } else {
            report(node, path + " must be " + key.type().words() + ".");
        }
    }

    /** The texts of a scalar, or of a list of scalars; empty when the node is anything else. */
    private static Optional<List<String>> texts(Node node, boolean isList) {
        if (node instanceof ScalarNode scalar && !isNull(node)) {
            return Optional.of(List.of(scalar.getValue()));
        }
        if (!isList || !(node instanceof SequenceNode sequence)) {
            return Optional.empty();
        }
        List<String> texts = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            if (!(item instanceof ScalarNode scalar) || isNull(item)) {
                return Optional.empty();
            }
            texts.add(scalar.getValue());
        }
        return Optional.of(texts);
    }

    /** The names that a section may hold, a placeholder for those that the user chooses. */
    private static SortedSet<String> children(List<String> section) {
        return ConfigKeys.ALL.stream()
                .filter(key -> key.path().size() > section.size() && key.isBelow(section))
                .map(key -> key.path().get(section.size()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isNull(Node node) {
        return node.getTag().equals(Tag.NULL);
    }

    private void report(Node node, String message) {
        problems.add(new ConfigProblem(place(node.getStartMark()), message));
    }

    private String place(Mark mark) {
        return file + ":" + (mark.getLine() + 1) + ":" + (mark.getColumn() + 1);
    }

    private static String text(List<String> path) {
        return String.join(".", path);
    }

    /** The first line of a message, without quotations of the file. */
    private static String sentence(String message) {
        String line = message.lines().findFirst().orElse("it cannot be read").strip();
        return line.endsWith(".") ? line : line + ".";
    }
}
