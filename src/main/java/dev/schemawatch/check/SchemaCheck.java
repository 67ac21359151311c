package dev.schemawatch.check;

/** A check that looks at a schema as a whole. */
public interface SchemaCheck extends Check<ProjectSchema> {
    @Override
    default Fact<ProjectSchema> reads() {
        return Fact.SCHEMA;
    }
}
