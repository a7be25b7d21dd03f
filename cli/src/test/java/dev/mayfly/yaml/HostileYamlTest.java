package dev.mayfly.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.command.Examples;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Input that wants to crash a reader, to cost it a lot, or to be read as something else. */
class HostileYamlTest {
  private static final List<Budget> STRICT = List.of(Budget.ADMIN, Budget.UNTRUSTED);

  @ParameterizedTest
  @MethodSource("dev.mayfly.yaml.HostileYaml#refused")
  void strictReadersRefuseWithAPlace(String text) {
    for (Budget budget : STRICT) {
      ReadResult read = new YamlReader(budget).read("x.yaml", bytes(text));
      assertThat(read.problems()).isNotEmpty().allSatisfy(HostileYamlTest::hasPlace);
    }
  }

  @ParameterizedTest
  @MethodSource("dev.mayfly.yaml.HostileYaml#refused")
  void lenientReaderNeverThrowsEither(String text) {
    ReadResult read = new YamlReader(Budget.LINT).read("x.yaml", bytes(text));
    assertThat(read.problems()).allSatisfy(HostileYamlTest::hasPlace);
    assertThat(read.documents().size() + read.problems().size()).isPositive();
  }

  /** What aliases stand for is counted as if it were written out. */
  @Test
  void lenientReaderCountsWhatAliasesExpandTo() {
    ReadResult read = new YamlReader(Budget.LINT).read("x.yaml", bytes(HostileYaml.bomb(9)));
    assertThat(read.problems()).extracting(Problem::id).containsExactly("too-many-nodes");
    String scalars = "a: &a " + "x".repeat(1000) + "\nb: [" + "*a, ".repeat(200_000) + "*a]\n";
    assertThat(
            new YamlReader(Budget.LINT).read("x.yaml", bytes(scalars)).documents().size()
                + new YamlReader(Budget.LINT).read("x.yaml", bytes(scalars)).problems().size())
        .isPositive();
  }

  /** Such a scalar once cost a stack frame a repetition, and a look back for each underscore. */
  @Test
  void longScalarsThatLookLikeNumbersCostLittle() {
    for (String number : List.of("1:1" + ":1".repeat(50_000), "1" + "_1".repeat(50_000))) {
      assertThat(PlainScalars.readersDisagree(number)).isTrue();
      assertThat(PlainScalars.readersDisagree(number + ":x")).isFalse();
    }
    assertThat(PlainScalars.readersDisagree("1" + "_".repeat(1_000_000) + "x")).isFalse();
    Node digest =
        new YamlReader(Budget.UNTRUSTED)
            .read("x.yaml", bytes("digest: 1" + ":1".repeat(3_000)))
            .documents()
            .getFirst()
            .at("digest");
    assertThat(digest).isInstanceOf(ScalarNode.class);
    assertThat(((ScalarNode) digest).isAmbiguous()).isTrue();
  }

  @Test
  void keysThatOnlyLookAlikeAreTwo() {
    ReadResult read =
        new YamlReader(Budget.ADMIN).read("x.yaml", bytes("caf\u00e9: 1\ncafe\u0301: 2\n"));
    assertThat(read.problems()).isEmpty();
    assertThat(((MapNode) read.documents().getFirst()).entries()).hasSize(2);
  }

  @Test
  void commentThatLooksLikeADocumentIsNone() {
    ReadResult read = new YamlReader(Budget.ADMIN).read("x.yaml", bytes("a: b # ---\n# ---\n"));
    assertThat(read.problems()).isEmpty();
    assertThat(read.documents()).hasSize(1);
  }

  @Test
  void bytesThatAreNoTextAreRefused() {
    for (byte[] bytes :
        List.of(
            new byte[] {(byte) 0xC0, (byte) 0x80},
            new byte[] {'a', ':', ' ', (byte) 0xED, (byte) 0xA0, (byte) 0x80},
            new byte[] {(byte) 0xF5, (byte) 0x80, (byte) 0x80, (byte) 0x80},
            new byte[] {(byte) 0xFF},
            "a: b".getBytes(StandardCharsets.UTF_16LE),
            "a: b".getBytes(StandardCharsets.UTF_16))) {
      assertThat(new YamlReader(Budget.ADMIN).read("x.yaml", bytes).problems())
          .extracting(Problem::id)
          .containsAnyOf("encoding", "character");
    }
  }

  @Test
  void sizeIsCheckedBeforeAnythingElse() {
    byte[] large = new byte[Budget.UNTRUSTED.bytes() + 1];
    assertThat(new YamlReader(Budget.UNTRUSTED).read("x.yaml", large).problems())
        .extracting(Problem::id)
        .containsExactly("too-large");
  }

  @Test
  @Tag("slow")
  void noDamageToAFileMakesTheReaderThrow() {
    SplittableRandom random = new SplittableRandom(1);
    byte[] text = bytes(Examples.platform("primitives"));
    byte[] evil = bytes("{}[]&*!|>'\"%@`:#-?,\n\t\u0000<~");
    int refused = 0;
    for (int i = 0; i < 3000; i++) {
      byte[] damaged = text.clone();
      for (int k = random.nextInt(1, 6); k > 0; k--) {
        damaged[random.nextInt(damaged.length)] = evil[random.nextInt(evil.length)];
      }
      ReadResult read = new YamlReader(Budget.ADMIN).read("x.yaml", damaged);
      refused += read.problems().isEmpty() ? 0 : 1;
      assertThat(read.problems()).allSatisfy(HostileYamlTest::hasPlace);
    }
    assertThat(refused).isBetween(500, 2999);
  }

  private static void hasPlace(Problem problem) {
    Location location = problem.location();
    assertThat(location).isNotNull();
    assertThat(location.file()).isEqualTo("x.yaml");
    long lines = location.source().text().lines().count() + 1;
    assertThat((long) location.line()).isBetween(0L, lines + 1);
    assertThat(problem.message()).isNotBlank().doesNotEndWith(".");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
