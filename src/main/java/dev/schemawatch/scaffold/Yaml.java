package dev.schemawatch.scaffold;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Text as YAML. */
final class Yaml {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_./][A-Za-z0-9_./-]*");

    /** What YAML 1.1 takes for something else than a word. */
    private static final Set<String> WORDS =
            Set.of("y", "n", "yes", "no", "true", "false", "on", "off", "null", ".", "..", ".inf", ".nan");

    private Yaml() {}

    /** A string, in quotes where it would be read as something else. */
    static String string(String text) {
        if (PLAIN.matcher(text).matches() && !WORDS.contains(text.toLowerCase(Locale.ROOT))) {
            return text;
        }
        StringBuilder quoted = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < 0x20 || c >= 0x7F) {
                quoted.append(String.format(Locale.ROOT, "\\u%04X", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    /** A list of strings on one line. */
    static String list(List<String> all) {
        return all.stream().map(Yaml::string).collect(Collectors.joining(", ", "[", "]"));
    }

    /** A string in a workflow of GitHub, where <code>${{</code> would begin an expression. */
    static String workflowString(String text) {
        return string(text.replace("${{", "${{ '${{' }}"));
    }
}
