/** The checks that read a file as such, whatever is in it. */
@NullMarked
package dev.schemawatch.checks.file;

import org.jspecify.annotations.NullMarked;
