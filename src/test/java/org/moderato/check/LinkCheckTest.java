package org.moderato.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.moderato.text.Normaliser;
import org.moderato.text.Text;

final class LinkCheckTest {
  @ParameterizedTest(name = "{3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          see https://News.Example/a?b=c#d now   | 1 | news.example        | with a scheme
          HTTP://WWW.EXAMPLE.COM                 | 1 | example.com         | in capitals
          www.x.y                                | 1 | x.y                 | www and any ending
          cheap-pills.example.com/x              | 1 | cheap-pills.example.com | bare with a path
          buy at pills.com.                      | 1 | pills.com           | bare at the end of a sentence
          (see pills.com)                        | 1 | pills.com           | bare in brackets
          [url=http://a.com]cheap[/url]          | 1 | a.com               | forum markup
          [url]http://a.com[/url]                | 1 | a.com               | forum markup around the address
          <a href="http://a.com/x">here</a>      | 1 | a.com               | HTML
          <a href='a.com'>a.com</a>              | 1 | a.com               | the text repeats the address
          <a href=a.com>b.com</a>                | 2 | a.com b.com         | the text is another address
          <a href=a.com>x</a> a.com              | 2 | a.com               | named again after the tag
          [me](https://a.com/x_(y))              | 1 | a.com               | Markdown
          a.com b.com a.com                      | 3 | a.com b.com         | three links to two sites
          http://a.com,http://b.com              | 2 | a.com b.com         | parted by a comma alone
          http://good.com@evil.com/              | 1 | evil.com            | the host stands after the @
          http://a.com:8080/x                    | 1 | a.com               | the port is no part of the name
          http://192.0.2.7/x                     | 1 | 192.0.2.7           | a numeric address
          ｗｗｗ．ｐｉｌｌｓ．ｃｏｍ                      | 1 | pills.com           | full-width letters
          p\u200Bills.com                        | 1 | pills.com           | zero-width space inside
          bbc.co.uk                              | 1 | bbc.co.uk           | a country's second level
          youtu.be/dQw4                          | 1 | youtu.be            | ambiguous ending with a path
          t.me/cheap                             | 1 | t.me                | a messenger's address
          президент.рф                           | 1 | президент.рф        | another script
          e.g. this                              | 0 |                     | an abbreviation
          i.e. that, a.m. or p.m., U.S.          | 0 |                     | more abbreviations
          the end.Start again                    | 0 |                     | missing space, capital
          I know.it is                           | 0 |                     | missing space, ending is a word
          I know.It is                           | 0 |                     | missing space, word with a capital
          the end.today we go                    | 0 |                     | missing space, a wordy top-level domain
          3.5 or 1.000.000                       | 0 |                     | numbers
          file.txt and README.md                 | 0 |                     | file names
          wait...com on                          | 0 |                     | an ellipsis
          anna@mail.example.com                  | 0 |                     | an e-mail address
          http://                                | 0 |                     | a scheme alone
          http://localhost/x                     | 0 |                     | a host without a dot
          www.                                   | 0 |                     | www alone
          javascript://a.com                     | 1 | a.com                | another scheme: the name is a link all the same
          @news.com                              | 0 |                     | a mention
          """)
  void examine_linksAndDomains(String typed, int links, String domains, String why) {
    Findings findings = examine(typed);
    assertEquals(links, findings.score("links"));
    assertEquals(
        domains == null ? List.of() : List.of(domains.split(" ")), findings.names("domains"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          see (https://a.com/x). | https://a.com/x
          «ＷＷＷ.Pills.com»       | ＷＷＷ.Pills.com
          a.com/x?y!             | a.com/x?y
          """)
  void examine_marksTheAddressAsTyped(String typed, String marked) {
    var where = examine(typed).of("links").get(0).where();
    assertEquals(marked, typed.substring(where.start(), where.end()));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 49, 50, 51, 10_000})
  void examine_manyLinks_countsAllAndMarksFifty(int number) {
    var typed = new StringBuilder();
    for (int i = 0; i < number; i++) {
      typed.append("http://site").append(i).append(".example/ ");
    }
    Findings findings = examine(typed.toString());
    assertEquals(number, findings.score("links"));
    assertEquals(Math.min(number, 50), findings.of("links").size());
    assertEquals(Math.min(number, 50), findings.of("domains").size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a.",
        "http://",
        "www.",
        "<a href=",
        "a.com/)",
        "a@",
        "a.com",
        "://",
        "[url=",
        "."
      })
  void examine_hostileRepeats_staysLinear(String unit) {
    // Quadratic work on half a million characters would take minutes; the limit is generous.
    assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> examine(unit.repeat(500_000 / unit.length())));
  }

  @Test
  void examine_anyPlace_liesInTheText() {
    String typed = "x ｗｗｗ．ａ．com/ﬀ http://b.com/" + "\uD800" + " a.com";
    for (Finding finding : examine(typed).all()) {
      assertTrue(finding.where().end() <= typed.length());
    }
  }

  private static Findings examine(String typed) {
    Text text = new Normaliser().normalise(typed);
    return new Findings(text, new LinkCheck().examine(text));
  }
}
