package org.moderato.admin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.moderato.store.NameTakenException;
import org.moderato.store.People;

/**
 * The password that lets the operator in for the first time.
 *
 * <p>It is made when nobody can sign in yet, and written to a file that its owner alone can read.
 * The file goes when that password is changed at the desk.
 */
public final class FirstPassword {
  /** The name to sign in with. */
  public static final String NAME = "admin";

  private static final String CONSONANTS = "bdfgklmnprstvz";
  private static final String VOWELS = "aeiou";

  /** Twelve syllables of 70 make 73 bits. */
  private static final int GROUPS = 6;

  private final Path file;

  /**
   * @param home the folder that the file lies in; it exists
   */
  public FirstPassword(Path home) {
    this.file = home.resolve("first-password.txt");
  }

  /** Returns where the password is written. */
  public Path file() {
    return file;
  }

  /**
   * Makes the first person if there is none.
   *
   * @return the password, if it was made just now
   * @throws UncheckedIOException if the file cannot be written; nobody was made then
   */
  public Optional<String> ensure(People people, Passwords passwords, SecureRandom random) {
    if (!people.isEmpty()) {
      return Optional.empty();
    }
    String password = readable(random);
    try {
      // The file first: a person whose password nobody ever saw could not be helped.
      write(password);
      people.create(NAME, passwords.hash(password));
      return Optional.of(password);
    } catch (NameTakenException e) {
      // Another instance on the same database was quicker.
      delete();
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot write the desk's first password to " + file + ": " + e.getMessage(), e);
    }
  }

  /** Returns whether the file is there: nobody has changed the password yet. */
  boolean isWaiting() {
    return Files.exists(file);
  }

  /**
   * Removes the file if it is there.
   *
   * @throws UncheckedIOException if it is there and stays
   */
  void delete() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(String password) throws IOException {
    // A file from an earlier database would keep its own permissions.
    Files.deleteIfExists(file);
    FileStore store = Files.getFileStore(requireNonNull(file.toAbsolutePath().getParent()));
    if (store.supportsFileAttributeView(PosixFileAttributeView.class)) {
      FileAttribute<?> ownerOnly =
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
      Files.createFile(file, ownerOnly);
    } else {
      Files.createFile(file);
      leaveToOwner();
    }
    Files.writeString(file, password + System.lineSeparator(), UTF_8);
  }

  private void leaveToOwner() throws IOException {
    var view = Files.getFileAttributeView(file, AclFileAttributeView.class);
    if (view != null) {
      var owner =
          AclEntry.newBuilder()
              .setType(AclEntryType.ALLOW)
              .setPrincipal(view.getOwner())
              .setPermissions(EnumSet.allOf(AclEntryPermission.class))
              .build();
      view.setAcl(List.of(owner));
    }
  }

  private static String readable(SecureRandom random) {
    var password = new StringBuilder();
    for (int group = 0; group < GROUPS; group++) {
      password.append(group == 0 ? "" : "-");
      for (int syllable = 0; syllable < 2; syllable++) {
        password.append(CONSONANTS.charAt(random.nextInt(CONSONANTS.length())));
        password.append(VOWELS.charAt(random.nextInt(VOWELS.length())));
      }
    }
    return password.toString();
  }
}
