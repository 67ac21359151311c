package dev.schemawatch.hook;

import java.util.List;
import java.util.Optional;
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
        List<String> example(HookCall call) {
            return Stream.concat(Stream.of("pre-commit:", "  commands:"), HookCall.indented(4, command(call)).stream())
                    .toList();
        }

        @Override
        Optional<Insertion> insertion(Optional<Node> root, int lines, HookCall call) {
            if (root.isEmpty()) {
                return Optional.of(new Insertion(lines, 0, example(call)));
            }
            Optional<NodeTuple> hook = child(root.get(), "pre-commit");
            if (hook.isEmpty()) {
                return block(root.get()).map(_ -> new Insertion(lines, 0, example(call)));
            }
            Node commands = hook.get().getValueNode();
            return child(commands, "jobs")
                    .map(jobs -> below(jobs, item(call)))
                    .or(() -> child(commands, "commands")
                            .map(named -> below(named, command(call).toList())))
                    .orElseGet(() -> below(
                            hook.get(),
                            Stream.concat(Stream.of("commands:"), HookCall.indented(2, command(call)).stream())
                                    .toList()));
        }

        private Stream<String> command(HookCall call) {
            return Stream.of("schemawatch:", "  run: |-", "    " + call.command());
        }

        private List<String> item(HookCall call) {
            return List.of("- name: schemawatch", "  run: |-", "    " + call.command());
        }
    },

    /** A local repository in the list {@code repos}. It runs at every commit: files that are deleted matter too. */
    PRE_COMMIT {
        @Override
        List<String> example(HookCall call) {
            return Stream.concat(Stream.of("repos:"), HookCall.indented(2, item(call)).stream())
                    .toList();
        }

        @Override
        Optional<Insertion> insertion(Optional<Node> root, int lines, HookCall call) {
            if (root.isEmpty()) {
                return Optional.of(new Insertion(lines, 0, example(call)));
            }
            return child(root.get(), "repos")
                    .flatMap(repos -> below(repos, item(call).toList()));
        }

        private Stream<String> item(HookCall call) {
            return Stream.of(
                    "- repo: local",
                    "  hooks:",
                    "    - id: schemawatch",
                    "      name: schemawatch",
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

    /** A file that holds our command alone. */
    abstract List<String> example(HookCall call);

    /** Where our command goes in a file; empty where lines cannot be added to it. */
    abstract Optional<Insertion> insertion(Optional<Node> root, int lines, HookCall call);

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
