package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.command.console.ExitCode;
import dev.mayfly.forge.StubPull;
import dev.mayfly.golden.FullRun;
import dev.mayfly.platform.ForgeSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A preview goes and comes back, by every way, at every forge: a branch that is pushed has an open
 * pull request whenever a run ends well, and whoever asked for a preview again gets it.
 */
class ProposalWalkTest {
  private static final String BRANCH = "mayfly/orders/pr-7";
  private static final List<ForgeSettings.Kind> FORGES =
      List.of(ForgeSettings.Kind.GITHUB, ForgeSettings.Kind.GITLAB, ForgeSettings.Kind.GITEA);
  private static int turn;

  @TempDir Path temp;

  /** All, or in an ordinary run another one for each test. */
  static List<ForgeSettings.Kind> forges() {
    return FullRun.IS_THIS ? FORGES : List.of(FORGES.get(turn++ % FORGES.size()));
  }

  /** How a preview went. */
  private enum Way {
    LABEL(false),
    CLOSE(false),
    /** A person closes the GitOps pull request. */
    DECLINE(true),
    /** A person deletes its branch, and the forge closes it. */
    DELETE(true);

    /** Whether it is a person's no to the GitOps pull request itself. */
    private final boolean no;

    Way(boolean no) {
      this.no = no;
    }
  }

  private record Walk(ForgeSettings.Kind kind, Way way, boolean same) {
    /** All in a full run; else each way at one forge or two, and each forge by several ways. */
    private boolean isTaken() {
      return (kind.ordinal() + way.ordinal() + (same ? 1 : 0)) % FullRun.oneOf(3) == 0;
    }
  }

  static Stream<Arguments> walks() {
    return FORGES.stream()
        .flatMap(kind ->
            Stream.of(Way.values())
                .flatMap(way -> Stream.of(true, false).map(same -> new Walk(kind, way, same))))
        .filter(Walk::isTaken)
        .map(walk -> Arguments.of(walk.kind, walk.way, walk.same));
  }

  /** A run that ends with 0 leaves no branch that waits for nothing. */
  private static CommandLineRun checked(DeliveryWorld world, CommandLineRun run) {
    if (run.code() == ExitCode.FINE) {
      assertThat(world.branches().stream().filter(branch -> branch.startsWith("mayfly")))
          .as(run.toString())
          .containsExactlyElementsOf(world.open());
    }
    return run;
  }

  private static void goes(DeliveryWorld world, StubPull pull, Way way) {
    switch (way) {
      case LABEL -> pull.labels.remove("preview");
      case CLOSE -> pull.state = "closed";
      case DECLINE ->
          world.changes().pulls.values().stream()
              .filter(change -> !change.merged)
              .forEach(change -> change.state = "closed");
      case DELETE -> world.gitops.run("branch", "-D", BRANCH);
    }
    if (!way.no) {
      CommandLineRun closed = checked(world, world.close(7));
      assertThat(closed.code()).as(closed.err()).isZero();
      assertThat(closed.out()).startsWith("removed: orders#7");
    }
  }

  @ParameterizedTest
  @MethodSource("walks")
  void comesBackAsItWasAskedFor(ForgeSettings.Kind kind, Way way, boolean sameCommit) {
    try (DeliveryWorld world = DeliveryWorld.of(temp, kind, text -> text)) {
      StubPull pull = world.pull(7);
      for (int round = 0; round < FullRun.times(3, 2); round++) {
        CommandLineRun opened = checked(world, world.open(7));
        assertThat(opened.code()).as(opened.err()).isZero();
        assertThat(opened.err()).isEmpty();
        assertThat(opened.out()).matches("(?s)(opened|updated): orders#7.*, waits for .*");
        assertThat(world.openChanges()).isEqualTo(1);
        goes(world, pull, way);
        pull.labels.add("preview");
        pull.state = "open";
        if (way.no && sameCommit) {
          declined(world);
        }
        if (way.no || !sameCommit) {
          world.push(pull);
        }
      }
    }
  }

  /** A person said no: nothing holds a place any more, and no run asks for the same again. */
  private static void declined(DeliveryWorld world) {
    for (int i = 0; i < 2; i++) {
      CommandLineRun refused = world.open(7);
      assertThat(refused.code()).as(refused.out()).isEqualTo(ExitCode.REFUSED);
      assertThat(refused.err()).contains("was closed without a merge");
      assertThat(world.branches()).containsExactly("main");
      CommandLineRun kept = checked(world, world.event("close", "unlabeled", 7));
      assertThat(kept.out()).startsWith("kept: orders#7");
      CommandLineRun swept = checked(world, world.sync("--apply"));
      assertThat(swept.code()).as(swept.err()).isZero();
      assertThat(swept.out()).contains("orders#7: not opened");
    }
    assertThat(world.run("status").out()).contains("0 of 5 places");
    assertThat(world.openChanges()).isZero();
  }

