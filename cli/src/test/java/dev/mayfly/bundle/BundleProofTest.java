package dev.mayfly.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.bundle.build.BundleFiles;
import dev.mayfly.bundle.build.BundleFolder;
import dev.mayfly.bundle.build.RenderTool;
import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.diagnostic.Severity;
import dev.mayfly.git.GitCommand;
import dev.mayfly.git.RemoteAccess;
import dev.mayfly.git.RemoteRepository;
import dev.mayfly.git.RemoteUrl;
import dev.mayfly.git.Retry;
import dev.mayfly.git.Snapshot;
import dev.mayfly.git.WalkBudget;
import dev.mayfly.manifest.Overlay;
import dev.mayfly.manifest.PreviewFacts;
import dev.mayfly.manifest.Templates;
import dev.mayfly.platform.App;
import dev.mayfly.platform.BundleOrigin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The proof against real repositories: read at one commit, never checked out. */
class BundleProofTest {
  @TempDir Path temp;
  private GitCommand git;
  private BundleCase bundle;
  private final List<Problem> warnings = new ArrayList<>();

  @BeforeEach
  void make() {
    git = GitCommand.bare(temp.resolve("app.git"));
    bundle =
        BundleCase.kustomize()
            .platform(
                "      repository: acme/primitives\n",
                "      repository: acme/primitives\n      repositoryUrl: file://"
                    + git.directory()
                    + "\n");
  }

  private RemoteRepository open(App app) {
    Retry retry =
        new Retry(
            InstantSource.system(),
            RandomGenerator.of("L64X128MixRandom"),
            pause -> {},
            Duration.ZERO);
    return RemoteRepository.open(
        RemoteUrl.parse(app.repositoryUrl()),
        RemoteAccess.anonymous(InstantSource.system()),
        temp,
        retry);
  }

  private BundleSources sources() {
    return new BundleSources() {
      @Override
      public RemoteRepository pullRequests(App app) {
        return open(app);
      }

      @Override
      public RemoteRepository gitops() {
        throw new AssertionError("not of this bundle");
      }

      @Override
      public Snapshot tip(RemoteRepository gitops) {
        throw new AssertionError("not of this bundle");
      }

      @Override
      public RemoteRepository other(BundleOrigin.Repository origin) {
        throw new AssertionError("not of this bundle");
      }

      @Override
      public BundleFiles chart(BundleOrigin.Registry origin) {
        throw new AssertionError("not of this bundle");
      }
    };
  }

  private String commit() {
    TreeMap<String, String> files = new TreeMap<>();
    bundle.files.forEach((path, text) -> files.put(BundleCase.PATH + "/" + path, text));
    return git.commit("main", files);
  }

  private void prove(String sha) {
    PreviewFacts facts = bundle.facts(sha);
    new BundleProof(sources(), RenderTool.NONE, warnings::addAll)
        .prove(Overlay.of(bundle.blueprint(), Templates.bundled()), facts, bundle.overlay(facts));
  }

  private void refused(String id, String sha) {
    assertThatThrownBy(() -> prove(sha))
        .isInstanceOfSatisfying(
            ProblemsException.class,
            e -> {
              assertThat(e.fault()).isEqualTo(Fault.REFUSED);
              assertThat(e.problems()).extracting(Problem::id).contains(id);
            });
  }

  @Test
  void provesTheHeadCommitAndNoOther() {
    String good = commit();
    bundle.file(".argocd-source.yaml", "{}");
    String bad = commit();
    prove(good);
    assertThat(warnings).isEmpty();
    refused("source-override", bad);
  }

  @Test
  void saysWhereTheFaultStands() {
    bundle.more("deployment.yaml", "      - {name: side, image: docker.io/library/busybox:1}\n");
    String sha = commit();
    assertThatThrownBy(() -> prove(sha))
        .isInstanceOfSatisfying(
            ProblemsException.class,
            e ->
                assertThat(
                        e.problems().stream()
                            .filter(problem -> problem.severity() == Severity.ERROR)
                            .toList()
                            .getFirst()
                            .location())
                    .hasToString(BundleCase.PATH + "/deployment.yaml:12:29"));
  }

  @Test
  void whatIsUndecidedRefusesUnlessAdminsLowerIt() {
    bundle.more("kustomization.yaml", "vars: []\n");
    refused("undecided", commit());
    bundle.platform("  admission:\n", "  admission:\n    undecided: warn\n");
    prove(commit());
    assertThat(warnings).extracting(Problem::id).contains("undecided", "undecided-lowered");
  }

  @ParameterizedTest
  @CsvSource({
    "120000, link.yaml, not-a-file",
    "160000, module, not-a-file",
    "100644, Service.yaml, case-twin",
    "100644, a:b, unsafe-name",
    "100644, .g\u200cit, unsafe-name",
  })
  void refusesOddEntries(String mode, String name, String id) {
    commit();
    git.entry("main", mode, BundleCase.PATH + "/" + name, "../../../../etc/passwd");
    refused(id, git.tip("main"));
  }

  @Test
  void refusesANameThatIsNoText() {
    commit();
    git.entry("main", "100644", "\"" + BundleCase.PATH + "/\\377\\376.yaml\"", "a: 1\n");
    refused("unsafe-name", git.tip("main"));
  }

  @Test
  void refusesMoreFilesThanABundleHas() {
    for (int i = 0; i <= WalkBudget.BUNDLE.entries(); i++) {
      bundle.file("many/" + i + ".txt", "");
    }
    refused("too-many-entries", commit());
  }

  @Test
  void refusesABundleThatIsTooLarge() {
    bundle.file("large.yaml", "#".repeat((1 << 20) + 1));
    refused("file-too-large", commit());
  }

  @Test
  void aLockThatIsALinkIsRefused() {
    commit();
    git.entry("main", "120000", BundleCase.PATH + "/image.ref.yaml", "../../../secrets");
    refused("not-a-file", git.tip("main"));
  }

  @Test
  void aLockThatSaysAnotherDigestThanTheBuildIsRefused() {
    bundle.replace("image.ref.yaml", BundleCase.DIGEST, BundleCase.OTHER);
    refused("digests-disagree", commit());
  }

  @Test
  void aFolderIsReadWithoutFollowingLinks() throws IOException {
    Path folder = Files.createDirectories(temp.resolve("deploy/sub"));
    Files.writeString(folder.resolve("a.yaml"), "a: 1\n");
    assertThat(new BundleFolder(temp.resolve("deploy"), "deploy").walk("", WalkBudget.BUNDLE))
        .containsOnlyKeys("sub/a.yaml");
    Files.createSymbolicLink(folder.resolve("b.yaml"), Path.of("/etc/passwd"));
    assertThatThrownBy(
            () -> new BundleFolder(temp.resolve("deploy"), "deploy").walk("", WalkBudget.BUNDLE))
        .isInstanceOfSatisfying(
            ProblemsException.class,
            e -> assertThat(e.problems().getFirst().id()).isEqualTo("not-a-file"));
  }
}
