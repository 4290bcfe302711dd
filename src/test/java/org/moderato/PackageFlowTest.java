package org.moderato;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Holds the order in which a comment flows: a package imports only packages that stand above it.
 */
final class PackageFlowTest {
  private static final String ROOT = "org.moderato";

  private static final List<String> FLOW =
      List.of(
          "config", "comment", "text", "check", "model", "facts", "rule", "verdict", "store",
          "release", "intake", "capture", "api", "admin", "demo", "", "command", "launch");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @Test
  void imports_pointOnlyUpTheFlow() {
    var wrong = new TreeSet<String>();
    for (JavaClass from : CLASSES) {
      for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
        JavaClass to = dependency.getTargetClass();
        if (to.getPackageName().startsWith(ROOT) && place(to) > place(from)) {
          wrong.add(from.getName() + " imports " + to.getName());
        }
      }
    }
    assertEquals(new TreeSet<>(), wrong);
  }

  @Test
  void packages_haveNoCycles() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  private static int place(JavaClass type) {
    String name = type.getPackageName();
    String top = name.equals(ROOT) ? "" : name.substring(ROOT.length() + 1).split("\\.", 2)[0];
    int place = FLOW.indexOf(top);
    assertEquals(true, place >= 0, "package not in the flow: " + name);
    return place;
  }
}
