/**
 * What would make a database as its schema expects: a <em>plan</em> is a list of <em>statements</em> in the order in which they
 * can run, each with its <em>hazards</em>, and a list of what is <em>left out</em>, with the reason. Pure: nothing here runs a
 * statement. Uses {@code schema} and {@code diff} only.
 */
@NullMarked
package dev.schemawatch.plan;

import org.jspecify.annotations.NullMarked;
