/**
 * From what the user says to what the other packages take: the configuration file is found and read, its records become
 * scan settings, a rule selection and check settings, and the URL of each database is looked up. Commands and the daemon
 * both start here, so both understand a repository in the same way.
 */
@NullMarked
package dev.schemawatch.setup;

import org.jspecify.annotations.NullMarked;
