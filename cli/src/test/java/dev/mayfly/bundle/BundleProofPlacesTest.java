package dev.mayfly.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.bundle.build.BundleFiles;
import dev.mayfly.bundle.build.RenderTool;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.git.GitCommand;
import dev.mayfly.git.RefName;
import dev.mayfly.git.RemoteAccess;
import dev.mayfly.git.RemoteRepository;
import dev.mayfly.git.RemoteUrl;
import dev.mayfly.git.Retry;
import dev.mayfly.git.Snapshot;
import dev.mayfly.manifest.BundlePin;
import dev.mayfly.manifest.Overlay;
import dev.mayfly.manifest.PreviewFacts;
import dev.mayfly.manifest.Templates;
import dev.mayfly.platform.App;
import dev.mayfly.platform.BundleOrigin;
import dev.mayfly.preview.CommitSha;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Which repositories a proof opens: the bundle's, and the pull request's where images are locked.
 */
class BundleProofPlacesTest {
  private static final String HERE = "bundle: {kind: kustomize, path: " + BundleCase.PATH + "}";
  private static final String LOCK = ", lock: " + BundleCase.PATH + "/image.ref.yaml";

  @TempDir Path temp;
  private final List<String> opened = new ArrayList<>();
  private final BundleCase bundle = BundleCase.kustomize();

  @ParameterizedTest
  @CsvSource({
    "'repository: https://git.example.dev/x.git, revision: main', true, pulls other",
    "'repository: https://git.example.dev/x.git, revision: main', false, other",
    "gitops: true, true, pulls gitops",
    "gitops: true, false, gitops",
    "'', true, pulls",
    "'', false, pulls"
  })
  void onlyWhatIsReadIsOpened(String from, boolean locked, String places) {
    if (!from.isEmpty()) {
      bundle.platform(HERE, HERE.replace("path:", "from: {" + from + "}, path:"));
    }
    if (!locked) {
      bundle.platform(LOCK, "");
    }
    prove();
    assertThat(opened).containsExactly(places.split(" "));
  }

  /** The lock is the pull request's, wherever the bundle is. */
  @Test
  void theLockAtTheHeadIsHeldAgainstTheApp() {
    bundle.more(
        "image.ref.yaml", "  - name: ghcr.io/acme/nobody\n    digest: " + BundleCase.DIGEST + "\n");
    assertThatThrownBy(this::prove)
        .isInstanceOf(ProblemsException.class)
        .hasMessageContaining("unknown image `ghcr.io/acme/nobody`");
  }

  private void prove() {
    GitCommand git = GitCommand.bare(temp.resolve("app.git"));
    TreeMap<String, String> files = new TreeMap<>();
    bundle.files.forEach((path, text) -> files.put(BundleCase.PATH + "/" + path, text));
    CommitSha commit = new CommitSha(git.commit("main", files));
    PreviewFacts facts =
        bundle
            .facts(commit.hex())
            .bundle(Optional.of(new BundlePin("https://git.example.dev/x.git", "main", commit)));
    new BundleProof(sources(git), RenderTool.NONE, warnings -> {})
        .prove(Overlay.of(bundle.blueprint(), Templates.bundled()), facts, bundle.overlay(facts));
  }

  private BundleSources sources(GitCommand git) {
    return new BundleSources() {
      @Override
      public RemoteRepository pullRequests(App app) {
        return open("pulls", git);
      }

      @Override
      public RemoteRepository gitops() {
        return open("gitops", git);
      }

      @Override
      public Snapshot tip(RemoteRepository gitops) {
        return gitops.require(RefName.branch("main"));
      }

      @Override
      public RemoteRepository other(BundleOrigin.Repository origin) {
        return open("other", git);
      }

      @Override
      public BundleFiles chart(BundleOrigin.Registry origin) {
        throw new AssertionError("not of this bundle");
      }
    };
  }

  private RemoteRepository open(String name, GitCommand git) {
    opened.add(name);
    InstantSource clock = InstantSource.system();
    return RemoteRepository.open(
        RemoteUrl.parse("file://" + git.directory()),
        RemoteAccess.anonymous(clock),
        temp,
        new Retry(clock, new SplittableRandom(7), pause -> {}, Duration.ZERO));
  }
}
