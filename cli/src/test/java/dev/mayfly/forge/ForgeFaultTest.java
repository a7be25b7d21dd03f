package dev.mayfly.forge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.forge.StubServer.Fault;
import dev.mayfly.golden.FullRun;
import dev.mayfly.platform.ForgeSettings;
import dev.mayfly.preview.PullRequestNumber;
import dev.mayfly.preview.RepositoryName;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every fault at every request of every operation of every forge: it ends well or in a typed
 * failure, nothing is written twice, the token is nowhere, and the next run finishes the job.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForgeFaultTest {
  private static final RepositoryName SHOP = new RepositoryName(StubForge.REPOSITORY);
  private static final PullRequestNumber SEVEN = new PullRequestNumber(7);

  /** After these, one at a time, an operation still succeeds. */
  private static final Set<Fault> PASSING =
      EnumSet.of(
          Fault.TOO_MANY,
          Fault.TOO_MANY_BY_DATE,
          Fault.BAD_GATEWAY,
          Fault.BAD_GATEWAY_AFTER_EFFECT,
          Fault.CUT,
          Fault.CUT_AFTER_EFFECT,
          Fault.CUT_IN_BODY);

  /** Something a command asks of a forge, and how a stub shows that it is done. */
  private enum Operation {
    READ,
    LIST,
    FILES,
    ACCESS,
    TIMING,
    ADD_LABEL,
    REMOVE_LABEL,
    OPEN_CHANGE,
    UPDATE_CHANGE,
    CLOSE,
    NEW_COMMENT,
    CHANGED_COMMENT;

    void prepare(StubForge stub) {
      for (int number = 20; number < 24; number++) {
        stub.open(number).branch = "b" + number;
        stub.addComment(7, 1, "talk " + number);
      }
      stub.pulls.get(7).files.addAll(Set.of("a", "b", "c", "d"));
      switch (this) {
        case REMOVE_LABEL -> stub.pulls.get(7).labels.add("preview");
        case UPDATE_CHANGE -> stub.create("mayfly/x", "main", "Old", "Old");
        case CHANGED_COMMENT ->
            stub.addComment(7, StubForge.ME, new StickyComment("shop", "old", false).text());
        default -> {}
      }
    }

    void run(Forge forge) throws ForgeException {
      switch (this) {
        case READ -> forge.read(SHOP, SEVEN);
        case LIST -> assertThat(forge.listOpen(SHOP).items()).hasSize(5);
        case FILES -> assertThat(forge.changedFiles(SHOP, SEVEN).paths()).hasSize(4);
        case ACCESS -> forge.accessOf(SHOP, "ada");
        case TIMING -> forge.labelTiming(forge.read(SHOP, SEVEN), "preview");
        case ADD_LABEL -> forge.addLabel(SHOP, SEVEN, "preview");
        case REMOVE_LABEL -> forge.removeLabel(SHOP, SEVEN, "preview");
        case OPEN_CHANGE, UPDATE_CHANGE ->
            forge.propose(SHOP, new ChangeRequest("mayfly/x", "main", "New", "New", Set.of()));
        case CLOSE -> forge.withdraw(SHOP, SEVEN, "Withdrawn");
        case NEW_COMMENT, CHANGED_COMMENT ->
            forge.comment(SHOP, SEVEN, new StickyComment("shop", "new", false));
      }
    }

    void assertDone(StubForge stub) {
      StubPull seven = stub.pulls.get(7);
      switch (this) {
        case ADD_LABEL -> assertThat(seven.labels).containsExactly("preview");
        case REMOVE_LABEL -> assertThat(seven.labels).isEmpty();
        case OPEN_CHANGE, UPDATE_CHANGE ->
            assertThat(stub.pulls.values())
                .filteredOn(pull -> pull.branch.equals("mayfly/x"))
                .extracting(pull -> pull.title)
                .containsExactly("New");
        case CLOSE -> assertThat(seven.state).isEqualTo("closed");
        case NEW_COMMENT, CHANGED_COMMENT ->
            assertThat(stub.comments)
                .filteredOn(comment -> comment.author() == StubForge.ME)
                .extracting(StubForge.Comment::body)
                .containsExactly(new StickyComment("shop", "new", false).text());
        default -> {}
      }
    }
  }

  private ForgeBench bench;

  @BeforeAll
  void start() {
    bench = new ForgeBench();
  }

  @AfterAll
  void stop() {
    bench.close();
  }

  static Stream<Arguments> kindsAndOperations() {
    return Stream.of(ForgeSettings.Kind.GITHUB, ForgeSettings.Kind.GITLAB, ForgeSettings.Kind.GITEA)
        .flatMap(kind -> Stream.of(Operation.values()).map(op -> Arguments.of(kind, op)));
  }

  @ParameterizedTest
  @MethodSource("kindsAndOperations")
  void survivesEveryFaultAtEveryRequest(ForgeSettings.Kind kind, Operation operation)
      throws ForgeException {
    operation.prepare(prepared(kind));
    operation.run(forge(kind));
    int requests = bench.server().requests().size();
    assertThat(requests).isPositive();
    for (Fault fault : Fault.values()) {
      // Requests that follow each other have different faults in an ordinary run.
      int step = FullRun.oneOf(3);
      for (int index = fault.ordinal() % step; index < requests; index += step) {
        runWith(kind, operation, fault, index, false);
        if (PASSING.contains(fault)) {
          runWith(kind, operation, fault, index, true);
        }
      }
    }
    assertThat(bench.elsewhere().requests()).as("requests to another host").isEmpty();
  }

  private void runWith(
      ForgeSettings.Kind kind, Operation operation, Fault fault, int index, boolean forEver)
      throws ForgeException {
    String run =
        "%s %s with %s at %d, for ever: %b".formatted(kind, operation, fault, index, forEver);
    Forge forge = bench.fresh(kind);
    operation.prepare(bench.stub());
    bench.server().breakAt(index, fault, forEver);
    Optional<ForgeException> failure = Optional.ofNullable(failure(operation, forge));
    failure.ifPresent(e ->
        assertThat(everythingSaid(e))
            .as(run)
            .doesNotContain(ForgeBench.TOKEN)
            .doesNotContain("\u001b"));
    if (PASSING.contains(fault) && !forEver) {
      assertThat(failure).as(run).isEmpty();
      operation.assertDone(bench.stub());
    }
    assertThat(bench.server().requests()).as(run).hasSizeLessThan(60);
    assertThat(bench.slept()).as(run).isLessThan(Duration.ofMinutes(5));
    bench.server().heal();
    operation.run(forge);
    operation.assertDone(bench.stub());
  }

  private static @Nullable ForgeException failure(Operation operation, Forge forge) {
    try {
      operation.run(forge);
      return null;
    } catch (ForgeException e) {
      return e;
    }
  }

  private static String everythingSaid(ForgeException e) {
    java.io.StringWriter trace = new java.io.StringWriter();
    e.printStackTrace(new java.io.PrintWriter(trace));
    return trace + e.problem().toString() + e.endsCommand();
  }

  private StubForge prepared(ForgeSettings.Kind kind) {
    bench.fresh(kind);
    return bench.stub();
  }

  private Forge forge(ForgeSettings.Kind kind) {
    bench.server().heal();
    return bench.forge(kind);
  }
}
