package dev.schemawatch.env;

import java.math.BigInteger;
import java.util.Objects;
import java.util.Optional;

/** Which whole numbers a variable may hold; a bound that is not there does not bound. */
public record IntegerRange(Optional<Integer> least, Optional<Integer> most) {
    public IntegerRange {
        Objects.requireNonNull(least);
        Objects.requireNonNull(most);
    }

    /** Whether the text is such a number, in decimal digits and nothing else. */
    public boolean admits(String text) {
        if (!text.matches("[+-]?[0-9]{1,100}")) {
            return false;
        }
        BigInteger number = new BigInteger(text);
        return least.stream().allMatch(bound -> number.compareTo(BigInteger.valueOf(bound)) >= 0)
                && most.stream().allMatch(bound -> number.compareTo(BigInteger.valueOf(bound)) <= 0);
    }

    /** The numbers as a noun phrase: "a whole number of at least 1". */
    public String words() {
        if (least.isPresent() && most.isPresent()) {
            return "a whole number from " + least.get() + " to " + most.get();
        }
        return "a whole number"
                + least.map(bound -> " of at least " + bound)
                        .or(() -> most.map(bound -> " of at most " + bound))
                        .orElse("");
    }
}
