/**
 * What Schemawatch tells people: rules, findings of a rule at a place, and the comments by which people answer that a rule does
 * not apply there. Uses the JDK only.
 */
@NullMarked
package dev.schemawatch.finding;

import org.jspecify.annotations.NullMarked;
