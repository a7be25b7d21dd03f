package dev.mayfly.forge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.platform.ForgeSettings;
import dev.mayfly.preview.PullRequest;
import dev.mayfly.preview.PullRequestNumber;
import dev.mayfly.preview.RepositoryName;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What writing does at every forge, on a local server that keeps state and pages by three. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForgeWriteTest {
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
  void setsAndRemovesALabelAnyNumberOfTimes(ForgeSettings.Kind kind) throws ForgeException {
    Forge forge = bench.fresh(kind);
    for (String label : List.of("preview", "a b/c")) {
      forge.addLabel(SHOP, SEVEN, label);
      forge.addLabel(SHOP, SEVEN, label);
      assertThat(bench.stub().pulls.get(7).labels).containsExactly(label);
      forge.removeLabel(SHOP, SEVEN, label);
      forge.removeLabel(SHOP, SEVEN, label);
      assertThat(bench.stub().pulls.get(7).labels).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void opensAChangeOnceAndWritesOnlyDifferences(ForgeSettings.Kind kind) throws ForgeException {
    Forge forge = bench.fresh(kind);
    Change change = forge.propose(SHOP, WANTED).change();
    assertThat(forge.findChange(SHOP, WANTED.branch(), "main").orElseThrow().number())
        .isEqualTo(change.number());
    bench.server().heal();
    forge.propose(SHOP, WANTED);
    assertThat(bench.server().requests()).allMatch(request -> request.startsWith("GET "));
    ChangeRequest other = new ChangeRequest(WANTED.branch(), "main", "New", "Text", Set.of());
    assertThat(forge.propose(SHOP, other).change().title()).isEqualTo("New");
    assertThat(bench.stub().openFrom(WANTED.branch(), "main")).isEqualTo(1);
    forge.withdraw(SHOP, change.number(), "Withdrawn");
    forge.withdraw(SHOP, change.number(), "Withdrawn");
    assertThat(forge.findChange(SHOP, WANTED.branch(), "main")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void adoptsAChangeThatAnotherRunOpenedFirst(ForgeSettings.Kind kind) throws ForgeException {
    Forge forge = bench.fresh(kind);
    StubForge stub = bench.stub();
    stub.beforeCreate = () -> stub.create(WANTED.branch(), "main", "Theirs", "Theirs");
    Change change = forge.propose(SHOP, WANTED).change();
    assertThat(change.title()).isEqualTo(WANTED.title());
    assertThat(stub.openFrom(WANTED.branch(), "main")).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void neverTakesAForksBranchOfTheSameNameForOurs(ForgeSettings.Kind kind) throws ForgeException {
    Forge forge = bench.fresh(kind);
    StubPull fork = bench.stub().pulls.get(7);
    fork.branch = WANTED.branch();
    fork.headRepository = "eve/shop";
    assertThat(forge.findChange(SHOP, WANTED.branch(), "main")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void isContentWhenAChangeWasMergedInBetween(ForgeSettings.Kind kind) throws ForgeException {
    Forge forge = bench.fresh(kind);
    StubPull pull = bench.stub().pulls.get(7);
    pull.state = "closed";
    pull.merged = true;
    forge.withdraw(SHOP, SEVEN, "Withdrawn");
    assertThat(forge.read(SHOP, SEVEN).pullRequest().details().state())
        .isEqualTo(PullRequest.State.MERGED);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void keepsOneCommentTheOldestOfItsOwn(ForgeSettings.Kind kind) throws ForgeException {
    Forge forge = bench.fresh(kind);
    StubForge stub = bench.stub();
    StickyComment first = new StickyComment("shop", "first", false);
    stub.addComment(7, 1, first.text());
    for (int i = 0; i < 5; i++) {
      stub.addComment(7, 1, "talk");
    }
    assertThat(forge.comment(SHOP, SEVEN, first)).as("it says the same").isEmpty();
    assertThat(forge.comment(SHOP, SEVEN, new StickyComment("other", "x", false))).isEmpty();
    int oldest = stub.comments.get(6).id();
    stub.addComment(7, StubForge.ME, first.text());
    assertThat(forge.comment(SHOP, SEVEN, new StickyComment("shop", "second", false)))
        .as("somebody else says otherwise")
        .isPresent();
    assertThat(stub.comments.stream().filter(c -> c.author() == StubForge.ME))
        .extracting(StubForge.Comment::id, StubForge.Comment::body)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(oldest, "<!-- mayfly:shop -->\nsecond"),
            org.assertj.core.groups.Tuple.tuple(oldest + 1, "<!-- mayfly:other -->\nx"));
    assertThat(stub.comments.getFirst().body()).isEqualTo(first.text());
    bench.server().heal();
    forge.comment(SHOP, SEVEN, new StickyComment("shop", "second", false));
    assertThat(bench.server().requests()).allMatch(request -> request.startsWith("GET "));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void theOldestStaysHoweverTheForgeLists(ForgeSettings.Kind kind) throws ForgeException {
    Forge forge = bench.fresh(kind);
    StubForge stub = bench.stub();
    StickyComment said = new StickyComment("shop", "said", false);
    int oldest = stub.addComment(7, StubForge.ME, said.text()).id();
    stub.addComment(7, StubForge.ME, said.text());
    Collections.reverse(stub.comments);
    forge.comment(SHOP, SEVEN, said);
    assertThat(stub.comments).extracting(StubForge.Comment::id).containsExactly(oldest);
  }

  /** The comment of another bot stays as it is, and so does the one that is ours. */
  @Test
  void anInstallationOfGitHubKnowsItselfByName() throws ForgeException {
    Forge forge = bench.anew(ForgeSettings.Kind.GITHUB);
    StubForge stub = bench.stub();
    stub.tellsUser = false;
    StickyComment first = new StickyComment("shop", "first", false);
    stub.addComment(7, 1, first.text());
    for (String text : List.of("first", "second", "second")) {
      int before = stub.comments.size();
      forge.comment(SHOP, SEVEN, new StickyComment("shop", text, false));
      assertThat(stub.comments.size()).isEqualTo(Math.max(2, before));
      assertThat(stub.comments.getFirst().body()).isEqualTo(first.text());
      assertThat(stub.comments.getLast().body()).endsWith(text);
    }
    assertThat(bench.server().requests()).filteredOn(r -> r.contains("graphql")).hasSize(1);
  }

  /** As with a token of Gitea that lacks the scope {@code read:user}. */
  @ParameterizedTest
  @EnumSource(names = {"GITEA", "GITHUB"})
  void learnsWhoItIsFromWhatItWrote(ForgeSettings.Kind kind) throws ForgeException {
    Forge forge = bench.anew(kind);
    StubForge stub = bench.stub();
    stub.tellsUser = false;
    stub.tellsViewer = false;
    StickyComment first = new StickyComment("shop", "first", false);
    StubForge.Comment forged = stub.addComment(7, 1, first.text());
    for (String text : List.of("first", "second", "second")) {
      forge.comment(SHOP, SEVEN, new StickyComment("shop", text, false));
      assertThat(stub.comments)
          .extracting(StubForge.Comment::author, StubForge.Comment::body)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple(1, first.text()),
              org.assertj.core.groups.Tuple.tuple(
                  StubForge.ME, new StickyComment("shop", text, false).text()));
    }
    int ours = stub.comments.get(1).id();
    forge.comment(SHOP, SEVEN, new StickyComment("shop", "gone", true));
    assertThat(stub.comments).extracting(StubForge.Comment::id).containsExactly(forged.id(), ours);
    assertThat(stub.comments.get(1).body()).endsWith("gone");
    forge.comment(SHOP, SEVEN, new StickyComment("other", "gone", true));
    assertThat(stub.comments).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void asksForAutoMerge(ForgeSettings.Kind kind) throws ForgeException {
    Forge forge = bench.fresh(kind);
    bench.stub().pulls.get(7).branch = WANTED.branch();
    Change change = forge.findChange(SHOP, WANTED.branch(), "main").orElseThrow();
    bench.stub().checksPending = true;
    for (int again = 0; again < 2; again++) {
      assertThat(forge.requestAutoMerge(SHOP, change)).isEqualTo(AutoMerge.SCHEDULED);
      assertThat(bench.stub().pulls.get(7).autoMerge).isTrue();
    }
  }
}
