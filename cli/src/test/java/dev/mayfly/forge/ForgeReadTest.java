package dev.mayfly.forge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mayfly.platform.ForgeSettings;
import dev.mayfly.preview.CommitSha;
import dev.mayfly.preview.PullRequest;
import dev.mayfly.preview.PullRequestNumber;
import dev.mayfly.preview.RepositoryName;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What reading gives at every forge, on a local server that keeps state and pages by three. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForgeReadTest {
  static final RepositoryName SHOP = new RepositoryName(StubForge.REPOSITORY);
  static final PullRequestNumber SEVEN = new PullRequestNumber(7);
  static final ChangeRequest WANTED =
      new ChangeRequest(
          "mayfly/shop/pr-7", "main", "Preview of #7", "What and why", Set.of("preview"));
  private ForgeBench bench;

  @BeforeAll
  void start() {
    bench = new ForgeBench();
  }

  @AfterAll
  void stop() {
    bench.close();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void readsOnePullRequest(ForgeSettings.Kind kind) throws ForgeException {
    Forge forge = bench.fresh(kind);
    bench.stub().pulls.get(7).labels.add("preview");
    PullRequest pr = forge.read(SHOP, SEVEN).pullRequest();
    assertThat(pr.details())
        .isEqualTo(
            new PullRequest.Details(
                PullRequest.State.OPEN,
                false,
                "Add a page",
                "ada",
                "page",
                "main",
                java.util.Optional.of(SHOP),
                Set.of("preview")));
    assertThat(pr.headSha().hex()).isEqualTo(bench.stub().pulls.get(7).sha);
    assertThat(forge.read(SHOP, SEVEN).updatedAt()).isEqualTo("2026-11-03T10:00:00Z");
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void tellsForksGoneForksDraftsAndMerges(ForgeSettings.Kind kind) throws ForgeException {
    Forge forge = bench.fresh(kind);
    StubPull pull = bench.stub().pulls.get(7);
    pull.headRepository = "eve/shop";
    pull.draft = true;
    PullRequest fork = forge.read(SHOP, SEVEN).pullRequest();
    assertThat(fork.details().headRepository()).contains(new RepositoryName("eve/shop"));
    assertThat(fork.details().draft()).isTrue();
    pull.headRepository = null;
    pull.state = "closed";
    pull.merged = true;
    PullRequest merged = forge.read(SHOP, SEVEN).pullRequest();
    assertThat(merged.isFork()).isTrue();
    assertThat(merged.details().state()).isEqualTo(PullRequest.State.MERGED);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void listsAllPages(ForgeSettings.Kind kind) throws ForgeException {
    Forge forge = bench.fresh(kind);
    for (int number = 10; number < 17; number++) {
      bench.stub().open(number);
    }
    OpenPullRequests open = forge.listOpen(SHOP);
    assertThat(open.complete()).isTrue();
    assertThat(open.items()).hasSize(8);
    bench.stub().pulls.values().forEach(pull -> pull.state = "closed");
    assertThat(forge.listOpen(SHOP)).isEqualTo(new OpenPullRequests(List.of(), true));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void takesNotFoundForUnknownAndNeverForClosed(ForgeSettings.Kind kind) {
    Forge forge = bench.fresh(kind);
    ForgeException e =
        catchThrowableOfType(
            ForgeException.class, () -> forge.read(SHOP, new PullRequestNumber(99)));
    assertThat(e.kind()).isEqualTo(ForgeException.Kind.NOT_FOUND);
    assertThat(e.endsCommand().problems().getFirst().id()).isEqualTo("forge-not-found");
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void listsChangedFilesAndAdmitsWhenTheyAreTooMany(ForgeSettings.Kind kind) throws ForgeException {
    Forge forge = bench.fresh(kind);
    StubPull pull = bench.stub().pulls.get(7);
    pull.files.addAll(List.of("a", "b/c", "d e", "ü"));
    ChangedFiles files = forge.changedFiles(SHOP, SEVEN);
    assertThat(files.complete()).isTrue();
    assertThat(files.paths()).containsExactly("a", "b/c", "d e", "ü");
    pull.files.add("a");
    assertThat(forge.changedFiles(SHOP, SEVEN).complete()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void knowsWhoMayWriteAndWhatIsNewer(ForgeSettings.Kind kind) throws ForgeException {
    Forge forge = bench.fresh(kind);
    assertThat(forge.accessOf(SHOP, "ada")).isEqualTo(RepositoryAccess.WRITE);
    assertThat(forge.accessOf(SHOP, "eve")).isEqualTo(RepositoryAccess.LESS);
    LabelTiming timing = forge.labelTiming(forge.read(SHOP, SEVEN), "preview");
    assertThat(timing.pushed()).contains(java.time.Instant.parse("2026-11-01T10:00:00Z"));
    assertThat(timing.age()).isEqualTo(LabelTiming.Age.NEWER);
    assertThat(forge.labelTiming(forge.read(SHOP, SEVEN), "nope").age())
        .isEqualTo(LabelTiming.Age.UNKNOWN);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void waitsAsLongAsTheForgeAsks(ForgeSettings.Kind kind) throws ForgeException {
    Forge forge = bench.fresh(kind);
    bench.server().breakAt(0, StubServer.Fault.TOO_MANY, false);
    forge.read(SHOP, SEVEN);
    assertThat(bench.slept()).isEqualTo(Duration.ofSeconds(7));
    bench.server().breakAt(0, StubServer.Fault.TOO_MANY_BY_DATE, false);
    forge.read(SHOP, SEVEN);
    assertThat(bench.slept()).isEqualTo(Duration.ofSeconds(9));
  }

  @ParameterizedTest
  @EnumSource(names = {"GITHUB", "GITEA"})
  void doesNotTrustALabelOverAPushItCannotSee(ForgeSettings.Kind kind) throws ForgeException {
    Forge forge = bench.fresh(kind);
    RemotePullRequest pr = forge.read(SHOP, SEVEN);
    PullRequest other =
        new PullRequest(SHOP, SEVEN, new CommitSha("f".repeat(40)), pr.pullRequest().details());
    LabelTiming timing = forge.labelTiming(new RemotePullRequest(other, pr.updatedAt()), "preview");
    assertThat(timing.labelled()).isPresent();
    assertThat(timing.pushed()).isEmpty();
    assertThat(timing.age()).isEqualTo(LabelTiming.Age.UNKNOWN);
  }
}