  @ParameterizedTest
  @MethodSource("forges")
  void aBranchThatPeopleDeclinedGoesWhicheverRunComesFirst(ForgeSettings.Kind kind) {
    for (String run : List.of("close", "sync")) {
      try (DeliveryWorld world = DeliveryWorld.of(temp.resolve(run), kind, text -> text)) {
        StubPull pull = world.pull(7);
        world.open(7);
        goes(world, pull, Way.DECLINE);
        CommandLineRun next =
            run.equals("close") ? world.event("close", "unlabeled", 7) : world.sync("--apply");
        assertThat(checked(world, next).code()).as(next.err()).isZero();
        assertThat(world.branches()).containsExactly("main");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("forges")
  void aRemovalThatPeopleDeclinedIsNotAskedForAgain(ForgeSettings.Kind kind) {
    for (Way way : List.of(Way.DECLINE, Way.DELETE)) {
      try (DeliveryWorld world = DeliveryWorld.of(temp.resolve(way.name()), kind, text -> text)) {
        StubPull pull = world.pull(7);
        world.open(7);
        world.merge(BRANCH);
        pull.state = "closed";
        assertThat(checked(world, world.close(7)).out()).contains("waits for ");
        goes(world, pull, way);
        for (int i = 0; i < 2; i++) {
          CommandLineRun swept = checked(world, world.sync("--apply"));
          assertThat(swept.code()).as(swept.err()).isZero();
          assertThat(swept.out()).contains("orders#7: kept (").contains("declined");
          CommandLineRun again = checked(world, world.close(7));
          assertThat(again.code()).as(again.err()).isZero();
          assertThat(again.out()).contains("kept: orders#7 (its removal was declined in ");
        }
        assertThat(world.openChanges()).isZero();
        // Reopened, it is wanted again, and closing it asks anew.
        pull.state = "open";
        assertThat(checked(world, world.open(7)).out()).startsWith("unchanged: orders#7");
        pull.state = "closed";
        assertThat(checked(world, world.close(7)).out()).contains("waits for ");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("forges")
  void aSweepThatPeopleDeclinedIsNotAskedForAgain(ForgeSettings.Kind kind) {
    try (DeliveryWorld world = DeliveryWorld.of(temp, kind, text -> text)) {
      StubPull pull = world.pull(7);
      world.open(7);
      world.merge(BRANCH);
      pull.state = "closed";
      CommandLineRun swept = checked(world, world.sync("--apply"));
      assertThat(swept.out()).as(swept.err()).contains("waits for ");
      goes(world, pull, Way.DECLINE);
      for (int i = 0; i < 2; i++) {
        CommandLineRun again = checked(world, world.sync("--apply"));
        assertThat(again.code()).as(again.err()).isZero();
        assertThat(again.err()).contains("warning[declined]");
        assertThat(world.branches()).containsExactly("main");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("forges")
  void theBranchOfAMergedRemovalGoesWhereTheForgeKeepsIt(ForgeSettings.Kind kind) {
    try (DeliveryWorld world = DeliveryWorld.of(temp, kind, text -> text)) {
      StubPull pull = world.pull(7);
      world.open(7);
      world.merge(BRANCH);
      pull.state = "closed";
      world.close(7);
      world.merge(BRANCH);
      assertThat(world.hasOverlay(7)).isFalse();
      assertThat(world.branches()).contains(BRANCH);
      CommandLineRun swept = checked(world, world.sync("--apply"));
      assertThat(swept.code()).as(swept.err()).isZero();
      assertThat(world.branches()).containsExactly("main");
    }
  }

  @ParameterizedTest
  @MethodSource("forges")
  void aPullRequestThatIsNotOpenAfterwardsIsNoGoodEnd(ForgeSettings.Kind kind) {
    try (DeliveryWorld world = DeliveryWorld.of(temp, kind, text -> text)) {
      world.pull(7);
      world.changes().afterCreate = change -> change.state = "closed";
      CommandLineRun opened = world.open(7);
      assertThat(opened.code()).isEqualTo(ExitCode.REMOTE);
      assertThat(opened.err()).contains("error[change-not-open]", "`" + BRANCH + "` is pushed");
    }
  }

  /** As Gitea does that has not got to the end of an earlier branch of the same name yet. */
  @ParameterizedTest
  @MethodSource("forges")
  void oneThatIsClosedAtOnceIsOpenedOnceMore(ForgeSettings.Kind kind) {
    try (DeliveryWorld world = DeliveryWorld.of(temp, kind, text -> text)) {
      world.pull(7);
      world.changes().afterCreate =
          change -> {
            change.state = "closed";
            world.changes().afterCreate = next -> {};
          };
      assertThat(checked(world, world.open(7)).out()).startsWith("opened: orders#7");
      assertThat(world.openChanges()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @MethodSource("forges")
  void aBranchStaysUntilItsPullRequestIsWithdrawn(ForgeSettings.Kind kind) {
    try (DeliveryWorld world = DeliveryWorld.of(temp, kind, text -> text)) {
      StubPull pull = world.pull(7);
      world.open(7);
      pull.state = "closed";
      world.changes().refusesWrites = true;
      CommandLineRun closed = world.close(7);
      assertThat(closed.code()).isEqualTo(ExitCode.REMOTE);
      assertThat(world.branches()).contains(BRANCH);
      world.changes().refusesWrites = false;
      assertThat(checked(world, world.close(7)).out()).startsWith("removed: orders#7");
      pull.state = "open";
      CommandLineRun opened = checked(world, world.open(7));
      assertThat(opened.code()).as(opened.err()).isZero();
      assertThat(world.openChanges()).isEqualTo(1);
    }
  }
}
