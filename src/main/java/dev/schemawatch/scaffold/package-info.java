/**
 * The files that {@code init} writes: the configuration, a workflow, a test environment, the guide to safe migrations. Each is a
 * template in the resources, filled with what the repository has. Pure; the command reads the disk and writes it.
 */
@NullMarked
package dev.schemawatch.scaffold;

import org.jspecify.annotations.NullMarked;
