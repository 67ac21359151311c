package dev.schemawatch.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.dynamic.loading.ClassLoadingStrategy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecordMethodsTest {
    /** What the build does to a record of the product. */
    record Sample(String text, int number, List<String> words) {}

    /** A record that says itself when it is equal. */
    record Own(String text) {
        @Override
        public boolean equals(Object object) {
            return object instanceof Own;
        }

        @Override
        public int hashCode() {
            return 7;
        }
    }

    private final RecordMethods methods = new RecordMethods();
    private Class<?> sample = Sample.class;

    @BeforeEach
    void transform() throws IOException {
        sample = transformed(Sample.class);
    }

    @Test
    void is_for_records_alone() {
        assertThat(methods.matches(TypeDescription.ForLoadedType.of(Sample.class)))
                .isTrue();
        assertThat(methods.matches(TypeDescription.ForLoadedType.of(String.class)))
                .isFalse();
    }

    @Test
    void what_holds_the_same_is_equal() throws ReflectiveOperationException {
        Object one = sample("a", 1, List.of("x"));
        Object same = sample("a", 1, List.of("x"));

        assertThat(one).isEqualTo(same).hasSameHashCodeAs(same);
    }

    @Test
    void each_component_counts() throws ReflectiveOperationException {
        Object one = sample("a", 1, List.of("x"));

        assertThat(one)
                .isNotEqualTo(sample("b", 1, List.of("x")))
                .isNotEqualTo(sample("a", 2, List.of("x")))
                .isNotEqualTo(sample("a", 1, List.of("y")))
                .isNotEqualTo("a");
    }

    @Test
    void a_component_may_be_null() throws ReflectiveOperationException {
        Object one = sample(null, 1, null);

        assertThat(one).isEqualTo(sample(null, 1, null)).isNotEqualTo(sample("a", 1, null));
        assertThat(one).hasSameHashCodeAs(sample(null, 1, null));
    }

    @Test
    void what_a_record_says_itself_stays() throws Exception {
        Class<?> own = transformed(Own.class);
        var constructor = own.getDeclaredConstructor(String.class);
        constructor.setAccessible(true);

        assertThat(constructor.newInstance("a")).isEqualTo(constructor.newInstance("b"));
        assertThat(constructor.newInstance("a").hashCode()).isEqualTo(7);
    }

    private Object sample(@Nullable String text, int number, @Nullable List<String> words)
            throws ReflectiveOperationException {
        var constructor = sample.getDeclaredConstructor(String.class, int.class, List.class);
        constructor.setAccessible(true);
        return constructor.newInstance(text, number, words);
    }

    private Class<?> transformed(Class<?> type) throws IOException {
        ClassFileLocator files = ClassFileLocator.ForClassLoader.of(type.getClassLoader());
        try (var made = methods.apply(
                        new ByteBuddy().redefine(type, files), TypeDescription.ForLoadedType.of(type), files)
                .make()) {
            return made.load(type.getClassLoader(), ClassLoadingStrategy.Default.CHILD_FIRST)
                    .getLoaded();
        }
    }
}
