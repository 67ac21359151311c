package dev.schemawatch.hook;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Lines in a shell script that is committed: Husky's, or one in a folder of hooks that a team shares. They stand first, since a
 * script may end anywhere ({@code exec}, {@code exit}); only what Husky of old loads has to be before them, which starts the
 * script a second time.
 *
 * @param file the script
 * @param header what a new file begins with
 * @param obstacles what keeps the script from running in this clone
 */
record ShellBlock(Path file, List<String> header, List<String> obstacles) implements HookPlace {
    ShellBlock {
        header = List.copyOf(header);
        obstacles = List.copyOf(obstacles);
    }

    @Override
    public List<HookCall> calls() throws IOException {
        return new HookFile(file).calls();
    }

    @Override
    public boolean write(List<HookCall> calls) throws IOException {
        HookFile script = new HookFile(file);
        List<String> lines = HookCall.lines(calls.stream().map(HookCall::shared).toList());
        Optional<String> there = script.text();
        if (there.isEmpty()) {
            script.writeExecutable(MarkedBlock.file(header, lines));
            return true;
        }
        // A shell does not understand carriage returns: our lines go without, whatever the others have.
        String text = MarkedBlock.put(there.get(), start(there.get()), 0, lines, "\n");
        if (!text.equals(there.get())) {
            script.write(text);
        }
        return !text.equals(there.get());
    }

    @Override
    public void remove() throws IOException {
        new HookFile(file).removeBlock();
    }

    private static int start(String script) {
        List<String> lines = script.lines().toList();
        int start = 0;
        for (int i = 0; i < lines.size(); i++) {
            boolean shebang = i == 0 && lines.getFirst().startsWith("#!");
            boolean loadsHusky = lines.get(i).startsWith(".") && lines.get(i).contains("husky.sh");
            if (shebang || loadsHusky) {
                start = i + 1;
            }
        }
        return start;
    }
}
