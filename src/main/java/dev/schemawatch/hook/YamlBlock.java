package dev.schemawatch.hook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Lines in the YAML file of a tool that manages hooks. The file is not written anew, since people keep comments and an order
 * in it: a parser only says where our lines belong.
 *
 * @param file the file
 * @param form where in it, and what
 * @param obstacles what keeps the tool from running in this clone
 */
record YamlBlock(Path file, YamlForm form, List<String> obstacles) implements HookPlace {
    YamlBlock {
        Objects.requireNonNull(form);
        obstacles = List.copyOf(obstacles);
    }

    @Override
    public List<HookCall> calls() throws IOException {
        return new HookFile(file).calls();
    }

    @Override
    public boolean write(List<HookCall> calls) throws IOException {
        if (!file.toString().endsWith(".yml") && !file.toString().endsWith(".yaml")) {
            throw refused(calls);
        }
        HookFile config = new HookFile(file);
        String there = config.text().orElse("");
        String lineEnd = there.contains("\r\n") ? "\r\n" : "\n";
        String bare = MarkedBlock.remove(there).orElse("");
        YamlForm.Insertion insertion =
                form.insertion(compose(bare), (int) bare.lines().count(), calls).orElseThrow(() -> refused(calls));
        String text = config.exists()
                ? MarkedBlock.put(there, insertion.line(), insertion.indentation(), insertion.lines(), lineEnd)
                : MarkedBlock.file(List.of(), insertion.lines());
        compose(text);
        if (!text.equals(there)) {
            config.write(text);
        }
        return !text.equals(there);
    }

    @Override
    public void remove() throws IOException {
        new HookFile(file).removeBlock();
    }

    private HookRefused refused(List<HookCall> calls) {
        return new HookRefused(file + " is written in a way that lines cannot be added to. Add this yourself:\n"
                + String.join("\n", form.example(calls)));
    }

    private Optional<Node> compose(String text) {
        LoaderOptions options = new LoaderOptions();
        String decoded = new String(text.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        try {
            return Optional.ofNullable(
                    new Composer(new ParserImpl(new StreamReader(decoded), options), new Resolver(), options)
                            .getSingleNode());
        } catch (YAMLException _) {
            throw new HookRefused(file + " is not YAML that can be read. Mend it, then install again.");
        }
    }
}
