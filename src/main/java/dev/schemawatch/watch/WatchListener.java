package dev.schemawatch.watch;

/** Is told of changes on the watcher's thread; must return at once. */
public interface WatchListener {
    /** Files changed, and the change has settled. */
    void changed(Noticed noticed);

    /** Something that people should know about the watching itself, as a sentence. */
    void said(String message);
}
