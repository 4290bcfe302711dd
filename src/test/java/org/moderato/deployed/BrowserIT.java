package org.moderato.deployed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * Readers and a moderator in a real browser: Chromium, headless. Each page is also searched for
 * obstacles with axe-core, in light and in dark.
 *
 * <p>With {@code -Dscreenshots=docs/images} it leaves pictures of the pages there.
 */
final class BrowserIT {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
  private static final Dimension WIDE = new Dimension(1280, 1000);

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final String FRIENDLY = "I shall bring my grandchildren to see the swan.";
  private static final String DOUBTFUL = "You are an idiot.";
  private static final String WITH_LINK =
      "The whole opening is on film, swan and all: https://swingbridge.example/film";
  private static final String ABUSIVE =
      "You are a worthless piece of shit and everybody hates you.";

  @TempDir private static Path folder;

  private static Server server;
  private static ChromeDriver browser;

  @BeforeAll
  static void start() throws Exception {
    boolean there = Files.exists(CHROMIUM) && Files.exists(DRIVER);
    String install = "no browser: apt-get install chromium chromium-driver";
    if ("true".equals(System.getenv("CI"))) {
      assertTrue(there, install);
    }
    assumeTrue(there, install);
    server = Server.start(Container.JAVA_JAR, folder, folder.resolve("home"));
    browser = browser();
  }

  @AfterAll
  static void stop() throws Exception {
    if (browser != null) {
      browser.quit();
    }
    if (server != null) {
      server.close();
    }
  }

  @Test
  void comments_goAllTheWay_onPagesWithoutObstacles() throws Exception {
    open("/");
    assertAccessible("article");

    comment("", "");
    assertTrue(says("Please enter your comment!"));
    assertTrue(says("Please enter your name here"));
    assertAccessible("article with a form that lacks something");

    comment("Ada", FRIENDLY);
    assertTrue(browser.findElement(By.id("comments")).getText().contains(FRIENDLY));
    picture("article", "window.scrollTo(0, document.getElementById('comments').offsetTop - 40)");

    comment("Ben", DOUBTFUL);
    assertTrue(says("awaiting moderation"));
    assertAccessible("article with a held comment");

    comment("Dora Finch", WITH_LINK);
    assertTrue(says("awaiting moderation"));

    comment("Cid", ABUSIVE);
    assertTrue(says("Your comment was not accepted."));
    assertAccessible("article with a rejected comment");

    open("/desk");
    assertAccessible("sign-in");
    type("name", "admin");
    type("password", Desk.firstPassword(folder.resolve("home")));
    press("main form button");
    assertAccessible("desk queue");
    picture("desk-queue", "window.scrollTo(0, 0)");

    press(".card .meta a");
    assertAccessible("one comment");
    open("/desk");
    press("form[action$='/approve'] button");
    assertTrue(says("Approved"));
    assertAccessible("desk queue after a decision");
    for (String path :
        List.of(
            "/desk/published", "/desk/rejected", "/desk/rules", "/desk/audit", "/desk/account")) {
      open(path);
      assertAccessible(path);
    }

    open("/");
    assertTrue(browser.findElement(By.id("comments")).getText().contains(DOUBTFUL));
    assertEquals(List.of(), complaints());
  }

  /** Returns what the browser complained about, apart from the form that lacked something. */
  private static List<String> complaints() {
    return browser.manage().logs().get(LogType.BROWSER).getAll().stream()
        .map(LogEntry::getMessage)
        .filter(message -> !message.contains("a status of 400"))
        .toList();
  }

  private static ChromeDriver browser() throws Exception {
    var options = new ChromeOptions();
    options.setBinary(CHROMIUM.toFile());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--user-data-dir=" + Files.createDirectory(folder.resolve("profile")));
    var service = new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).build();
    var driver = new ChromeDriver(service, options);
    driver.manage().window().setSize(WIDE);
    return driver;
  }

  private static void open(String path) {
    browser.get(server.address().resolve(path).toString());
  }

  /** Fills in the form of the page that is open, as a reader does, and sends it. */
  private static void comment(String author, String text) {
    type("comment", text);
    type("author", author);
    press("#commentform button");
  }

  private static void type(String field, String text) {
    WebElement element = browser.findElement(By.name(field));
    element.clear();
    element.sendKeys(text);
  }

  /** Presses what leads to another page, and waits until that has taken the place of this one. */
  private static void press(String selector) {
    WebElement page = browser.findElement(By.tagName("html"));
    browser.findElement(By.cssSelector(selector)).click();
    new WebDriverWait(browser, PATIENCE).until(ExpectedConditions.stalenessOf(page));
  }

  private static boolean says(String words) {
    return browser.findElement(By.tagName("main")).getText().contains(words);
  }

  private static void assertAccessible(String page) {
    for (String scheme : List.of("light", "dark")) {
      prefer(scheme);
      List<String> obstacles =
          new AxeBuilder()
              .analyze(browser).getViolations().stream().map(BrowserIT::described).toList();
      assertEquals(List.of(), obstacles, page + ", " + scheme);
    }
    prefer("light");
  }

  private static String described(Rule rule) {
    return rule.getId() + ": " + rule.getHelp() + " " + rule.getNodes();
  }

  private static void prefer(String scheme) {
    browser.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
  }

  /** Leaves pictures of the page where they were asked for. */
  private static void picture(String name, String scroll) throws Exception {
    String target = System.getProperty("moderato.screenshots", "");
    if (target.isEmpty()) {
      return;
    }
    Path images = Files.createDirectories(Path.of(target));
    for (String scheme : List.of("light", "dark")) {
      prefer(scheme);
      browser.executeScript(scroll);
      String suffix = scheme.equals("light") ? "" : "-" + scheme;
      Files.write(
          images.resolve(name + suffix + ".png"), browser.getScreenshotAs(OutputType.BYTES));
    }
    prefer("light");
  }
}
