/**
 * What Schemawatch tells people: rules, and findings of a rule at a place. Uses the JDK only.
 */
@NullMarked
package dev.schemawatch.finding;

import org.jspecify.annotations.NullMarked;
