package dev.mayfly.forge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.platform.ForgeSettings;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Entries of a list that cannot be read lose no other one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListedEntriesTest {
  private static final String GOOD =
      "{\"number\": 7, \"iid\": 7, \"base\": {\"repo\": {\"full_name\": \"acme/shop\"}}}";
  private ForgeBench bench;

  @BeforeAll
  void start() {
    bench = new ForgeBench();
  }

  @AfterAll
  void stop() {
    bench.close();
  }

  private OpenPullRequests listed(ForgeSettings.Kind kind, String... entries)
      throws ForgeException {
    Forge forge = bench.fresh(kind);
    String page = "[" + String.join(", ", entries) + "]";
    bench.server().reset((method, uri, body) -> new StubServer.Answer(200, page, null));
    return forge.listOpen(ForgeWriteTest.SHOP);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void areLeftOut(ForgeSettings.Kind kind) throws ForgeException {
    for (String bad :
        List.of("null", "3", "[]", "{}", GOOD.replace("7", "\"x\""), GOOD.replace("7", "-1"))) {
      for (String[] order : new String[][] {{bad, GOOD}, {GOOD, bad}}) {
        OpenPullRequests found = listed(kind, order);
        assertThat(found.items()).extracting(item -> item.number().value()).containsExactly(7);
        assertThat(found.complete()).as(bad).isFalse();
      }
    }
    assertThat(listed(kind, GOOD).complete()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(names = {"GITHUB", "GITEA"})
  void soAreThoseOfNoRepository(ForgeSettings.Kind kind) throws ForgeException {
    for (String base : List.of("null", "{}", "{\"full_name\": \"..\"}", "{\"full_name\": null}")) {
      String bad = "{\"number\": 8, \"base\": {\"repo\": " + base + "}}";
      assertThat(listed(kind, bad, GOOD).items())
          .extracting(item -> item.number().value())
          .containsExactly(7);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"GITHUB", "GITEA"})
  void aListThatIsAllOfAnotherRepositorySaysSo(ForgeSettings.Kind kind) {
    assertThatThrownBy(() -> listed(kind, GOOD.replace("shop", "store")))
        .isInstanceOf(ForgeException.class)
        .hasMessage("asked for `acme/shop`, the forge answers with `acme/store`");
  }
}
