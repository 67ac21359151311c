/**
 * What a check is: a rule, the fact it reads, and how it turns that fact into findings.
 */
@NullMarked
package dev.schemawatch.check;

import org.jspecify.annotations.NullMarked;
