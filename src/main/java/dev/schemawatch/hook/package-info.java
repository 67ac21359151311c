/**
 * The check before a commit: what is about to be committed is judged from git's index alone, and a hook of git, or of one of the
 * tools that manage them, is made to ask for it. Existing hooks are chained, and what was there comes back when ours goes.
 */
@NullMarked
package dev.schemawatch.hook;

import org.jspecify.annotations.NullMarked;
