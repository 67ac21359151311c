/**
 * What a check is: a rule, the fact it reads, and how it turns that fact into findings. A <em>fact</em> is a value that the
 * engine derived from the workspace; the set of facts is closed. May use the packages whose values are facts.
 */
@NullMarked
package dev.schemawatch.check;

import org.jspecify.annotations.NullMarked;
