package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.command.console.ExitCode;
import dev.mayfly.forge.StubPull;
import dev.mayfly.golden.GoldenFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** {@code admit}: every gate, and the label that Argo CD's generator goes by. */
class AdmitTest {
  private static final String LABEL = "mayfly/admitted";

  @TempDir Path temp;
  private DeliveryWorld world;
  private StubPull pull;

  @BeforeEach
  void start() {
    world = DeliveryWorld.pushing(temp);
    pull = world.pull(7);
  }

  @AfterEach
  void stop() {
    world.close();
  }

  /** The platform delivers by the generator from here on. */
  private void byGenerator() {
    world.editPlatform(text ->
        text.replace("delivery: overlay", "delivery: generator")
            .replaceFirst("    change: .*\n", "")
            .replaceFirst("  capacity: .*\n", "")
            .replace("limit: 5", "limit: 2\n    admittedLabel: " + LABEL));
  }

  private record Case(
      String gate, Consumer<StubPull> pull, UnaryOperator<String> platform, String reason) {}

  private static Case pull(String gate, Consumer<StubPull> edit, String reason) {
    return new Case(gate, edit, text -> text, reason);
  }

  @TestFactory
  Stream<DynamicTest> everyGateRefusesByItsName() {
    List<Case> cases =
        List.of(
            pull("state", p -> p.state = "closed", "the pull request is closed"),
            pull("draft", p -> p.draft = true, "it is a draft"),
            pull(
                "fork",
                p -> p.headRepository = "eve/primitives",
                "fork `eve/primitives`, which is not listed"),
            pull("fork", p -> p.headRepository = null, "a fork that is gone"),
            new Case(
                "author",
                p -> {},
                t -> t.replace("    limit: 5", "    authors: [grace]\n    limit: 5"),
                "`ada` is not listed"),
            pull(
                "target-branch",
                p -> p.base = "release",
                "it goes into `release`, not into `main`"),
            pull("label", p -> p.labels.clear(), "it lacks the label `preview`"),
            pull("label", p -> p.labels.add("no-preview"), "it has the label `no-preview`"),
            pull(
                "label-age",
                p -> {
                  p.author = "eve";
                  p.pushedAt = "2026-11-20T10:00:00Z";
                },
                "pushed after the label was set"),
            pull(
                "changed-paths",
                p -> {
                  p.files.clear();
                  p.files.add("docs/a.md");
                },
                "none of its 1 files matches primitives/service/orders/**"),
            pull("expiry", p -> p.updatedAt = "2026-11-01T00:00:00Z", "not touched for 21 days"),
            new Case(
                "limit",
                p -> {},
                t -> t.replace("limit: 5", "limit: 1"),
                "the one place is taken, by orders#1"),
            new Case(
                "capacity",
                p -> {},
                t -> t.replace("memory: 8Gi", "memory: 200Mi"),
                "would not fit"));
    world.pull(1);
    world.open(1);
    String platform = world.gitops.text("main", "mayfly.yaml") + "\n";
    return cases.stream()
        .map(one ->
            DynamicTest.dynamicTest(
                one.gate + ": " + one.reason,
                () -> {
                  pull = world.pull(7);
                  one.pull.accept(pull);
                  world.platform(one.platform.apply(platform));
                  CommandLineRun run = world.admit(7);
                  assertThat(run.code()).as(run.out()).isEqualTo(ExitCode.REFUSED);
                  assertThat(run.out().lines().filter(l -> l.startsWith("  refused")))
                      .singleElement()
                      .asString()
                      .startsWith("  refused  " + one.gate + ": ")
                      .contains(one.reason);
                  CommandLineRun opened = world.open(7);
                  assertThat(opened.code()).isEqualTo(ExitCode.REFUSED);
                  assertThat(opened.err()).contains("not-admitted-" + one.gate);
                }));
  }

  @Test
  void reportsInEveryFormat() {
    for (String format : List.of("text", "json", "markdown")) {
      CommandLineRun run = world.admit(7, "-o", format);
      assertThat(run.code()).isZero();
      GoldenFiles.verifyFile(
          Path.of("cli", "admit", format + ".txt"), run.transcript("admit", "-o", format));
    }
  }

  /** What nobody could find out refuses, unless a person names the pull request by hand. */
  @Test
  void unknownFilesRefuseAndAPersonMayOverrule() {
    world.app().pulls.get(7).files.clear();
    world.env.put("MAYFLY_OFFLINE", "true");
    String lost = "file://" + temp.resolve("lost.git");
    CommandLineRun byEvent = world.event("admit", "opened", 7);
    assertThat(byEvent.code()).as(byEvent.out()).isZero();
    String head = pull.sha;
    pull.sha = "f".repeat(40);
    CommandLineRun unknown = world.event("admit", "opened", 7);
    assertThat(unknown.code()).as(lost).isIn(ExitCode.REMOTE, ExitCode.REFUSED);
    String[] named = {"admit", "--pr", "7", "--sha", head, "--app", "orders", "--app-url"};
    CommandLineRun byHand =
        world.run(
            Stream.concat(Stream.of(named), Stream.of("file://" + world.source.directory()))
                .toArray(String[]::new));
    assertThat(byHand.code()).as(byHand.err()).isZero();
    assertThat(byHand.out()).contains("unknown  label: ", "unknown  fork: ");
  }

