/** The checks of {@code .env} files. No message holds a value. */
@NullMarked
package dev.schemawatch.checks.env;

import org.jspecify.annotations.NullMarked;
