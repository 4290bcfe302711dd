package org.moderato.launch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * A war's content in a temporary directory that only its owner can read, deleted when closed.
 *
 * <p>A process that is killed cannot delete anything. So each directory holds a file that is locked
 * as long as its process lives, and whoever starts next deletes the directories whose lock is free.
 */
final class Unpacked implements AutoCloseable {
  private static final String PREFIX = "moderato-war-";
  private static final String LOCK = ".in-use";
  private static final Duration TIME_TO_LOCK = Duration.ofMinutes(1);

  private final Path directory;
  private final FileChannel lock;

  private Unpacked(Path directory, FileChannel lock) {
    this.directory = directory;
    this.lock = lock;
  }

  /** Unpacks a war below the system's temporary directory. */
  static Unpacked from(Path war) throws IOException {
    return from(war, Path.of(System.getProperty("java.io.tmpdir")));
  }

  /** Unpacks a war below {@code parent}, having deleted what dead processes left there. */
  static Unpacked from(Path war, Path parent) throws IOException {
    deleteLeftovers(parent);
    Path directory = Files.createTempDirectory(parent, PREFIX);
    var unpacked = new Unpacked(directory, lock(directory));
    try {
      unpack(war, directory);
      return unpacked;
    } catch (IOException | RuntimeException e) {
      unpacked.close();
      throw e;
    }
  }

  /** Returns the directory that holds the war's files. */
  Path directory() {
    return directory;
  }

  @Override
  public void close() throws IOException {
    lock.close();
    delete(directory);
  }

  private static FileChannel lock(Path directory) throws IOException {
    var channel =
        FileChannel.open(
            directory.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    channel.lock();
    return channel;
  }

  /** Unpacks what the server needs: neither these classes here nor the archive's own records. */
  private static void unpack(Path war, Path directory) throws IOException {
    try (var zip = new ZipFile(war.toFile())) {
      Enumeration<? extends ZipEntry> entries = zip.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        String name = entry.getName();
        if (!entry.isDirectory() && !name.startsWith("META-INF/") && !name.startsWith("org/")) {
          unpack(zip, entry, directory);
        }
      }
    }
  }

  private static void unpack(ZipFile zip, ZipEntry entry, Path directory) throws IOException {
    Path target = directory.resolve(entry.getName()).normalize();
    if (!target.startsWith(directory)) {
      throw new IOException("entry outside of the archive: " + entry.getName());
    }
    Files.createDirectories(target.getParent());
    try (InputStream in = zip.getInputStream(entry)) {
      Files.copy(in, target);
    }
  }

  private static void deleteLeftovers(Path parent) throws IOException {
    try (DirectoryStream<Path> candidates = Files.newDirectoryStream(parent, PREFIX + "*")) {
      for (Path candidate : candidates) {
        deleteIfUnused(candidate);
      }
    }
  }

  /**
   * Deletes a dead process's directory. One that cannot be opened is another user's and is left
   * alone, and so is a new one, since its process may not have come to lock it yet.
   */
  private static void deleteIfUnused(Path candidate) {
    try (var channel = FileChannel.open(candidate.resolve(LOCK), StandardOpenOption.WRITE)) {
      Instant made = Files.getLastModifiedTime(candidate).toInstant();
      if (made.isBefore(Instant.now().minus(TIME_TO_LOCK)) && isFree(channel)) {
        delete(candidate);
      }
    } catch (IOException e) {
      return;
    }
  }

  private static boolean isFree(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  private static void delete(Path directory) throws IOException {
    Files.walkFileTree(
        directory,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path dir, @Nullable IOException failure)
              throws IOException {
            if (failure != null) {
              throw failure;
            }
            Files.delete(dir);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
