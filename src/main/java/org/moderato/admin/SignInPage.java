package org.moderato.admin;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.moderato.store.AuditLog;
import org.moderato.store.Person;

/** The way in and the way out. */
final class SignInPage {
  static final String PATH = "/desk/sign-in";

  private final SignIn signIn;
  private final Sessions sessions;
  private final AuditLog audit;
  private final FirstPassword firstPassword;

  SignInPage(SignIn signIn, Sessions sessions, AuditLog audit, FirstPassword firstPassword) {
    this.signIn = signIn;
    this.sessions = sessions;
    this.audit = audit;
    this.firstPassword = firstPassword;
  }

  void show(Visit visit) throws IOException {
    if (visit.person().isEmpty()) {
      show(visit, 200, "", "");
    } else {
      visit.goTo(next(visit));
    }
  }

  void enter(Visit visit) throws IOException {
    String name = visit.text("name");
    try {
      Optional<Person> person = signIn.check(name, visit.text("password"), visit.address());
      if (person.isPresent()) {
        welcome(visit, person.get().name());
      } else {
        show(visit, 403, name, "This name and this password do not belong together.");
      }
    } catch (TooManyTriesException e) {
      visit.response().setHeader("Retry-After", Long.toString(e.seconds()));
      show(visit, 429, name, e.advice());
    }
  }

  void leave(Visit visit) {
    sessions.close(visit.cookie());
    visit.eraseCookie();
    visit.goTo(PATH);
  }

  private void welcome(Visit visit, String name) {
    sessions.close(visit.cookie());
    visit.setCookie(sessions.open(name));
    audit.add(name, "signed in", "", "from " + visit.address());
    visit.goTo(next(visit));
  }

  private void show(Visit visit, int status, String name, String problem) throws IOException {
    if (visit.cookie().isEmpty()) {
      visit.setCookie(sessions.newToken());
    }
    visit.show(
        status,
        "sign-in",
        "Sign in",
        PATH,
        Map.of(
            "name",
            name,
            "next",
            next(visit),
            "problem",
            problem,
            "firstTime",
            firstPassword.isWaiting()));
  }

  private static String next(Visit visit) {
    return DeskPath.orQueue(visit.text("next"));
  }
}
