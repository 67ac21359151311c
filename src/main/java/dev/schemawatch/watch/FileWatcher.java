package dev.schemawatch.watch;

import dev.schemawatch.git.GitRepository;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Notices changes of the files that a scan reads: takes what the kernel's events tell, filters it, lets it settle and tells the
 * listener. All state belongs to the one thread that does this.
 *
 * <p>Whatever goes wrong (too many events, a folder replaced, a dead watch, no watches left) ends in a look at everything, so
 * that nothing is missed; at worst it is noticed later.
 */
public final class FileWatcher implements AutoCloseable {
    private static final Duration SAFETY_RESCAN = Duration.ofMinutes(5);

    /** Events in the folder above the root, or above what is left of its path: they only tell that it may be another. */
    private static final String ABOVE_ROOT = "..";

    private final Path root;
    private final PathFilter filter;
    private final GitGate git;
    private final WatchServiceSource source;
    private final WatchListener listener;
    private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
    private final WatchCounts counts = new WatchCounts();
    private final Debouncer debouncer;
    private final StampPoller poller;
    private final Thread thread;

    private Noticed.Cause cause = Noticed.Cause.CHANGE;
    private @Nullable Scan scan;
    private @Nullable EventStream events;

    /** Whether folders came or went since the watches were last brought in line: once for all events that are waiting. */
    private boolean armDue;

    private long nextSafetyRescan = System.nanoTime() + SAFETY_RESCAN.toNanos();

    /** A watcher that watches nothing until it is told what. */
    public FileWatcher(ScanSettings settings, WatchSettings timing, WatchListener listener) {
        this(settings, timing, listener, FileSystems.getDefault()::newWatchService);
    }

    FileWatcher(ScanSettings settings, WatchSettings timing, WatchListener listener, WatchServiceSource source) {
        this.debouncer = new Debouncer(timing.settle(), timing.maxWait());
        this.poller = new StampPoller(settings.root());
        this.root = settings.root();
        this.filter = new PathFilter(settings.ignore());
        this.git = new GitGate(new GitRepository(root));
        this.source = source;
        this.listener = listener;
        this.thread = Thread.ofPlatform().daemon().name("schemawatch-watch").start(this::run);
    }

    /** Watches the folders of this scan from now on. Folders that were not watched before are reported as changed. */
    public void watch(Scan latest) {
        signals.add(new Signal.Watch(latest));
    }

    /** How it goes; from any thread. */
    public WatchStatus status() {
        return counts.status();
    }

