package dev.schemawatch.plan;

/**
 * The order of a plan. Every statement belongs to one stage, and within a stage none needs another that comes later: what is in
 * the way goes first, then types come before tables, tables before their columns, columns before keys, and foreign keys last,
 * when all that they refer to is there. A fixed order is enough, since keys that stand in the way of a change are taken off
 * before and put back after it; no graph of dependencies is needed.
 */
enum Stage {
    NAMESPACES,
    EXTENSIONS,
    DROP_FOREIGN_KEYS,
    DROP_INDEXES,
    DROP_PRIMARY_KEYS,
    DROP_TABLES,
    DROP_COLUMNS,
    ENUM_VALUES,
    ENUMS,
    STEP_ASIDE,
    RENAMES,
    TABLES,
    COLUMNS,
    CLEAR_DEFAULTS,
    TYPES,
    DEFAULTS,
    NULLABILITY,
    PRIMARY_KEYS,
    INDEXES,
    FOREIGN_KEYS,
    DROP_ENUMS
}
