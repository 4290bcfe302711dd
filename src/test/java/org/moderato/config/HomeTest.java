package org.moderato.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HomeTest {
  private static final Function<String, Optional<String>> NOTHING = given(Map.of());

  private static Function<String, Optional<String>> given(Map<String, String> values) {
    return name -> Optional.ofNullable(values.get(name));
  }

  @Test
  void locate_everyPlaceNamed_propertyComesBeforeEnvironmentBeforeParameter(@TempDir Path base) {
    var property = given(Map.of("moderato.home", "/p", "catalina.base", base.toString()));
    var environment = given(Map.of("MODERATO_HOME", "/e"));
    var parameter = given(Map.of("moderato.home", "/c"));

    assertEquals(Path.of("/p"), Home.locate(property, environment, parameter).folder());
    assertEquals(Path.of("/e"), Home.locate(NOTHING, environment, parameter).folder());
    assertEquals(Path.of("/c"), Home.locate(NOTHING, NOTHING, parameter).folder());
  }

  @Test
  void locate_inContainer_liesInItsBase(@TempDir Path base) {
    var property = given(Map.of("jetty.base", base.toString(), "user.home", "/u"));
    assertEquals(base.resolve("moderato"), Home.locate(property, NOTHING, NOTHING).folder());
  }

  @Test
  void locate_containerBaseCannotBeWritten_liesInTheUsersHome() {
    var property = given(Map.of("catalina.base", "/nowhere/to/be/found", "user.home", "/u"));
    assertEquals(Path.of("/u/moderato"), Home.locate(property, NOTHING, NOTHING).folder());
  }

  @Test
  void locate_rulesElsewhere_areReadFromThere() {
    var property = given(Map.of("moderato.home", "/p", "moderato.rules", "/checkout/rules"));
    var home = Home.locate(property, NOTHING, NOTHING);
    assertEquals(Path.of("/checkout/rules"), home.rules());
    assertEquals(Path.of("/p/moderato.yaml"), home.configFile());
  }
}
