/**
 * {@code .env} files and the database URLs in them. Values are secrets: they are handed to whom asks for one by name, and
 * reach neither a message nor a {@code toString}.
 */
@NullMarked
package dev.schemawatch.env;

import org.jspecify.annotations.NullMarked;
