package dev.mayfly.bundle.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.git.GitCommand;
import dev.mayfly.git.RefName;
import dev.mayfly.git.RemoteAccess;
import dev.mayfly.git.RemoteRepository;
import dev.mayfly.git.RemoteUrl;
import dev.mayfly.git.Retry;
import dev.mayfly.git.WalkBudget;
import dev.mayfly.platform.AppBundle;
import dev.mayfly.platform.BundleOrigin;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tree of a commit, as a bundle is read out of it. */
class BundleTreeTest {
  @TempDir Path temp;

  @Test
  void filesAndFoldersAreToldApart() {
    GitCommand git = GitCommand.bare(temp.resolve("app.git"));
    git.commit(
        "main",
        Map.of(
            "kustomization.yaml", "resources: [a.yaml, deploy]\n",
            "a.yaml", "a: 1\n",
            "b.yaml", "b: 1\n",
            "deploy/kustomization.yaml", "resources: [c.yaml]\n",
            "deploy/c.yaml", "c: 1\n"));
    InstantSource clock = InstantSource.system();
    try (RemoteRepository remote =
        RemoteRepository.open(
            RemoteUrl.parse("file://" + git.directory()),
            RemoteAccess.anonymous(clock),
            temp,
            new Retry(clock, new SplittableRandom(7), pause -> {}, Duration.ZERO))) {
      BundleTree tree = BundleTree.of(remote.require(RefName.branch("main")));
      assertThat(tree.top()).containsExactly("a.yaml", "b.yaml", "kustomization.yaml");
      assertThat(tree.walk("a.yaml", WalkBudget.BUNDLE)).isEmpty();
      assertThat(tree.walk("deploy", WalkBudget.BUNDLE))
          .containsOnlyKeys("deploy/c.yaml", "deploy/kustomization.yaml");
      assertThat(tree.read("a.yaml", 10)).isPresent();
      assertThat(tree.shown("deploy")).isEqualTo("deploy");
      AppBundle whole =
          new AppBundle(
              AppBundle.Kind.KUSTOMIZE, new BundleOrigin.PullRequest(), ".", List.of(), List.of());
      assertThat(BundleReach.read(tree, whole).all())
          .containsOnlyKeys(
              "a.yaml", "deploy/c.yaml", "deploy/kustomization.yaml", "kustomization.yaml");
    }
  }
}
