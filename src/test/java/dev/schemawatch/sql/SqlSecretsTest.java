package dev.schemawatch.sql;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SqlSecretsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE ROLE app PASSWORD 's3cr3t' LOGIN;",
                "create user app with encrypted password 's3cr3t';",
                "ALTER ROLE app PASSWORD/* new */E'it\\'s s3cr3t';",
                "ALTER ROLE app PASSWORD U&'s3cr3t';",
                "ALTER ROLE app PASSWORD 'it''s s3cr3t';",
                "ALTER ROLE app PASSWORD $$s3cr3t$$;",
                "ALTER ROLE app PASSWORD $x$a $ s3cr3t$x$;",
                "ALTER ROLE app PASSWORD 'a'\n  's3cr3t';",
                "ALTER ROLE app PASSWORD 'first line\ns3cr3t\nlast';",
                "ALTER ROLE app PASSWORD 'open\ns3cr3t",
                "ALTER ROLE app PASSWORD s3cr3t;",
                "ALTER ROLE app PASSWORD \"s3cr3t\";",
                "ALTER ROLE app PASSWORD = 's3cr3t';",
                "SELECT 'it's'; CREATE ROLE app PASSWORD 's3cr3t';",
                "CREATE USER MAPPING FOR app SERVER far OPTIONS (user 'x', password 's3cr3t');",
                "ALTER USER MAPPING FOR app SERVER far OPTIONS (SET \"password\" 's3cr3t');",
                "CREATE SERVER far FOREIGN DATA WRAPPER s3 OPTIONS (aws_secret_access_key 's3cr3t');",
                "CREATE SUBSCRIPTION s CONNECTION 'host=h password=s3cr3t dbname=d' PUBLICATION p;",
                "CREATE SUBSCRIPTION s CONNECTION 'host=h password = ''a s3cr3t'' dbname=d' PUBLICATION p;",
                "CREATE SUBSCRIPTION s CONNECTION $$host=h password=s3cr3t$$ PUBLICATION p;",
                "CREATE SUBSCRIPTION s CONNECTION 'postgresql://app:s3cr3t@host/db' PUBLICATION p;",
                "CREATE SUBSCRIPTION s CONNECTION 'postgresql://host/db?user=app&password=s3cr3t' PUBLICATION p;",
                "SELECT dblink_connect('c', 'postgres://app:a/b@s3cr3t@host/db');",
                "INSERT INTO hooks (url) VALUES ('https://s3cr3t@example.org/hook');",
                "ALTER DATABASE d SET app.jwt_secret TO 's3cr3t';",
                "DO $$ BEGIN CREATE ROLE app PASSWORD 's3cr3t'; END $$;",
                "DO $$ BEGIN EXECUTE 'CREATE ROLE app PASSWORD ''s3cr3t'''; END $$;",
                "DO $$ BEGIN EXECUTE format('CREATE ROLE %I PASSWORD %L', 'app', 's3cr3t'); END $$;",
                "DO $$ BEGIN EXECUTE 'CREATE ROLE app PASSWORD ' || quote_literal('s3cr3t'); END $$;",
                "-- CREATE ROLE app PASSWORD 's3cr3t'",
                "/* host=h password=s3cr3t */",
                "\\connect postgresql://app:s3cr3t@host/db"
            })
    void hides_a_secret_and_moves_nothing(String sql) {
        String shown = SqlSecrets.of(sql).hide();

        assertThat(shown).doesNotContain("s3cr3t").contains("*").hasSameSizeAs(sql);
        assertThat(shown.lines().map(String::length))
                .containsExactlyElementsOf(sql.lines().map(String::length).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TABLE users ADD COLUMN password text NOT NULL DEFAULT 'none';",
                "CREATE TYPE method AS ENUM ('PASSWORD', 'OAUTH');",
                "ALTER ROLE app PASSWORD NULL;",
                "COMMENT ON COLUMN users.password IS 'as bcrypt has it';",
                "INSERT INTO links VALUES ('https://example.org:443/a', 'ann@example.org');",
                "CREATE FUNCTION f() RETURNS trigger AS $$ BEGIN NEW.password := OLD.password; RETURN NEW; END $$;",
                "UPDATE users SET password = old_password WHERE kind = 'ROBOT';"
            })
    void leaves_what_is_no_secret(String sql) {
        assertThat(SqlSecrets.of(sql).hide()).isEqualTo(sql);
    }

    @Test
    void hides_what_a_server_quotes_of_a_script() {
        SqlSecrets secrets = SqlSecrets.of("ALTER ROLE app SET PASSWORD 'it''s s3cr3t';");

        assertThat(secrets.hideIn("syntax error at or near \"'it''s s3cr3t'\""))
                .isEqualTo("syntax error at or near \"'***'\"");
        assertThat(secrets.hideIn("it's s3cr3t is too short")).isEqualTo("*** is too short");
    }

    @Test
    void a_message_keeps_a_word_that_the_script_says_in_the_open_too() {
        assertThat(SqlSecrets.of("CREATE ROLE app PASSWORD 'app';").hideIn("role \"app\" already exists"))
                .isEqualTo("role \"app\" already exists");
    }

    @Test
    void stars_take_as_many_code_points_as_what_they_hide() {
        String sql = "CREATE ROLE app PASSWORD 'a\uD83D\uDD11b' LOGIN;";

        String shown = SqlSecrets.of(sql).hide();

        assertThat(shown).doesNotContain("\uD83D\uDD11");
        assertThat(shown.codePointCount(0, shown.length())).isEqualTo(sql.codePointCount(0, sql.length()));
    }

    @Property
    void fails_on_no_text(@ForAll String text) {
        assertThat(SqlSecrets.of(text).hide()).hasSameSizeAs(text);
    }
}
