/** The checks of the Prisma schema. */
@NullMarked
package dev.schemawatch.checks.prisma;

import org.jspecify.annotations.NullMarked;
