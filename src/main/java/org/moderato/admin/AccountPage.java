package org.moderato.admin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import org.moderato.store.AuditLog;
import org.moderato.store.People;

/** Where people change their own password. */
final class AccountPage {
  private static final System.Logger LOG = System.getLogger(AccountPage.class.getName());
  private static final String PATH = "/desk/account";
  private static final String CHANGED = "changed";

  private final People people;
  private final AuditLog audit;
  private final SignIn signIn;
  private final Sessions sessions;
  private final Passwords passwords;
  private final FirstPassword firstPassword;

  AccountPage(
      People people,
      AuditLog audit,
      SignIn signIn,
      Sessions sessions,
      Passwords passwords,
      FirstPassword firstPassword) {
    this.people = people;
    this.audit = audit;
    this.signIn = signIn;
    this.sessions = sessions;
    this.passwords = passwords;
    this.firstPassword = firstPassword;
  }

  void show(Visit visit) throws IOException {
    show(visit, 200, "");
  }

  void change(Visit visit) throws IOException {
    String current = visit.text("current");
    String chosen = visit.text("chosen");
    String problem = problem(visit.person(), current, chosen, visit.text("again"));
    if (!problem.isEmpty()) {
      show(visit, 422, problem);
      return;
    }
    try {
      if (signIn.check(visit.person(), current, visit.address()).isEmpty()) {
        show(visit, 422, "The current password is not right.");
        return;
      }
    } catch (TooManyTriesException e) {
      visit.response().setHeader("Retry-After", Long.toString(e.seconds()));
      show(visit, 429, e.advice());
      return;
    }
    // This signs the person out everywhere, so that nobody who knew the old password stays in.
    people.changePassword(visit.person(), passwords.hash(chosen));
    audit.add(visit.person(), "changed the password", "", "");
    removeFirstPassword(visit.person());
    visit.setCookie(sessions.open(visit.person()));
    visit.goTo(DeskPath.with(PATH, Notice.PARAMETER, CHANGED));
  }

  /** Returns what is wrong with a new password, or an empty string. */
  static String problem(String name, String current, String chosen, String again) {
    int length = chosen.codePointCount(0, chosen.length());
    if (length < Passwords.MIN_LENGTH) {
      return "The new password must have at least %d characters, and had %d."
          .formatted(Passwords.MIN_LENGTH, length);
    }
    if (length > Passwords.MAX_LENGTH) {
      return "The new password must have at most %,d characters.".formatted(Passwords.MAX_LENGTH);
    }
    if (!chosen.equals(again)) {
      return "The new password was not the same both times.";
    }
    if (chosen.equals(current)) {
      return "The new password is the current one.";
    }
    if (chosen.toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT))) {
      return "The new password must not contain your name.";
    }
    return "";
  }

  private void removeFirstPassword(String name) {
    if (!name.equals(FirstPassword.NAME)) {
      return;
    }
    try {
      firstPassword.delete();
    } catch (UncheckedIOException e) {
      LOG.log(
          System.Logger.Level.WARNING,
          () -> "cannot remove " + firstPassword.file() + "; its password is no longer valid",
          e);
    }
  }

  private void show(Visit visit, int status, String problem) throws IOException {
    visit.show(
        status,
        "account",
        "Account",
        PATH,
        Map.of(
            "problem",
            problem,
            "changed",
            visit.text(Notice.PARAMETER).equals(CHANGED),
            "shortest",
            Passwords.MIN_LENGTH));
  }
}
