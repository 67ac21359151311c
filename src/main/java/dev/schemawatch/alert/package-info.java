/**
 * What is worth waking somebody for: outcomes become alerts that fire once and are resolved once. Uses the engine's values; never reports or metrics.
 */
@NullMarked
package dev.schemawatch.alert;

import org.jspecify.annotations.NullMarked;
