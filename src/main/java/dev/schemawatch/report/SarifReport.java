package dev.schemawatch.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.finding.Suppression;
import dev.schemawatch.report.Run.Unseen;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A run as SARIF 2.1.0 (OASIS, "Static Analysis Results Interchange Format"), for code scanning. GitHub matches alerts of two
 * uploads by {@code primaryLocationLineHash}, which is set to the fingerprint here, and refuses more than 25,000 results. No
 * piece of a file is quoted, since it could hold a secret.
 */
public final class SarifReport implements Report {
    private static final int MOST_RESULTS = 25_000;
    private static final String ROOT = "%SRCROOT%";

    @Override
    public String of(Run run) {
        return Json.document(json -> Json.object(json, document -> {
            document.writeStringField("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
            document.writeStringField("version", "2.1.0");
            Json.objects(document, "runs", List.of(run), SarifReport::run);
        }));
    }

    private static void run(JsonGenerator json, Run run) throws IOException {
        List<Entry> all = Entry.withSuppressed(run);
        List<Entry> told = all.stream().limit(MOST_RESULTS).toList();
        List<Rule> rules = rules(run);
        Map<String, Integer> indexes = new HashMap<>();
        rules.forEach(rule -> indexes.put(rule.id(), indexes.size()));

        Json.object(
                json,
                "tool",
                tool -> Json.object(tool, "driver", driver -> {
                    driver.writeStringField("name", "schemawatch");
                    driver.writeStringField("version", run.version());
                    driver.writeStringField("informationUri", "https://github.com/schemawatch/schemawatch");
                    Json.objects(driver, "rules", rules, SarifReport::rule);
                }));
        Json.object(
                json,
                "automationDetails",
                details -> details.writeStringField(
                        "id",
                        uri("schemawatch/" + run.command() + (run.target().isEmpty() ? "" : "-" + run.target()) + "/"
                                + run.checkout().prefix())));
        Json.objects(json, "invocations", List.of(run), (invocation, _) -> invocation(invocation, run, all.size()));
        Json.object(
                json,
                "originalUriBaseIds",
                bases -> Json.object(
                        bases, ROOT, base -> text(base, "description", "The top of the checkout that was looked at.")));
        json.writeStringField("columnKind", "utf16CodeUnits");
        Json.objects(json, "results", told, (result, entry) -> result(result, entry, indexes, run.checkout()));
    }

    private static List<Rule> rules(Run run) {
        return Stream.concat(run.rules().stream(), DriftRules.all().stream())
                .sorted(Comparator.comparing(Rule::id))
                .toList();
    }

    private static void rule(JsonGenerator json, Rule rule) throws IOException {
        json.writeStringField("id", rule.id());
        if (!rule.formerIds().isEmpty()) {
            json.writeArrayFieldStart("deprecatedIds");
            for (String former : rule.formerIds()) {
                json.writeString(former);
            }
            json.writeEndArray();
        }
        text(json, "shortDescription", rule.summary());
        text(json, "fullDescription", rule.summary() + ". " + rule.why());
        text(json, "help", rule.why() + "\n\n" + rule.instead());
        Json.object(json, "defaultConfiguration", configuration -> {
            configuration.writeBooleanField("enabled", !rule.optIn());
            configuration.writeStringField("level", level(rule.severity()));
        });
    }

    private static void invocation(JsonGenerator json, Run run, int found) throws IOException {
        json.writeBooleanField("executionSuccessful", run.unseen().isEmpty());
        json.writeStringField("startTimeUtc", run.startedAt().toString());
        json.writeStringField("endTimeUtc", run.startedAt().plus(run.elapsed()).toString());
        json.writeArrayFieldStart("toolExecutionNotifications");
        for (Unseen unseen : run.unseen()) {
            notification(json, "error", Printable.of(unseen.what() + ": " + unseen.message()));
        }
        for (Unseen passedOver : run.passedOver()) {
            notification(
                    json,
                    "warning",
                    Printable.of("Not checked: " + passedOver.what() + " (" + passedOver.message() + ")"));
        }
        if (found > MOST_RESULTS) {
            notification(
                    json,
                    "warning",
                    "Only the gravest " + MOST_RESULTS + " of " + found
                            + " results are here; the others are in the other reports.");
        }
        json.writeEndArray();
    }

    private static void notification(JsonGenerator json, String level, String message) throws IOException {
        Json.object(json, notification -> {
            notification.writeStringField("level", level);
            text(notification, "message", message);
        });
    }

    private static void result(JsonGenerator json, Entry entry, Map<String, Integer> rules, Checkout checkout)
            throws IOException {
        json.writeStringField("ruleId", entry.rule());
        if (rules.containsKey(entry.rule())) {
            json.writeNumberField("ruleIndex", rules.get(entry.rule()));
        }
        json.writeStringField("level", level(entry.severity()));
        text(json, "message", entry.message());
        Json.objects(json, "locations", List.of(entry), (location, _) -> location(location, entry, checkout));
        Json.object(json, "partialFingerprints", prints -> {
            prints.writeStringField("primaryLocationLineHash", entry.fingerprint());
            prints.writeStringField("schemawatch/v1", entry.fingerprint());
        });
        if (entry.suppressedBy().isPresent()) {
            Json.objects(json, "suppressions", List.of(entry.suppressedBy().get()), SarifReport::suppression);
        }
    }

    private static void suppression(JsonGenerator json, Suppression suppression) throws IOException {
        json.writeStringField("kind", "inSource");
        if (suppression.reason().isPresent()) {
            json.writeStringField(
                    "justification", Printable.of(suppression.reason().get()));
        }
    }

    private static void location(JsonGenerator json, Entry entry, Checkout checkout) throws IOException {
        Json.object(json, "physicalLocation", physical -> {
            Json.object(physical, "artifactLocation", artifact -> {
                artifact.writeStringField("uri", uri(entry.path(checkout)));
                artifact.writeStringField("uriBaseId", ROOT);
            });
            Json.object(physical, "region", span -> region(span, entry.place().flatMap(checkout::region)));
        });
        if (entry.object().isPresent()) {
            Json.objects(
                    json,
                    "logicalLocations",
                    List.of(entry.object().get()),
                    (logical, name) -> logical.writeStringField("fullyQualifiedName", Printable.of(name)));
        }
    }

    /** Without a span the whole file is meant: viewers open it at its first line. */
    private static void region(JsonGenerator json, Optional<Region> region) throws IOException {
        json.writeNumberField("startLine", region.map(Region::line).orElse(1));
        if (region.isPresent()) {
            json.writeNumberField("startColumn", region.get().column());
            json.writeNumberField("endLine", region.get().endLine());
            json.writeNumberField("endColumn", region.get().endColumn());
        }
    }

    /** A relative reference (RFC 3986): a colon in its first segment would be taken for a scheme, so all are encoded. */
    private static String uri(String path) {
        return URLEncoder.encode(path, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%2F", "/")
                .replace("%7E", "~");
    }

    /** {@code [text](address)} is a link in a message (3.11.6), so the two are parted by a space of no width. */
    private static void text(JsonGenerator json, String field, String text) throws IOException {
        Json.object(json, field, message -> message.writeStringField("text", text.replace("](", "]\u200B(")));
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO -> "note";
        };
    }
}
