/**
 * Trying migrations on a scratch database: what is to be applied, and what came of it. <em>Replay</em> means applying the
 * scripts of a migrations folder one after the other, as Prisma does. Values and functions only; {@code scratch} talks to
 * PostgreSQL.
 */
@NullMarked
package dev.schemawatch.replay;

import org.jspecify.annotations.NullMarked;