  @Test
  void labelIsSetAndRemovedAgain() {
    byGenerator();
    CommandLineRun admitted = world.admit(7, "--label");
    assertThat(admitted.code()).as(admitted.out() + admitted.err()).isZero();
    assertThat(pull.labels).contains(LABEL);
    assertThat(world.admit(7, "--label").code()).isZero();
    pull.draft = true;
    assertThat(world.admit(7, "--label").code()).isEqualTo(ExitCode.REFUSED);
    assertThat(pull.labels).doesNotContain(LABEL);
  }

  /** Where no label is asked for, CI labels what touches the app, and nothing else. */
  @Test
  void changedPathsAloneAdmit() {
    byGenerator();
    world.editPlatform(text -> text.replaceFirst("labels: .*", "labels: {none: [no-preview]}"));
    pull.labels.clear();
    assertThat(world.admit(7, "--label").code()).isZero();
    assertThat(pull.labels).containsExactly(LABEL);
    pull.labels.add("no-preview");
    assertThat(world.admit(7, "--label").code()).isEqualTo(ExitCode.REFUSED);
    assertThat(pull.labels).containsExactly("no-preview");
    StubPull docs = world.pull(8);
    docs.labels.clear();
    docs.files.clear();
    docs.files.add("docs/a.md");
    assertThat(world.admit(8, "--label").code()).isEqualTo(ExitCode.REFUSED);
    assertThat(docs.labels).isEmpty();
  }

  @Test
  void withoutTheOptionNoLabelIsTouched() {
    byGenerator();
    world.admit(7);
    assertThat(pull.labels).containsExactly("preview");
  }

