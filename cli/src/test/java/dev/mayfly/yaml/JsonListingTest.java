package dev.mayfly.yaml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.diagnostic.ProblemsException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Listings in every form that kubectl and the API server give them, whole and damaged. */
class JsonListingTest {
  private static final String TWO =
      """
      {"apiVersion":"v1","items":[
        {"apiVersion":"v1","kind":"Secret","data":{"password":"aGlkZGVu"},"metadata":{"name":"a"}},
        {"apiVersion":"v1","kind":"Namespace","metadata":{"name":"é\\n"}}],
       "kind":"List","metadata":{"resourceVersion":""}}
      """;

  private static final class Kept implements JsonListing.Receiver {
    private final List<String> objects = new ArrayList<>();
    private final List<String> lists = new ArrayList<>();

    @Override
    public void object(MapNode object) {
      objects.add(
          object.textAt("apiVersion")
              + " "
              + object.textAt("kind")
              + " "
              + object.textAt("metadata", "name")
              + (object.has("data") ? " data" : ""));
    }

    @Override
    public void list(MapNode head) {
      lists.add(head.textAt("apiVersion") + " " + head.textAt("kind"));
    }
  }

  private static Kept read(InputStream in) {
    Kept kept = new Kept();
    new JsonListing(Set.of("apiVersion", "kind", "metadata"), kept).read("cluster.json", in);
    return kept;
  }

  private static Kept read(byte[] bytes) {
    return read(new ByteArrayInputStream(bytes));
  }

  private static Kept read(String text) {
    return read(text.getBytes(UTF_8));
  }

  @Test
  void aListOfMixedKindsGivesEachObjectWithoutItsData() {
    Kept kept = read(TWO);
    assertThat(kept.objects).containsExactly("v1 Secret a", "v1 Namespace é\n");
    assertThat(kept.lists).containsExactly("v1 List");
  }

  @Test
  void itemsWithoutAKindTakeThatOfTheirListWhereverItStands() {
    String items = "\"items\":[{\"metadata\":{\"name\":\"a\"}}]";
    String head = "\"kind\":\"NamespaceList\",\"apiVersion\":\"v1\"";
    for (String text : List.of("{" + head + "," + items + "}", "{" + items + "," + head + "}")) {
      assertThat(read(text).objects).containsExactly("v1 Namespace a");
    }
    assertThat(read("{" + items + ",\"kind\":\"List\"}").objects).isEmpty();
  }

  @Test
  void severalTextsMayFollowEachOtherAndOneMayBeASingleObject() {
    Kept kept = read(TWO + "{\"kind\":\"Namespace\",\"metadata\":{\"name\":\"b\"}}\n" + TWO);
    assertThat(kept.objects).hasSize(5).contains("null Namespace b");
    assertThat(kept.lists).hasSize(2);
  }

  /** Argo CD's program prints an array, its API a list; in neither has an Application a kind. */
  @Test
  void anArrayHoldsWhatCouldFollowEachOther() {
    String bare = "{\"metadata\":{\"name\":\"a\"}}";
    Kept kept = read("[" + bare + "," + TWO + "]\n[]\n" + TWO);
    assertThat(kept.objects).hasSize(5).startsWith("null null a", "v1 Secret a");
    assertThat(kept.lists).hasSize(2);
    assertThat(read("{\"items\":[" + bare + "],\"metadata\":{}}").objects)
        .containsExactly("null null a");
    assertThat(read("[]").objects).isEmpty();
  }

  @Test
  void anEmptyListIsAListAndNothingMore() {
    Kept kept = read("{\"apiVersion\":\"v1\",\"items\":[],\"kind\":\"DatabaseList\"}");
    assertThat(kept.objects).isEmpty();
    assertThat(kept.lists).containsExactly("v1 DatabaseList");
    assertThat(read("{\"items\":null,\"kind\":\"NamespaceList\"}").objects)
        .containsExactly("null NamespaceList null");
  }

  @Test
  void otherEncodingsOfUnicodeAreRead() {
    assertThat(read(("\uFEFF" + TWO).getBytes(UTF_8)).objects).hasSize(2);
    assertThat(read(("\uFEFF" + TWO).getBytes(StandardCharsets.UTF_16LE)).objects).hasSize(2);
  }

  @Test
  void whateverIsCutOffIsRefused() {
    byte[] whole = TWO.strip().getBytes(UTF_8);
    for (int end = 0; end < whole.length; end++) {
      byte[] part = java.util.Arrays.copyOf(whole, end);
      assertThatThrownBy(() -> read(part))
          .as("%d bytes", end)
          .isInstanceOf(ProblemsException.class)
          .hasMessageMatching(
              "(?s).*(is empty|ends in the middle of an object, so it is not whole).*");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NAME STATUS AGE\n",
        "7",
        "{\"items\":[7]}",
        "{\"a\":1}]",
        "[[]]",
        "[{},7]",
        "[{}",
        "apiVersion: v1\nkind: List\n",
        "error: the server doesn't have a resource type \"databases\""
      })
  void whatIsNoListingIsRefused(String text) {
    assertThatThrownBy(() -> read(text)).isInstanceOf(ProblemsException.class);
  }

  @Test
  void whatIsWrongBeforeTheEndIsNotCutOff() {
    assertThatThrownBy(() -> read("{}\nNAME STATUS AGE\n"))
        .isInstanceOf(ProblemsException.class)
        .hasMessageContaining("not valid JSON at line 2");
  }

  @Test
  void nestingHasAnEnd() {
    String deep = "{\"kind\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
    assertThatThrownBy(() -> read(deep))
        .isInstanceOf(ProblemsException.class)
        .hasMessageContaining("no cluster stores");
    assertThatThrownBy(() -> read(deep.replace("kind", "data")))
        .isInstanceOf(ProblemsException.class);
  }

  /** More than fits into the memory of a test, were it kept. */
  @Test
  @Tag("slow")
  void aHugeListingPassesThrough() {
    String item = "{\"kind\":\"Secret\",\"data\":{\"a\":\"" + "x".repeat(1 << 20) + "\"}},";
    assertThat(read(new Repeated("{\"items\":[", item, 2_000, "{}],\"kind\":\"List\"}")).objects)
        .hasSize(2_000);
  }

  /** A text that repeats itself. */
  private static final class Repeated extends InputStream {
    private final List<byte[]> parts;
    private final int times;
    private int part;
    private int round;
    private int at;

    Repeated(String before, String repeated, int times, String after) {
      this.parts = List.of(before.getBytes(UTF_8), repeated.getBytes(UTF_8), after.getBytes(UTF_8));
      this.times = times;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      while (part < parts.size() && at == parts.get(part).length) {
        at = 0;
        round = part == 1 ? round + 1 : round;
        part = part == 1 && round < times ? 1 : part + 1;
      }
      if (part == parts.size()) {
        return -1;
      }
      int count = Math.min(length, parts.get(part).length - at);
      System.arraycopy(parts.get(part), at, target, offset, count);
      at += count;
      return count;
    }
  }
}
