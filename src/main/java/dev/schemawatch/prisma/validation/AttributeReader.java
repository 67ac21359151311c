package dev.schemawatch.prisma.validation;

import dev.schemawatch.finding.Location;
import dev.schemawatch.prisma.FindingLog;
import dev.schemawatch.prisma.PrismaAst.Argument;
import dev.schemawatch.prisma.PrismaAst.Attribute;
import dev.schemawatch.prisma.PrismaAst.Expression;
import dev.schemawatch.prisma.PrismaAst.Name;
import dev.schemawatch.prisma.SchemaRules;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** Takes the attributes of one declaration one by one, and reports those that are given twice or that nobody took. */
final class AttributeReader {
    private final List<Attribute> attributes;
    private final String sign;
    private final String subject;
    private final FindingLog log;
    private final BitSet taken = new BitSet();

    /** @param sign {@code @} for fields and values, {@code @@} for blocks */
    AttributeReader(List<Attribute> attributes, String sign, String subject, FindingLog log) {
        this.attributes = attributes;
        this.sign = sign;
        this.subject = subject;
        this.log = log;
    }

    /** The attribute of that name that may be given once; nothing when it is given twice, or its arguments have no values. */
    Optional<ArgumentReader> single(String name) {
        List<Attribute> found = take(name);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        if (found.size() > 1) {
            found.forEach(attribute -> duplicate(attribute, sign + name));
            return Optional.empty();
        }
        return open(found.getFirst());
    }

    /** The attributes of that name that may be given several times. */
    List<ArgumentReader> repeated(String name) {
        return take(name).stream()
                .flatMap(attribute -> open(attribute).stream())
                .toList();
    }

    /** The native type: an attribute with the datasource's name before a dot. Of several the last one counts. */
    Optional<Attribute> nativeType() {
        Optional<Attribute> last = Optional.empty();
        for (int index = 0; index < attributes.size(); index++) {
            Attribute attribute = attributes.get(index);
            if (attribute.name().contains(".")) {
                taken.set(index);
                last.ifPresent(_ -> duplicate(attribute, "a native type"));
                last = Optional.of(attribute);
            }
        }
        return last;
    }

    /** Reports what is left; {@code known} says what could stand here. */
    void close(String known) {
        for (int index = 0; index < attributes.size(); index++) {
            if (!taken.get(index)) {
                Attribute attribute = attributes.get(index);
                log.add(
                        SchemaRules.ATTRIBUTE,
                        attribute.location(),
                        subject,
                        sign + attribute.name() + " means nothing here; Prisma knows " + known);
            }
        }
    }

    private List<Attribute> take(String name) {
        // Every field is asked for a dozen attributes, and has one or two.
        List<Attribute> found = List.of();
        for (int index = 0; index < attributes.size(); index++) {
            if (attributes.get(index).name().equals(name) && !taken.get(index)) {
                taken.set(index);
                if (found.isEmpty()) {
                    found = new ArrayList<>(1);
                }
                found.add(attributes.get(index));
            }
        }
        return found;
    }

    private void duplicate(Attribute attribute, String what) {
        log.add(SchemaRules.DUPLICATE, attribute.location(), subject, what + " is given twice; keep one of them");
    }

    private Optional<ArgumentReader> open(Attribute attribute) {
        List<Name> missing = new ArrayList<>(attribute.valueless());
        for (Argument argument : attribute.arguments()) {
            if (argument.value() instanceof Expression.Call call) {
                missing.addAll(call.valueless());
            } else if (argument.value() instanceof Expression.Array array) {
                // A fault as well, but one that Prisma reads over when it judges the others.
                array.elements().forEach(this::missingValues);
            }
        }
        missing.forEach(this::missingValue);
        return missing.isEmpty() ? Optional.of(new ArgumentReader(attribute, sign, subject, log)) : Optional.empty();
    }

    private void missingValues(Expression element) {
        if (element instanceof Expression.Call call) {
            call.valueless().forEach(this::missingValue);
        }
    }

    private void missingValue(Name key) {
        Location.InFile place = key.location();
        log.add(
                SchemaRules.SYNTAX,
                place,
                subject,
                "the argument " + key.text() + " has no value; write one after the colon");
    }
}
