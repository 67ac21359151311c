/**
 * The Prisma schema language, majors 5 to 7: text is parsed into a {@link dev.schemawatch.prisma.PrismaAst}, the files of one schema are resolved
 * into a {@link dev.schemawatch.prisma.PrismaSchema}, and that is lowered into the {@link dev.schemawatch.schema.DatabaseSchema} that Prisma's
 * migrations would make. Parsing and resolving always return a value, with findings beside it. May use {@code workspace}, {@code finding},
 * {@code schema} and, to read {@code package.json}, Jackson.
 */
@NullMarked
package dev.schemawatch.prisma;

import org.jspecify.annotations.NullMarked;
