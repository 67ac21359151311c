/**
 * The dry run as a whole: chooses a scratch database, replays the migrations in it, and compares what they come to with the
 * schema.
 */
@NullMarked
package dev.schemawatch.dryrun;

import org.jspecify.annotations.NullMarked;