  @Test
  void generatorServesOnlyAuthorsWhoMayWrite() {
    byGenerator();
    pull.author = "eve";
    CommandLineRun run = world.admit(7, "--label");
    assertThat(run.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(run.out()).contains("refused  write-access: its author may not write");
    assertThat(pull.labels).doesNotContain(LABEL);
  }

  @Test
  void forkIsNeverLabelled() {
    byGenerator();
    pull.headRepository = "ada/primitives";
    assertThat(world.admit(7, "--label").code()).isEqualTo(ExitCode.REFUSED);
    assertThat(pull.labels).doesNotContain(LABEL);
    assertThat(world.host.server().requests()).noneMatch(r -> r.startsWith("POST"));
  }

  private static String people(String text, String line) {
    return text.replace("    limit: 5", "    " + line + "\n    limit: 5");
  }

  private void refusedBecause(String reason) {
    CommandLineRun run = world.admit(7);
    assertThat(run.code()).as(run.out() + run.err()).isEqualTo(ExitCode.REFUSED);
    assertThat(run.out()).contains(reason);
    assertThat(world.open(7).code()).isEqualTo(ExitCode.REFUSED);
  }

  @Test
  void authorsAreKnownByTeamAndOrganization() {
    world.editPlatform(t -> people(t, "authors: {users: [grace], teams: [acme/web]}"));
    refusedBecause("refused  author: its author `ada` is not listed, and in none of `acme/web`");
    world.changes().members.put("acme/web ada", "active");
    CommandLineRun run = world.admit(7);
    assertThat(run.code()).as(run.out()).isZero();
    assertThat(run.out()).contains("pass     author: the author is in `acme/web`");
    world.editPlatform(t -> t.replace("teams: [acme/web]", "organization: acme"));
    refusedBecause("in none of `acme`");
  }

  @Test
  void whoIsExcludedIsExcludedWhateverElse() {
    world.editPlatform(t -> people(t, "authors: {none: [\"Ada\", \"renovate[bot]\"]}"));
    refusedBecause("refused  author: its author `ada` is excluded");
    pull.author = "grace";
    assertThat(world.admit(7).out()).contains("pass     author: the author is not excluded");
  }

  /** A forge that does not tell is no reason to let anybody in, and takes no label away. */
  @Test
  void aForgeThatDoesNotTellRefusesInItsOwnWords() {
    world.editPlatform(t -> people(t, "authors: {organization: acme}"));
    world.changes().membersHidden = true;
    for (CommandLineRun run : List.of(world.admit(7), world.open(7))) {
      assertThat(run.code()).isEqualTo(ExitCode.REMOTE);
      assertThat(run.err()).contains("who is in `acme` cannot be told: the forge answers 403");
    }
    world.env.put("MAYFLY_OFFLINE", "true");
    CommandLineRun offline = world.event("admit", "opened", 7);
    assertThat(offline.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(offline.out()).contains("unknown  author: who is in `acme` only the forge knows");
  }

  @Test
  void forksOfMembersNeedOwnerAndAuthorToBeMembers() {
    world.editPlatform(t -> people(t, "forks: {members: acme}"));
    pull.headRepository = "grace/primitives";
    refusedBecause("the fork `grace/primitives`, whose owner is in none of `acme`");
    world.changes().members.put("acme grace", "active");
    refusedBecause("and its author is in none of `acme`");
    world.changes().members.put("acme ada", "active");
    assertThat(world.admit(7).code()).isZero();
    assertThat(world.open(7).code()).isZero();
  }

  /** Argo CD knows no teams: there the label alone tells, and `admit` sets it. */
  @Test
  void membersAreAdmittedByTheLabel() {
    byGenerator();
    world.editPlatform(t -> t.replace("limit: 2", "limit: 2\n    authors: {organization: acme}"));
    assertThat(world.admit(7, "--label").code()).isEqualTo(ExitCode.REFUSED);
    assertThat(pull.labels).doesNotContain(LABEL);
    world.changes().members.put("acme ada", "active");
    assertThat(world.admit(7, "--label").code()).isZero();
    assertThat(pull.labels).contains(LABEL);
    world.changes().members.clear();
    assertThat(world.admit(7, "--label").code()).isEqualTo(ExitCode.REFUSED);
    assertThat(pull.labels).doesNotContain(LABEL);
  }

  @Test
  void targetBranchesMayBePatterns() {
    world.editPlatform(
        t -> t.replaceFirst("targetBranches: .*", "targetBranches: [main, \"release/*\"]"));
    pull.base = "release/1.2";
    assertThat(world.admit(7).code()).isZero();
    pull.base = "release/1.2/fix";
    refusedBecause("it goes into `release/1.2/fix`, not into `main` or `release/*`");
  }

  @Test
  void labelsMayBeWhatAForgeAllows() {
    world.editPlatform(t ->
        t.replaceFirst(
            "labels: .*", "labels: {all: [\"env: preview \ud83d\ude80/\u00e4\"], none: []}"));
    refusedBecause("it lacks the label `env: preview \ud83d\ude80/\u00e4`");
    pull.labels.add("env: preview \ud83d\ude80/\u00e4");
    assertThat(world.admit(7).code()).isZero();
  }

  @Test
  void listedForkMayHaveAnOverlay() {
    world.editPlatform(
        text -> text.replace("    limit: 5", "    forks: [ada/primitives]\n    limit: 5"));
    pull.headRepository = "ada/primitives";
    assertThat(world.open(7).code()).isZero();
  }

  /** Whoever counts last, the highest numbers go. */
  @Test
  void limitThatWasPassedTakesTheHighestNumbersOut() {
    byGenerator();
    for (int number : new int[] {3, 9, 8}) {
      world.pull(number).labels.add(LABEL);
    }
    CommandLineRun low = world.admit(3, "--label");
    assertThat(low.code()).as(low.out()).isZero();
    assertThat(world.app().pulls.get(3).labels).contains(LABEL);
    assertThat(world.app().pulls.get(8).labels).contains(LABEL);
    assertThat(world.app().pulls.get(9).labels).doesNotContain(LABEL);
    CommandLineRun refused = world.admit(7, "--label");
    assertThat(refused.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(refused.out()).contains("all 2 places are taken, by orders#3, orders#8");
    assertThat(pull.labels).doesNotContain(LABEL);
  }

  @Test
  void sweepReadmitsAndWithdraws() {
    byGenerator();
    world.admit(7, "--label");
    world.pull(8).labels.add(LABEL);
    world.app().pulls.get(8).draft = true;
    world.pull(9);
    CommandLineRun dry = world.sync();
    assertThat(dry.out())
        .isEqualTo(
            """
            orders#7: kept
            orders#8: would be withdrawn (it is a draft, and `admission.drafts` is false)
            orders#9: would be admitted
            """);
    assertThat(world.sync("--apply").code()).isZero();
    assertThat(world.app().pulls.get(8).labels).doesNotContain(LABEL);
    assertThat(world.app().pulls.get(9).labels).contains(LABEL);
    assertThat(pull.labels).contains(LABEL);
  }

  @Test
  void sweepRefusesToWithdrawMostAtOnce() {
    byGenerator();
    for (int number : new int[] {7, 8}) {
      StubPull one = world.pull(number);
      one.labels.add(LABEL);
      one.draft = true;
    }
    assertThat(world.sync("--apply").code()).isEqualTo(ExitCode.REFUSED);
    assertThat(world.app().pulls.get(8).labels).contains(LABEL);
    assertThat(world.sync("--apply", "--allow-mass-removal").code()).isZero();
    assertThat(world.app().pulls.get(8).labels).doesNotContain(LABEL);
  }

  @Test
  void overlaysAreNoMatterOfTheGenerator() {
    byGenerator();
    for (String command : List.of("open", "close")) {
      CommandLineRun run = world.event(command, "opened", 7);
      assertThat(run.code()).isEqualTo(ExitCode.CONFIGURATION);
      assertThat(run.err()).contains("mayfly admit --label");
    }
    assertThat(world.gitops.paths("main"))
        .isEqualTo(List.copyOf(Map.of("mayfly.yaml", 1).keySet()));
  }
}
