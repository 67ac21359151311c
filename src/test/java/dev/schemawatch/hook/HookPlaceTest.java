package dev.schemawatch.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemawatch.git.Git;
import dev.schemawatch.support.TreeFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** Files of hook managers as their tools read them: what is added is found there, and taking it out leaves no trace. */
class HookPlaceTest {
    private static final HookCall CALL = new HookCall(List.of("/opt/schemawatch"), "it's here", List.of(), false);

    @TempDir
    Path folder;

    private TreeFixture tree;

    @BeforeEach
    void start() {
        tree = new TreeFixture(folder).git("init", "-q");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pre-commit:\n  commands:\n    lint:\n      run: npm run lint\n",
                "# ours\npre-push:\n  commands:\n    test: {run: npm test}\npre-commit:\n  parallel: true\n  commands:\n"
                        + "    # first\n    lint:\n      run: npm run lint # last",
                "pre-commit:\r\n    commands:\r\n        lint:\r\n            run: npm run lint\r\n",
                "pre-push:\n  commands:\n    test:\n      run: npm test",
                "pre-commit:\n  parallel: true\n",
                "# nothing yet\n",
            })
    void lefthook_finds_one_command_more(String before) throws IOException {
        tree.write("lefthook.yml", before);
        HookPlace place = site().place(HookManager.LEFTHOOK);
        assertThat(place.install(CALL)).isTrue();
        assertThat(place.install(CALL)).isFalse();
        assertThat(yaml("lefthook.yml"))
                .extracting("pre-commit.commands.schemawatch.run")
                .asString()
                .startsWith("sh -c 'schemawatch -C ");
        assertThat(place.uninstall("it's here")).isTrue();
        assertThat(folder.resolve("lefthook.yml")).hasContent(before).hasSize(before.length());
    }

    @Test
    void lefthook_finds_one_job_more() throws IOException {
        String before = "pre-commit:\n  jobs:\n    - name: lint\n      run: npm run lint\n";
        tree.write("lefthook.yml", before);
        HookPlace place = site().place(HookManager.LEFTHOOK);
        place.install(CALL);
        assertThat(yaml("lefthook.yml"))
                .extracting("pre-commit.jobs")
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.list(Object.class))
                .hasSize(2);
        place.uninstall("it's here");
        assertThat(folder.resolve("lefthook.yml")).hasContent(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"pre-commit: {commands: {lint: {run: npm run lint}}}\n", "pre-commit:\n", "- a\n", "a: [\n"})
    void what_cannot_be_added_to_is_left_alone_and_told_how(String before) throws IOException {
        tree.write("lefthook.yml", before);
        HookPlace place = site().place(HookManager.LEFTHOOK);
        assertThatThrownBy(() -> place.install(CALL))
                .isInstanceOf(HookRefused.class)
                .hasMessageContaining("lefthook.yml");
        assertThat(folder.resolve("lefthook.yml")).hasContent(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "repos:\n  - repo: https://example.org/hooks\n    rev: v1\n    hooks:\n      - id: black\n",
                "default_stages: [pre-commit]\nrepos:\n# the first\n- repo: local\n  hooks: []",
            })
    void pre_commit_finds_one_repository_more(String before) throws IOException {
        tree.write(".pre-commit-config.yaml", before);
        HookPlace place = site().place(HookManager.PRE_COMMIT);
        assertThat(place.install(CALL)).isTrue();
        assertThat(yaml(".pre-commit-config.yaml"))
                .extracting("repos")
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.list(Object.class))
                .hasSize(2)
                .first()
                .extracting("hooks")
                .asString()
                .contains("id=schemawatch", "always_run=true", "pass_filenames=false");
        place.uninstall("it's here");
        assertThat(folder.resolve(".pre-commit-config.yaml")).hasContent(before).hasSize(before.length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "npm test", "npm test\r\nnpm run lint\r\n", "#!/bin/sh\nexit 0\n"})
    void husky_9_keeps_its_script(String before) throws IOException {
        tree.git("config", "core.hooksPath", ".husky/_")
                .write(".husky/pre-commit", before)
                .folder(".husky/_");
        assertThat(site().manager()).isEqualTo(HookManager.HUSKY);
        HookPlace place = site().place(HookManager.HUSKY);
        assertThat(place.install(CALL)).isTrue();
        assertThat(Files.readString(folder.resolve(".husky/pre-commit")))
                .contains("# schemawatch: begin")
                .doesNotContain("/opt/schemawatch")
                .contains(before.replace("#!/bin/sh\n", ""));
        place.uninstall("it's here");
        assertThat(Files.readString(folder.resolve(".husky/pre-commit"))).isEqualTo(before);
    }

    @Test
    void husky_8_loads_its_library_first() throws IOException {
        tree.git("config", "core.hooksPath", ".husky").write(".husky/_/husky.sh", "");
        HookPlace place = site().place(HookManager.HUSKY);
        place.install(CALL);
        assertThat(Files.readAllLines(folder.resolve(".husky/pre-commit")))
                .startsWith("#!/usr/bin/env sh", ". \"$(dirname -- \"$0\")/_/husky.sh\"");
        place.uninstall("it's here");
        assertThat(folder.resolve(".husky/pre-commit")).doesNotExist();

        String before = "#!/usr/bin/env sh\n. \"$(dirname -- \"$0\")/_/husky.sh\"\n\nnpx lint-staged\n";
        tree.write(".husky/pre-commit", before);
        place.install(CALL);
        assertThat(Files.readAllLines(folder.resolve(".husky/pre-commit")).get(2))
                .startsWith("# schemawatch: begin");
        place.uninstall("it's here");
        assertThat(Files.readString(folder.resolve(".husky/pre-commit"))).isEqualTo(before);
    }

    @Test
    void husky_is_the_only_one_for_its_files() throws IOException {
        tree.git("config", "core.hooksPath", ".husky").write(".husky/_/husky.sh", "");
        site().place(HookManager.HUSKY).install(CALL);
        assertThat(site().places().values())
                .filteredOn(place -> Files.exists(place.file()))
                .singleElement()
                .satisfies(place -> assertThat(place.calls()).hasSize(1));
    }

    @Test
    void a_configuration_in_another_language_is_left_alone_and_told_how() {
        tree.write("lefthook.toml", "[pre-commit.commands.lint]\nrun = \"npm run lint\"\n");
        assertThatThrownBy(() -> site().place(HookManager.LEFTHOOK).install(CALL))
                .isInstanceOf(HookRefused.class)
                .hasMessageContainingAll("lefthook.toml", "Add this yourself", "schemawatch -C");
    }

    @Test
    void a_file_that_was_made_for_the_check_goes_with_it() throws IOException {
        for (HookManager manager : List.of(HookManager.HUSKY, HookManager.LEFTHOOK, HookManager.PRE_COMMIT)) {
            HookPlace place = site().place(manager);
            place.install(CALL);
            assertThat(place.calls()).as("%s", manager).hasSize(1);
            place.uninstall("it's here");
            assertThat(place.file()).doesNotExist();
        }
    }

    @Test
    void the_manager_is_known_by_what_git_is_told_then_by_files() throws IOException {
        assertThat(site().manager()).isEqualTo(HookManager.GIT);
        tree.write(".pre-commit-config.yaml", "repos: []\n");
        assertThat(site().manager()).isEqualTo(HookManager.PRE_COMMIT);
        tree.write(".config/lefthook.yaml", "");
        assertThat(site().manager()).isEqualTo(HookManager.LEFTHOOK);
        tree.write(
                ".git/hooks/pre-commit",
                "#!/usr/bin/env bash\n# File generated by pre-commit: https://pre-commit.com\n");
        assertThat(site().manager()).isEqualTo(HookManager.PRE_COMMIT);
        tree.git("config", "core.hooksPath", "hooks");
        assertThat(site().manager()).isEqualTo(HookManager.GIT);
        tree.git("config", "core.hooksPath", "web/.husky/_");
        assertThat(site().manager()).isEqualTo(HookManager.HUSKY);
    }

    @Test
    void a_second_hook_that_came_in_between_is_not_lost() throws IOException {
        HookPlace place = site().place(HookManager.GIT);
        tree.write(".git/hooks/pre-commit", "#!/bin/sh\n# one\n");
        place.install(CALL);
        tree.write(".git/hooks/pre-commit", "#!/bin/sh\n# two\n");
        assertThatThrownBy(() -> place.install(CALL))
                .isInstanceOf(HookRefused.class)
                .hasMessageContaining("pre-commit.before-schemawatch");
        assertThat(place.uninstall("it's here")).isFalse();
        assertThat(folder.resolve(".git/hooks/pre-commit")).hasContent("#!/bin/sh\n# two\n");
    }

    private HookSite site() {
        return HookSite.of(Git.of(folder)).given().orElseThrow();
    }

    private Object yaml(String file) throws IOException {
        return new Yaml().load(Files.readString(folder.resolve(file)));
    }
}
