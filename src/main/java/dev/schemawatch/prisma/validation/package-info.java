/**
 * What Prisma's own validation says of a schema, without Node: the verdict, and the place. {@link
 * dev.schemawatch.prisma.validation.SchemaValidator} is the table of contents; each class below it holds one group of rules. The
 * rules come in steps, as in Prisma 6.19 and 7.10: names, types and attributes are always looked at, all else only in a schema
 * that has no error so far, so that one mistake is not reported ten times. May use {@code prisma} and {@code finding}.
 */
@NullMarked
package dev.schemawatch.prisma.validation;

import org.jspecify.annotations.NullMarked;
