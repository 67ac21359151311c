/**
 * The examination behind {@code schemawatch doctor}: a probe per thing that has to be right before Schemawatch can do its job.
 * A <em>probe</em> looks at one of them and gives a {@link dev.schemawatch.doctor.Diagnosis} for each line; whatever it meets is a
 * diagnosis, never an exception. It reads the same setup as every command, and asks {@code postgres} and {@code watch} to look.
 */
@NullMarked
package dev.schemawatch.doctor;

import org.jspecify.annotations.NullMarked;
