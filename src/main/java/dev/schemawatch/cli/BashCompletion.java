package dev.schemawatch.cli;

import java.util.Set;
import java.util.stream.Stream;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Completion for bash, and for zsh by its emulation: picocli's script (4.7.7), which offers files only for options whose type is
 * a file, and nothing behind the sign of {@code --option=value}.
 */
final class BashCompletion {
    /** Labels of options whose value is a file or a folder. */
    static final Set<String> FILES = Set.of("DIR", "FILE", "PATH");

    private static final String NOTHING = "')\n      return\n";
    private static final String ANY_FILE = """
            ')
                  local IFS=$'\\n'
                  type compopt &>/dev/null && compopt -o filenames
                  COMPREPLY=( $( compgen -f -- "${curr_word}" ) )
                  return $?
            """;
    private static final String VALUES_OR_FILES = "compReplyArray \"${NAMEFILE_option_args[@]}\"";

    /** For bash a sign between an option and its value is a word like any other. */
    private static final String WITHOUT_SIGNS = """
              local i at=0
              local -a typed
              typed=()
              for (( i=0; i<${#COMP_WORDS[@]}; i++ )); do
                if [[ "${COMP_WORDS[i]}" == "=" && "${typed[${#typed[@]}-1]}" == --* ]]; then
                  if (( i == COMP_CWORD )); then typed+=(""); fi
                else
                  typed+=("${COMP_WORDS[i]}")
                fi
                if (( i <= COMP_CWORD )); then at=$(( ${#typed[@]} - 1 )); fi
              done
              local COMP_CWORD=${at}
              local -a COMP_WORDS
              COMP_WORDS=("${typed[@]}")
            """;

    private BashCompletion() {}

    /** The script for a program with all its commands. */
    static String script(CommandSpec program) {
        String begin = "function _complete_" + program.name() + "() {\n";
        String script = AutoComplete.bash(program.name(), program.commandLine())
                .replace(begin, begin + WITHOUT_SIGNS)
                .replace(VALUES_OR_FILES, VALUES_OR_FILES + "; compgen -f -- \"${curr_word}\"");
        for (String names : options(program)
                .filter(option -> FILES.contains(option.paramLabel()))
                .map(option -> "'" + String.join("'|'", option.names()))
                .distinct()
                .toList()) {
            script = script.replace(names + NOTHING, names + ANY_FILE);
        }
        return script;
    }

    private static Stream<OptionSpec> options(CommandSpec command) {
        return Stream.concat(
                command.options().stream(),
                command.subcommands().values().stream()
                        .map(CommandLine::getCommandSpec)
                        .flatMap(BashCompletion::options));
    }
}
