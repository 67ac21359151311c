/** What several tests share: golden files, and later servers and streams to run against. */
@NullMarked
package dev.schemawatch.support;

import org.jspecify.annotations.NullMarked;
