package dev.mayfly.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.preview.CommitSha;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How long, how deep and how odd a text may be before Git is not asked. */
class TextBoundsTest {
  private static final CommitSha ONE = new CommitSha("1".repeat(40));
  private static final CommitSha TWO = new CommitSha("2".repeat(40));

  @Test
  void pathsAreSoLongAndSoDeep() {
    assertThat(TreePath.parse("a".repeat(255))).isPresent();
    assertThat(TreePath.parse("a".repeat(256))).isEmpty();
    assertThat(TreePath.parse("ä".repeat(127))).isPresent();
    assertThat(TreePath.parse("ä".repeat(128))).isEmpty();
    assertThat(TreePath.parse("a\ufffd")).isEmpty();
    assertThat(TreePath.parse("\ufffd")).isEmpty();
    assertThat(TreePath.parse(deep(64))).isPresent();
    assertThat(TreePath.parse(deep(65))).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> TreePath.of(deep(64)).child("a"));
    assertThat(TreePath.parse("")).contains(TreePath.ROOT);
    assertThatThrownBy(() -> TreePath.written("a/.git"))
        .isInstanceOf(ProblemsException.class)
        .hasMessage("`a/.git` has a name in it that is not safe on every system");
  }

  @Test
  void pathsAreJoinedAndCompared() {
    TreePath path = TreePath.of("a/b");
    assertThat(TreePath.ROOT.join(path)).isEqualTo(path);
    assertThat(path.join(TreePath.ROOT)).isEqualTo(path);
    assertThat(path.join(TreePath.of("c"))).hasToString("a/b/c");
    assertThat(path.name()).isEqualTo("b");
    assertThat(TreePath.ROOT.name()).isEmpty();
    assertThat(TreePath.ROOT.isRoot()).isTrue();
    assertThat(path.isRoot()).isFalse();
    assertThat(path).isNotEqualTo(TreePath.of("a/c")).isNotEqualTo("a/b");
    assertThat(path).hasSameHashCodeAs(TreePath.of("a/b").segments());
    assertThat(path.compareTo(TreePath.of("a/c"))).isNegative();
    assertThat(TreePath.ROOT.isWritable()).isFalse();
    assertThat(path.isWritable()).isTrue();
    assertThat(TreePath.of("a/" + "b".repeat(63)).isWritable()).isTrue();
    assertThat(TreePath.of("a/" + "b".repeat(64)).isWritable()).isFalse();
  }

  @Test
  void refsAreSoLong() {
    assertThat(RefName.parse("refs/heads/" + "a".repeat(189))).isPresent();
    assertThat(RefName.parse("refs/heads/" + "a".repeat(190))).isEmpty();
    assertThat(RefName.parse("heads/main")).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> new RefName("refs/heads/-a"));
    RefName tag = RefName.parse("refs/tags/v1").orElseThrow();
    assertThat(tag.shortName()).isEqualTo("refs/tags/v1");
    assertThat(tag).hasToString("refs/tags/v1").isGreaterThan(RefName.branch("main"));
  }

  @Test
  void whatOthersSayIsCut() {
    assertThat(CleanText.of("x".repeat(300))).hasSize(300);
    assertThat(CleanText.of("x".repeat(301))).hasSize(303).endsWith("x...");
    assertThat(CleanText.of("a\tb\nc\rd  e")).isEqualTo("a b c d e");
    assertThat(CleanText.of("a\u2028\u2029\ue000\u0378")).isEqualTo("a????");
  }

  @Test
  void remotesAreSoLong() {
    assertThat(RemoteUrl.parse("/" + "a".repeat(1023)).kind()).isEqualTo(RemoteUrl.Kind.LOCAL);
    assertThatThrownBy(() -> RemoteUrl.parse("/" + "a".repeat(1024)))
        .isInstanceOf(ProblemsException.class);
    assertThat(RemoteUrl.parse("https://a.example/b").port()).isEqualTo(443);
    assertThat(RemoteUrl.parse("http://localhost/b").port()).isEqualTo(80);
    for (String odd : new String[] {"/a\u007f", "/a\u0080", "/a\u009f", "/a b", "/a\\b"}) {
      assertThatThrownBy(() -> RemoteUrl.parse(odd)).isInstanceOf(ProblemsException.class);
    }
    assertThat(RemoteUrl.parse("/a\u00a0~").text()).isEqualTo("/a\u00a0~");
  }

  @Test
  void aChangeOfARefHasTwoEnds() {
    RefName ref = RefName.branch("main");
    assertThat(Deliveries.created(ref, ONE).expectedId()).isEqualTo(ObjectId.zeroId());
    assertThat(RefChange.delete(ref, ONE).wantedId()).isEqualTo(ObjectId.zeroId());
    assertThat(RefChange.update(ref, ONE, TWO).expectedId().name()).isEqualTo(ONE.hex());
    assertThat(RefChange.update(ref, ONE, TWO).wantedId().name()).isEqualTo(TWO.hex());
    assertThatIllegalArgumentException().isThrownBy(() -> RefChange.update(ref, ONE, ONE));
  }

  @Test
  void aCommitSaysExactlyThis() {
    SequencedMap<String, String> trailers = new LinkedHashMap<>();
    assertThat(text("", trailers).message()).isEqualTo("subject\n");
    assertThat(text("body\n\nmore", trailers).message()).isEqualTo("subject\n\nbody\n\nmore\n");
    trailers.put("B", "1");
    trailers.put("A-2", "x");
    assertThat(text("", trailers).message()).isEqualTo("subject\n\nB: 1\nA-2: x\n");
    assertThat(text("body", trailers).message()).isEqualTo("subject\n\nbody\n\nB: 1\nA-2: x\n");
    assertThat(text("", trailers).of(ObjectId.zeroId()).getAuthor().getEmailAddress())
        .isEqualTo("a@b.c");
    trailers.put("a b", "x");
    assertThatIllegalArgumentException().isThrownBy(() -> text("", trailers));
    for (String body : new String[] {" a", "a\n", "a\u0007b", "a\u2029b", "a\ud800"}) {
      assertThatIllegalArgumentException().isThrownBy(() -> text(body, new LinkedHashMap<>()));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " a", "a<b", "a>b", "a\nb", "a\u0085"})
  void whoCommitsIsOneCleanLine(String author) {
    assertThat(CommitText.isAuthor(author)).isFalse();
    assertThat(CommitText.isEmail(author)).isFalse();
    assertThat(CommitText.isAuthor("A b")).isTrue();
    assertThat(CommitText.isEmail("A b")).isFalse();
    assertThat(CommitText.isEmail("a@b.c")).isTrue();
  }

  private static CommitText text(String body, SequencedMap<String, String> trailers) {
    return new CommitText("A", "a@b.c", Instant.EPOCH, "subject", body, trailers);
  }

  private static String deep(int levels) {
    return IntStream.range(0, levels).mapToObj(i -> "a").collect(Collectors.joining("/"));
  }

  @ParameterizedTest
  @CsvSource({
    "https://github.com/acme/gitops.git, github.com/acme/gitops",
    "https://github.com/acme/gitops.git/, github.com/acme/gitops",
    "git@github.com:acme/gitops.git, git@github.com:acme/gitops",
    "file:///srv/gitops.git, /srv/gitops"
  })
  void aRemoteIsCalledWithoutSchemeAndEnding(String text, String name) {
    assertThat(RemoteUrl.parse(text).name()).isEqualTo(name);
  }

  @Test
  void aPortThatIsWrittenIsTheOne() {
    assertThat(RemoteUrl.parse("ssh://git@host:0/x").port()).isZero();
    assertThat(RemoteUrl.parse("https://host:0/x").port()).isZero();
  }
}