    /** Ends both threads. Changes that have not settled are not reported any more. */
    @Override
    public void close() {
        signals.add(new Signal.Stop());
        try {
            thread.join(Duration.ofSeconds(1));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            boolean running = true;
            while (running) {
                running = step();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            stopEvents();
        }
    }

    /** A fault of ours must not end the watching in silence: it is said, and everything is set up anew. */
    private boolean step() throws InterruptedException {
        try {
            Signal signal = signals.poll(untilNextTask(), TimeUnit.NANOSECONDS);
            boolean running = signal == null || take(signal);
            if (running && signals.isEmpty()) {
                doDueTasks(System.nanoTime());
            }
            return running;
        } catch (RuntimeException fault) {
            listener.said("watching failed and starts again: " + fault);
            if (events != null) {
                signals.add(new Signal.ReaderLost(events));
            }
            return true;
        }
    }

    /** False when it was the last. */
    private boolean take(Signal signal) {
        long now = System.nanoTime();
        switch (signal) {
            case Signal.Watch watch -> {
                scan = watch.scan();
                if (events == null && poller.shouldRetryEvents(now)) {
                    startEvents(now);
                }
                arm(now, true);
            }
            case Signal.Raw raw -> handle(raw, now);
            case Signal.ReaderLost lost -> {
                if (lost.stream().equals(events)) {
                    stopEvents();
                    startEvents(now);
                    arm(now, false);
                    lose(Noticed.Cause.WATCHER_LOST, now);
                }
            }
            case Signal.Stop _ -> {
                return false;
            }
        }
        return true;
    }

    private void doDueTasks(long now) {
        if (armDue) {
            arm(now, false);
        }
        if (events == null && scan != null) {
            if (poller.shouldRetryEvents(now)) {
                startEvents(now);
                arm(now, true);
            }
            poller.look(scan, now).forEach(path -> accept(path, now));
        }
        if (now - nextSafetyRescan >= 0) {
            nextSafetyRescan = now + SAFETY_RESCAN.toNanos();
            arm(now, false);
            lose(Noticed.Cause.PERIODIC, now);
        }
        if (debouncer.untilDue(now) <= 0 && !heldByGit(now)) {
            long at = debouncer.last();
            Noticed noticed = new Noticed(debouncer.take(), cause, at);
            cause = Noticed.Cause.CHANGE;
            listener.changed(noticed);
        }
    }

    private long untilNextTask() {
        long now = System.nanoTime();
        long due = debouncer.untilDue(now);
        long next = Math.min(due <= 0 ? GitGate.RECHECK.toNanos() : due, nextSafetyRescan - now);
        return Math.max(1, events == null ? Math.min(next, StampPoller.INTERVAL.toNanos()) : next);
    }

    private void handle(Signal.Raw raw, long now) {
        if (events == null) {
            return;
        }
        WatchedFolders folders = events.folders();
        Optional<String> folder = folders.folderOf(raw.key());
        if (folder.isEmpty()) {
            return;
        }
        for (WatchEvent<?> event : raw.events()) {
            if (event.kind().equals(StandardWatchEventKinds.OVERFLOW)) {
                counts.overflowed();
                folders.drop("");
                armDue = true;
                lose(Noticed.Cause.OVERFLOW, now);
            } else if (event.context() instanceof Path name) {
                entryChanged(folder.get(), name.toString(), event.kind(), now);
            }
        }
        if (!raw.valid()) {
            folders.drop(folder.get());
            accept(folder.get(), now);
            armDue = true;
        }
    }

    private void entryChanged(String folder, String name, WatchEvent.Kind<?> kind, long now) {
        if (folder.equals(ABOVE_ROOT)) {
            if (root.endsWith(name) || !Files.isDirectory(root)) {
                rootMayHaveChanged(now);
            }
        } else if (GitGate.watchedNames().contains(folder)) {
            if (GitGate.mayMoveHead(folder, name)) {
                accept(WorkspaceScanner.GIT, now);
            } else {
                counts.ignored();
            }
        } else {
            treeChanged(Disk.child(folder, name), name, kind, now);
        }
    }

    private void rootMayHaveChanged(long now) {
        if (events != null && !Files.isDirectory(root) && events.folders().contains("")) {
            events.folders().drop("");
            lose(Noticed.Cause.WATCHER_LOST, now);
        }
        armDue = true;
    }

    private void treeChanged(String path, String name, WatchEvent.Kind<?> kind, long now) {
        Optional<WatchedFolders> folders = Optional.ofNullable(events).map(EventStream::folders);
        boolean created = kind.equals(StandardWatchEventKinds.ENTRY_CREATE);
        boolean folderGone = kind.equals(StandardWatchEventKinds.ENTRY_DELETE)
                && folders.filter(watched -> watched.contains(path)).isPresent();
        boolean folderCame = created && isInterestingFolder(path);
        if (folderGone) {
            folders.ifPresent(watched -> watched.drop(path));
        }
        boolean gitCame = created && path.equals(WorkspaceScanner.GIT);
        if (folderGone || folderCame || gitCame) {
            if (gitCame) {
                git.forget();
            }
            accept(path, now);
            armDue = true;
            if (folderCame) {
                adopt(path, now);
            }
        } else if (!PathFilter.isEditorFile(name) && !filter.ignores(path) && scan != null && scan.concerns(path)) {
            accept(path, now);
        } else {
            counts.ignored();
        }
    }

    private boolean isInterestingFolder(String path) {
        boolean wanted = scan != null && scan.concerns(path);
        return Files.isDirectory(root.resolve(path)) && (wanted || filter.enters(path));
    }

    private void accept(String path, long now) {
        if (debouncer.add(path, now)) {
            counts.accepted();
        } else {
            counts.duplicate();
        }
    }

    private void lose(Noticed.Cause why, long now) {
        cause = why;
        counts.rescanned(why);
        debouncer.lose(now);
    }

    /** Brings the watches in line with the last scan. What is watched for the first time was never looked at since. */
    private void arm(long now, boolean forgetOthers) {
        armDue = false;
        if (events == null || scan == null) {
            return;
        }
        WatchedFolders folders = events.folders();
        try {
            boolean first = folders.size() == 0;
            boolean rootCame = folders.add("", root);
            for (String folder : scan.folders()) {
                if (folders.add(folder, root.resolve(folder)) && !first) {
                    accept(folder, now);
                }
            }
            watchAbove(folders);
            git.arm(folders);
            if (forgetOthers) {
                Set<String> wanted = new HashSet<>(scan.folders());
                wanted.addAll(List.of("", ABOVE_ROOT));
                wanted.addAll(GitGate.watchedNames());
                folders.keepOnly(wanted);
            }
            counts.watching(folders.size());
            if (poller.stop()) {
                listener.said("watching by file-system events again");
            }
            if (rootCame) {
                lose(first ? Noticed.Cause.START : Noticed.Cause.WATCHER_LOST, now);
            }
        } catch (IOException limit) {
            poll(limit, now);
        }
    }

    /** A schema may be on its way into a folder that no scan knows yet. */
    private void adopt(String folder, long now) {
        if (events == null) {
            return;
        }
        WatchedFolders folders = events.folders();
        try {
            folders.adopt(folder);
            counts.watching(folders.size());
        } catch (IOException limit) {
            poll(limit, now);
        }
    }

    private boolean heldByGit(long now) {
        if (!git.isClosed()) {
            return false;
        }
        if (GitGate.isStale(now - debouncer.last())) {
            listener.said("git's index.lock has been there for 10 s without a change: checking in spite of it");
            return false;
        }
        return true;
    }

    private void startEvents(long now) {
        try {
            events = EventStream.open(source, root, filter, signals::add);
            counts.mode(WatchStatus.Mode.EVENTS);
        } catch (IOException limit) {
            poll(limit, now);
        }
    }

    private void stopEvents() {
        EventStream closing = events;
        events = null;
        counts.watching(0);
        counts.mode(WatchStatus.Mode.OFF);
        if (closing != null) {
            closing.close();
        }
    }

    /** The system gives no more watches: look at the stamps of the inputs instead, and try again later. */
    private void poll(IOException limit, long now) {
        stopEvents();
        counts.mode(WatchStatus.Mode.POLLING);
        if (poller.start(scan, now)) {
            listener.said(InotifyLimit.explain(limit, StampPoller.INTERVAL));
            lose(Noticed.Cause.WATCHER_LOST, now);
        }
    }

    /** The folder above the root, or what is left of its path. */
    private void watchAbove(WatchedFolders folders) throws IOException {
        Path above = root.getParent();
        while (above != null && !Files.isDirectory(above)) {
            above = above.getParent();
        }
        if (above != null) {
            folders.add(ABOVE_ROOT, above);
        }
    }
}
