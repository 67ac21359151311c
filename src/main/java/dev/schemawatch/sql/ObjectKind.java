package dev.schemawatch.sql;

import java.util.List;
import java.util.Locale;

/** The kinds of objects that CREATE, ALTER and DROP name; where one begins like another, the longer comes first. */
public enum ObjectKind {
    FOREIGN_TABLE("FOREIGN", "TABLE"),
    TABLE("TABLE"),
    MATERIALIZED_VIEW("MATERIALIZED", "VIEW"),
    VIEW("VIEW"),
    INDEX("INDEX"),
    SEQUENCE("SEQUENCE"),
    TYPE("TYPE"),
    DOMAIN("DOMAIN"),
    SCHEMA("SCHEMA"),
    EXTENSION("EXTENSION"),
    DATABASE("DATABASE"),
    FUNCTION("FUNCTION"),
    PROCEDURE("PROCEDURE"),
    ROUTINE("ROUTINE"),
    AGGREGATE("AGGREGATE"),
    EVENT_TRIGGER("EVENT", "TRIGGER"),
    TRIGGER("TRIGGER"),
    RULE("RULE"),
    POLICY("POLICY"),
    ROLE("ROLE"),
    USER_MAPPING("USER", "MAPPING"),
    USER("USER"),
    GROUP("GROUP"),
    PUBLICATION("PUBLICATION"),
    SUBSCRIPTION("SUBSCRIPTION"),
    STATISTICS("STATISTICS"),
    TABLESPACE("TABLESPACE"),
    COLLATION("COLLATION"),
    CONVERSION("CONVERSION"),
    CAST("CAST"),
    TRANSFORM("TRANSFORM"),
    LANGUAGE("LANGUAGE"),
    OPERATOR_CLASS("OPERATOR", "CLASS"),
    OPERATOR_FAMILY("OPERATOR", "FAMILY"),
    OPERATOR("OPERATOR"),
    ACCESS_METHOD("ACCESS", "METHOD"),
    FOREIGN_DATA_WRAPPER("FOREIGN", "DATA", "WRAPPER"),
    SERVER("SERVER"),
    TEXT_SEARCH("TEXT", "SEARCH"),
    LARGE_OBJECT("LARGE", "OBJECT"),
    DEFAULT_PRIVILEGES("DEFAULT", "PRIVILEGES"),
    OWNED("OWNED"),
    SYSTEM("SYSTEM");

    private final List<String> keywords;

    ObjectKind(String... keywords) {
        this.keywords = List.of(keywords);
    }

    /** The keywords that name the kind. */
    List<String> keywords() {
        return keywords;
    }

    /** The keywords as SQL writes them. */
    public String sql() {
        return String.join(" ", keywords);
    }

    /** The keywords as a sentence writes them. */
    public String word() {
        return sql().toLowerCase(Locale.ROOT);
    }

    /** Whether its objects belong to a table and are named with it: {@code DROP TRIGGER name ON table}. */
    public boolean isPartOfTable() {
        return this == TRIGGER || this == RULE || this == POLICY;
    }
}
