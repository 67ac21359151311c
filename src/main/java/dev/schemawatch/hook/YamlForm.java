package dev.schemawatch.hook;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.nodes.CollectionNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** What the configuration of a hook manager looks like, and where in it a command goes. */
enum YamlForm {
    /** {@code pre-commit.jobs} as a list, or {@code pre-commit.commands} by name. */
    LEFTHOOK {
        @Override
        List<String> example(List<HookCall> calls) {
            return Stream.concat(
                            Stream.of("pre-commit:", "  commands:"), HookCall.indented(4, commands(calls)).stream())
                    .toList();
        }

        @Override
        Optional<Insertion> insertion(Optional<Node> root, int lines, List<HookCall> calls) {
            if (root.isEmpty()) {
                return Optional.of(new Insertion(lines, 0, example(calls)));
            }
            Optional<NodeTuple> hook = child(root.get(), "pre-commit");
            if (hook.isEmpty()) {
                return block(root.get()).map(_ -> new Insertion(lines, 0, example(calls)));
            }
            Node commands = hook.get().getValueNode();
            return child(commands, "jobs")
                    .map(jobs -> below(jobs, items(calls)))
                    .or(() -> child(commands, "commands")
                            .map(named -> below(named, commands(calls).toList())))
                    .orElseGet(() -> below(
                            hook.get(),
                            Stream.concat(Stream.of("commands:"), HookCall.indented(2, commands(calls)).stream())
                                    .toList()));
        }

        private Stream<String> commands(List<HookCall> calls) {
            return IntStream.range(0, calls.size())
                    .boxed()
                    .flatMap(i -> Stream.of(
                            note(calls.get(i)),
                            numbered(i) + ":",
                            "  run: |-",
                            "    " + calls.get(i).command()));
        }

        private List<String> items(List<HookCall> calls) {
            return IntStream.range(0, calls.size())
                    .boxed()
                    .flatMap(i -> Stream.of(
                            note(calls.get(i)),
                            "- name: " + numbered(i),
                            "  run: |-",
                            "    " + calls.get(i).command()))
                    .toList();
        }
    },

    /** A local repository in the list {@code repos}. It runs at every commit: files that are deleted matter too. */
    PRE_COMMIT {
        @Override
        List<String> example(List<HookCall> calls) {
            return Stream.concat(Stream.of("repos:"), HookCall.indented(2, items(calls)).stream())
                    .toList();
        }

        @Override
        Optional<Insertion> insertion(Optional<Node> root, int lines, List<HookCall> calls) {
            if (root.isEmpty()) {
                return Optional.of(new Insertion(lines, 0, example(calls)));
            }
            return child(root.get(), "repos")
                    .flatMap(repos -> below(repos, items(calls).toList()));
        }

        private Stream<String> items(List<HookCall> calls) {
            return IntStream.range(0, calls.size()).boxed().flatMap(i -> item(calls.get(i), numbered(i)));
        }

        private Stream<String> item(HookCall call, String name) {
            return Stream.of(
                    note(call),
                    "- repo: local",
                    "  hooks:",
                    "    - id: " + name,
                    "      name: " + name,
                    "      language: system",
                    "      entry: |-",
                    "        " + call.command(),
                    "      always_run: true",
                    "      pass_filenames: false",
                    "      stages: [pre-commit]");
        }
    };

    /**
     * Lines before a line of a file.
     *
     * @param line from 0
     */
    record Insertion(int line, int indentation, List<String> lines) {
        Insertion {
            lines = List.copyOf(lines);
        }
    }

    /** A file that holds our commands alone. */
    abstract List<String> example(List<HookCall> calls);

    /** Where our commands go in a file; empty where lines cannot be added to it. */
    abstract Optional<Insertion> insertion(Optional<Node> root, int lines, List<HookCall> calls);

    /** The call in words that {@link HookCall#in} reads. */
    private static String note(HookCall call) {
        return "# " + call.line();
    }

    private static String numbered(int position) {
        return position == 0 ? "schemawatch" : "schemawatch-" + (position + 1);
    }

    private static Optional<NodeTuple> child(Node node, String name) {
        return node instanceof MappingNode mapping
                ? mapping.getValue().stream()
                        .filter(entry -> entry.getKeyNode() instanceof ScalarNode key
                                && key.getValue().equals(name))
                        .findFirst()
                : Optional.empty();
    }

    /** First among what is below a key, as deep as that is. */
    private static Optional<Insertion> below(NodeTuple entry, List<String> lines) {
        return block(entry.getValueNode()).map(value -> {
            int column = value.getStartMark().getColumn();
            return new Insertion(
                    entry.getKeyNode().getEndMark().getLine() + 1, column, HookCall.indented(column, lines.stream()));
        });
    }

    /** A mapping or a list that has something in it, a line each. */
    private static Optional<Node> block(Node node) {
        boolean filled = switch (node) {
            case MappingNode mapping -> !mapping.getValue().isEmpty();
            case SequenceNode sequence -> !sequence.getValue().isEmpty();
            default -> false;
        };
        return Optional.of(node)
                .filter(_ -> filled
                        && node instanceof CollectionNode<?> collection
                        && collection.getFlowStyle() == FlowStyle.BLOCK);
    }
}
