/**
 * Checks of migrations that are still to run: what each statement locks, whom that keeps waiting, what it loses, and what to
 * write in its place. Facts about locks are from the PostgreSQL manual (13.3 "Explicit Locking", and the pages of the
 * commands); the rewrites in messages run, and a test runs them.
 */
@NullMarked
package dev.schemawatch.checks.safety;

import org.jspecify.annotations.NullMarked;
