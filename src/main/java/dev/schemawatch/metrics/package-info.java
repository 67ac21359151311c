/**
 * What Prometheus scrapes: one class per family of metrics, each with the descriptors that its documentation is made from. Labels are closed sets; names of
 * tables, files or people never become one.
 */
@NullMarked
package dev.schemawatch.metrics;

import org.jspecify.annotations.NullMarked;
