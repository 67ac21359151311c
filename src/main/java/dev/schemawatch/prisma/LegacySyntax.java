package dev.schemawatch.prisma;

import dev.schemawatch.finding.Location;

/** Something that a Prisma of long ago wrote differently; today's Prisma recognises it and refuses it. */
record LegacySyntax(Location.InFile location, String message) {}
