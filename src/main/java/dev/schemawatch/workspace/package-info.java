/**
 * The watched repository as an immutable value: files with their fingerprints, and what changed between two such values. Uses the JDK only.
 */
@NullMarked
package dev.schemawatch.workspace;

import org.jspecify.annotations.NullMarked;
