package dev.schemawatch.replay;

import dev.schemawatch.migration.Migration;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Names for what each beginning of a replay comes to: equal when all of its migrations, and the way in which they are applied,
 * are.
 *
 * @param keys by the number of migrations that are applied, from 1 on; lower-case letters and digits
 */
public record PrefixKeys(List<String> keys) {
    /** Changes whenever a replay comes to something else for the same scripts. */
    private static final String FORMAT = "1";

    private static final int CHARACTERS = 40;

    public PrefixKeys {
        keys = List.copyOf(keys);
    }

    /** Those of a replay. */
    public static PrefixKeys of(ReplayPlan plan) {
        return of(plan.namespace(), plan.splits(), plan.migrations());
    }

    /** Those of a replay of these migrations, as {@link ReplayPlan} says it. */
    public static PrefixKeys of(String namespace, boolean splits, List<Migration> migrations) {
        MessageDigest digest = sha256();
        add(digest, FORMAT, namespace, Boolean.toString(splits));
        List<String> keys = new ArrayList<>();
        for (Migration migration : migrations) {
            add(
                    digest,
                    migration.name(),
                    migration.author().name(),
                    migration.checksum().sha256());
            keys.add(HexFormat.of().formatHex(copy(digest).digest()).substring(0, CHARACTERS));
        }
        return new PrefixKeys(keys);
    }

    /** The name of what so many migrations come to. */
    public String after(int migrations) {
        return keys.get(migrations - 1);
    }

    /** Each text with its end. */
    private static void add(MessageDigest digest, String... texts) {
        for (String text : texts) {
            digest.update(text.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }
    }

    private static MessageDigest copy(MessageDigest digest) {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("SHA-256 of every Java platform can be copied", e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
