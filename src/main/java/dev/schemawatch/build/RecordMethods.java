package dev.schemawatch.build;

import static net.bytebuddy.matcher.ElementMatchers.isEquals;
import static net.bytebuddy.matcher.ElementMatchers.isFinal;
import static net.bytebuddy.matcher.ElementMatchers.isHashCode;

import net.bytebuddy.build.Plugin;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.implementation.EqualsMethod;
import net.bytebuddy.implementation.HashCodeMethod;

/**
 * Gives every record {@code equals} and {@code hashCode} as plain code.
 *
 * <p>The compiler leaves both to {@code ObjectMethods}, a chain of method handles that is put together at the first call. A
 * native image has to flatten these chains while it is built, and now and then it does so for none of them: each comparison of
 * two records is then interpreted, some hundred times slower, and what Schemawatch does is mostly that. Methods that somebody
 * wrote are left alone: those of the compiler are {@code final}.
 */
public final class RecordMethods implements Plugin {

    @Override
    public boolean matches(TypeDescription type) {
        return type.isRecord();
    }

    @Override
    public DynamicType.Builder<?> apply(
            DynamicType.Builder<?> builder, TypeDescription type, ClassFileLocator classFileLocator) {
        return builder.method(isHashCode().and(isFinal()))
                .intercept(HashCodeMethod.usingOffset(0))
                .method(isEquals().and(isFinal()))
                .intercept(EqualsMethod.isolated());
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
