package dev.schemawatch.convention;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether a name speaks of one thing or of many, as far as the ending of its last word tells in English. */
public enum GrammaticalNumber {
    SINGULAR,
    PLURAL;

    private static final Pattern LAST_WORD = Pattern.compile("([A-Z]?[a-z]+|[A-Z]+s?)[0-9]*$");

    private static final Pattern ABBREVIATION = Pattern.compile("[b-df-hj-np-tv-xz]+[b-df-hj-np-rtv-xz]");

    private static final Map<String, String> IRREGULAR = Map.ofEntries(
            Map.entry("person", "people"),
            Map.entry("child", "children"),
            Map.entry("man", "men"),
            Map.entry("woman", "women"),
            Map.entry("alumnus", "alumni"),
            Map.entry("foot", "feet"),
            Map.entry("tooth", "teeth"),
            Map.entry("mouse", "mice"),
            Map.entry("datum", "data"),
            Map.entry("medium", "media"),
            Map.entry("criterion", "criteria"),
            Map.entry("index", "indices"),
            Map.entry("matrix", "matrices"),
            Map.entry("analysis", "analyses"),
            Map.entry("basis", "bases"),
            Map.entry("axis", "axes"),
            Map.entry("crisis", "crises"));

    /** The same for one and for many, or used for both. */
    private static final Set<String> BOTH = Set.of(
            "list",
            "data",
            "media",
            "metadata",
            "information",
            "info",
            "news",
            "series",
            "species",
            "settings",
            "details",
            "analytics",
            "statistics",
            "stats",
            "credentials",
            "feedback",
            "history",
            "equipment",
            "software",
            "hardware",
            "money",
            "sms",
            "content",
            "inventory",
            "staff",
            "sheep",
            "fish",
            "means",
            "headquarters",
            "preferences",
            "metrics",
            "params",
            "aws",
            "dns",
            "https",
            "js",
            "os",
            "gps",
            "tls",
            "css");

    private static final Set<String> SINGULAR_IN_S = Set.of(
            "alias", "canvas", "atlas", "bias", "gas", "lens", "chaos", "plus", "yes", "cosmos", "iris", "christmas");

    private static final Set<String> PLURAL_IN_US_OR_IS = Set.of(
            "menus", "skus", "cpus", "gpus", "gurus", "apis", "kpis", "wikis", "emojis", "uris", "uis", "guis", "clis",
            "taxis");

    /** Whether the name can be meant so; a word that tells nothing is right in either number. */
    public boolean allows(String name) {
        String word = lastWord(name);
        return isEither(word) || isPlural(word) == (this == PLURAL);
    }

    /** The same word, or an abbreviation without a vowel, which has no ending that would tell: {@code rgb}. */
    private static boolean isEither(String word) {
        return BOTH.contains(word) || ABBREVIATION.matcher(word).matches();
    }

    /** The name with its last word in this number; a word whose other form is not known stays as it is. */
    public String of(String name) {
        String word = lastWord(name);
        if (this == SINGULAR || isEither(word) || isPlural(word)) {
            return name;
        }
        String plural = plural(word);
        int kept = commonStart(word, plural);
        return name.substring(0, name.length() - (word.length() - kept)) + plural.substring(kept);
    }

    private static boolean isPlural(String word) {
        if (IRREGULAR.containsValue(word) || PLURAL_IN_US_OR_IS.contains(word)) {
            return true;
        }
        return word.endsWith("s")
                && word.length() > 1
                && !SINGULAR_IN_S.contains(word)
                && !word.endsWith("ss")
                && !word.endsWith("us")
                && !word.endsWith("is");
    }

    private static String plural(String word) {
        String irregular = IRREGULAR.get(word);
        if (irregular != null) {
            return irregular;
        }
        if (word.matches(".*[^aeiou]y")) {
            return word.substring(0, word.length() - 1) + "ies";
        }
        return word.matches(".*(s|x|z|ch|sh)") ? word + "es" : word + "s";
    }

    private static int commonStart(String one, String other) {
        int end = 0;
        while (end < Math.min(one.length(), other.length()) && one.charAt(end) == other.charAt(end)) {
            end++;
        }
        return end;
    }

    private static String lastWord(String name) {
        Matcher matcher = LAST_WORD.matcher(name);
        return matcher.find() ? matcher.group(1).toLowerCase(Locale.ROOT) : "";
    }

    /** As a configuration writes it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
