/** Tests of the validation of schemas. */
@NullMarked
package dev.schemawatch.prisma.validation;

import org.jspecify.annotations.NullMarked;
