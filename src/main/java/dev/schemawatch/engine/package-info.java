/**
 * Incremental evaluation: inputs and the memo of the last run become an outcome and the next memo. Pure: neither disk nor network nor clock.
 */
@NullMarked
package dev.schemawatch.engine;

import org.jspecify.annotations.NullMarked;
