/**
 * The disk: reading a repository into a {@link dev.schemawatch.workspace.Workspace}, and noticing that it changed. The only package, beside the command
 * line, that touches files.
 */
@NullMarked
package dev.schemawatch.watch;

import org.jspecify.annotations.NullMarked;
