/**
 * What a team agreed on about its schemas: how things are called, which fields a model has, how small a schema may get. Values
 * that a configuration holds and checks go by. Uses the JDK only.
 */
@NullMarked
package dev.schemawatch.convention;

import org.jspecify.annotations.NullMarked;
