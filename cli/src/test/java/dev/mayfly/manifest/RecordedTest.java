package dev.mayfly.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.platform.LoadedPlatform;
import dev.mayfly.preview.CommitSha;
import dev.mayfly.preview.ImageDigest;
import dev.mayfly.preview.PreviewFolders;
import dev.mayfly.preview.PullRequest;
import dev.mayfly.preview.PullRequestNumber;
import dev.mayfly.preview.UntrustedText;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code preview.yaml} says all that a preview was rendered from. */
class RecordedTest {
  private static final LoadedPlatform LOADED = Rendered.load(Rendered.edited("primitives"));
  private static final Overlay OVERLAY =
      Overlay.of(LOADED.blueprints().getFirst(), Templates.bundled());

  @Test
  void recordGivesTheFactsBackAndTheSameFiles() {
    SplittableRandom random = new SplittableRandom(99);
    for (int i = 0; i < 300; i++) {
      PreviewFacts facts = facts(random);
      Map<String, String> files = OVERLAY.files(facts);
      Recorded read = read(String.valueOf(files.get(PreviewFolders.RECORD)));
      assertThat(read.platform()).isEqualTo("primitives");
      assertThat(read.app()).isEqualTo("orders");
      assertThat(read.facts().pullRequest().number()).isEqualTo(facts.pullRequest().number());
      assertThat(read.facts().pullRequest().headSha()).isEqualTo(facts.pullRequest().headSha());
      assertThat(read.facts().pullRequest().repository())
          .isEqualTo(facts.pullRequest().repository());
      assertThat(read.facts().digests()).isEqualTo(facts.digests());
      assertThat(read.facts().pullRequest().details().title())
          .isEqualTo(UntrustedText.clean(facts.pullRequest().details().title(), 120));
      assertThat(OVERLAY.files(read.facts())).isEqualTo(files);
    }
  }

  @Test
  void backupThatWasNamedIsRecorded() {
    LoadedPlatform loaded =
        Rendered.load(Rendered.edited("monolith-overlay", "from: on-demand", "from: latest"));
    PreviewFacts bare = Rendered.facts(loaded, 7);
    PreviewFacts facts =
        new PreviewFacts(bare.pullRequest(), bare.digests(), Optional.of("nightly-20261122"));
    Map<String, String> files =
        Overlay.of(loaded.blueprints().getFirst(), Templates.bundled()).files(facts);
    assertThat(read(String.valueOf(files.get(PreviewFolders.RECORD))).facts().backup())
        .contains("nightly-20261122");
    assertThat(files.get("database-cluster.yaml")).contains("name: nightly-20261122\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "number: \"7\" | number: 7",
        "number: \"7\" | number: \"07\"",
        "number: \"7\" | number: \"0\"",
        "number: \"7\" | number: \"9999999999\"",
        "number: \"7\" | number: \"-1\"",
        "acme/primitives | ...",
        "acme/primitives | a/b.git",
        "acme/primitives | ../..",
        "kind: Preview | kind: Previews",
        "platform: primitives | platform: Primitives",
        "app: orders | app: ../orders",
        "spec: | spec: []\\nx:",
        "headSha: | headSha: \"1\"\\n    x:",
        "images: | images: []\\n  x:",
        "sha256: | md5:",
      })
  void refusesARecordThatIsNotOurs(String old, String replacement) {
    String text =
        String.valueOf(OVERLAY.files(Rendered.facts(LOADED, 7)).get(PreviewFolders.RECORD));
    assertThat(text).contains(old.strip());
    String changed = text.replace(old.strip(), replacement.strip().replace("\\n", "\n"));
    assertThatThrownBy(() -> read(changed)).isInstanceOf(ProblemsException.class);
  }

  private static Recorded read(String text) {
    return Recorded.read("preview.yaml", text.getBytes(StandardCharsets.UTF_8));
  }

  private static PreviewFacts facts(SplittableRandom random) {
    byte[] sha = new byte[20];
    byte[] digest = new byte[32];
    random.nextBytes(sha);
    random.nextBytes(digest);
    StringBuilder title = new StringBuilder();
    for (int i = random.nextInt(200); i > 0; i--) {
      title.appendCodePoint(
          random.nextInt(4) == 0 ? random.nextInt(0x110000) : random.nextInt(0x20, 0x7F));
    }
    PullRequest.Details details =
        new PullRequest.Details(
            PullRequest.State.OPEN,
            false,
            title.toString(),
            "a",
            "b",
            "main",
            Optional.empty(),
            Set.of());
    return new PreviewFacts(
        new PullRequest(
            LOADED.platform().apps().getFirst().repository(),
            new PullRequestNumber(random.nextInt(1, Integer.MAX_VALUE)),
            new CommitSha(HexFormat.of().formatHex(sha)),
            details),
        Map.of("app", new ImageDigest("sha256:" + HexFormat.of().formatHex(digest))),
        Optional.empty());
  }
}
