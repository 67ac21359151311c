/**
 * Comparison of the expected with the actual database schema. Pure; the one question it may put to a database is {@link ExpressionComparer}.
 */
@NullMarked
package dev.schemawatch.diff;

import org.jspecify.annotations.NullMarked;
