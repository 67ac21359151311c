package dev.schemawatch.doctor;

import dev.schemawatch.git.Answer;
import dev.schemawatch.git.Git;
import dev.schemawatch.hook.HookManager;
import dev.schemawatch.hook.HookPlace;
import dev.schemawatch.hook.HookRefused;
import dev.schemawatch.hook.HookSite;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Whether git has each commit checked.
 *
 * @param folder that is to be checked, in a working tree or not
 */
record GitHookProbe(Path folder) implements Probe {
    private static final Subject SUBJECT = Subject.of("git-hook");

    @Override
    public Stream<Diagnosis> examine() {
        return Stream.of(
                switch (HookSite.of(Git.of(folder))) {
                    case Answer.Refused<HookSite>(String reason) ->
                        SUBJECT.skipped("there is no place for a hook: " + reason + ".", List.of());
                    case Answer.Given<HookSite>(HookSite site) -> examine(site, folder);
                });
    }

    private static Diagnosis examine(HookSite site, Path folder) {
        try {
            List<String> obstacles = new ArrayList<>();
            for (Map.Entry<HookManager, HookPlace> entry : site.places().entrySet()) {
                HookPlace place = entry.getValue();
                if (place.covering(site.relative(folder)).isPresent()) {
                    String installed = "commits are checked by " + display(site, place) + " (" + entry.getKey() + ").";
                    if (place.obstacles().isEmpty()) {
                        return SUBJECT.ok(installed);
                    }
                    obstacles.addAll(place.obstacles());
                }
            }
            return obstacles.isEmpty()
                    ? SUBJECT.warning(
                            "commits are not checked: no hook is installed for this folder.",
                            List.of("schemawatch hook install"))
                    : SUBJECT.warning(
                            "a hook is installed and does not run. " + String.join(" ", obstacles), List.of());
        } catch (HookRefused refused) {
            return SUBJECT.warning(String.valueOf(refused.getMessage()), List.of());
        } catch (IOException failure) {
            return SUBJECT.warning(
                    "the hook cannot be read: " + failure.getClass().getSimpleName() + ".", List.of());
        }
    }

    private static String display(HookSite site, HookPlace place) {
        Path top = site.checkout().top();
        Path file = place.file();
        return (file.startsWith(top) ? top.relativize(file) : file).toString();
    }
}
