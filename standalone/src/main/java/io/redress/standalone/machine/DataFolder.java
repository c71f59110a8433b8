package io.redress.standalone.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** The folder that holds everything kept between two runs. It belongs to one process at a time. */
public final class DataFolder implements AutoCloseable {
    /** With less free space than this it does not start: the broker ends its process on a full disk. */
    static final long LEAST_FREE_BYTES = 500L << 20;

    /** Far behind the text, which others must be able to read while the lock is held. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    private final Path path;
    private final FileChannel lockFile;

    private DataFolder(Path path, FileChannel lockFile) {
        this.path = path;
        this.lockFile = lockFile;
    }

    /**
     * Creates the folder if need be and takes it for this process.
     *
     * @throws StartFailure if it cannot be written, is in use, or its disk has under 500 MB free
     */
    public static DataFolder open(Path path) {
        return open(path, LEAST_FREE_BYTES);
    }

    static DataFolder open(Path path, long leastFreeBytes) {
        Path folder = path.toAbsolutePath().normalize();
        try {
            Files.createDirectories(folder);
            DataFolder taken = new DataFolder(folder, lock(folder));
            taken.requireFree(leastFreeBytes);
            Files.createDirectories(taken.logs());
            return taken;
        } catch (IOException refused) {
            throw new StartFailure(
                    "The data folder %s cannot be written (%s); choose another one with --data-dir."
                            .formatted(folder, reason(refused)),
                    refused);
        }
    }

    private static String reason(IOException refused) {
        if (refused instanceof AccessDeniedException) {
            return "access denied";
        }
        if (refused instanceof FileAlreadyExistsException) {
            return "there is a file of that name";
        }
        String systemReason = refused instanceof FileSystemException failure ? failure.getReason() : null;
        return systemReason == null ? String.valueOf(refused.getMessage()) : systemReason;
    }

    private static FileChannel lock(Path folder) throws IOException {
        FileChannel file = FileChannel.open(
                folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        if (tryLock(file) == null) {
            String holder = read(file);
            file.close();
            throw new StartFailure(
                    "The data folder %s is in use by process %s; stop that one or choose another folder with --data-dir."
                            .formatted(folder, holder.isBlank() ? "(unknown)" : holder));
        }
        file.truncate(0);
        file.write(ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8)));
        return file;
    }

    private static @Nullable FileLock tryLock(FileChannel file) throws IOException {
        try {
            return file.tryLock(LOCKED_BYTE, 1, false);
        } catch (OverlappingFileLockException heldByThisJvm) {
            return null;
        }
    }

    private static String read(FileChannel file) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(20);
        file.read(text, 0);
        return StandardCharsets.UTF_8.decode(text.flip()).toString();
    }

    private void requireFree(long leastFreeBytes) throws IOException {
        long free = freeBytes();
        if (free < leastFreeBytes) {
            close();
            throw new StartFailure(
                    "The disk of %s has %d MB free, but at least %d MB are needed; make room or choose another folder with --data-dir."
                            .formatted(path, free >> 20, leastFreeBytes >> 20));
        }
    }

    public Path path() {
        return path;
    }

    /** What the broker keeps. */
    public Path kafka() {
        return path.resolve("kafka");
    }

    /** Log files, bounded in size. */
    public Path logs() {
        return path.resolve("logs");
    }

    /** What this process could still write on the disk of the folder. */
    public long freeBytes() {
        try {
            return Files.getFileStore(path).getUsableSpace();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Gives the folder back. */
    @Override
    public void close() {
        try {
            lockFile.close();
        } catch (IOException unimportant) {
            throw new UncheckedIOException(unimportant);
        }
    }
}
