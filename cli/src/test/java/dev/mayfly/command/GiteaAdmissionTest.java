package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.command.console.ExitCode;
import dev.mayfly.golden.FullRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is let in at a real Gitea, by which tokens, and what the others are told. */
class GiteaAdmissionTest {
  private static final int WRITERS = FullRun.times(8, 4);

  @TempDir Path temp;

  private static void refused(GiteaWorld world, int number, String gate, String words) {
    CommandLineRun refused = world.open(number);
    assertThat(refused.code()).as(refused.toString()).isEqualTo(ExitCode.REFUSED);
    assertThat(refused.err()).contains("error[not-admitted-" + gate + "]");
    assertThat(world.comments(number)).singleElement().asString().contains("gets none", words);
  }

  private static CommandLineRun opened(GiteaWorld world, int number) {
    CommandLineRun opened = world.open(number);
    assertThat(opened.code()).as(opened.toString()).isZero();
    return opened;
  }

  @Test
  void draftsAndForksAreToldWhy() {
    GiteaWorld world = GiteaWorld.of(temp, text -> text);
    int draft = world.pull("mara", world.app, "draft", "WIP: a page");
    world.label(draft, true);
    refused(world, draft, "draft", "it is a draft");
    world.root.does("PATCH", "/repos/" + world.app + "/pulls/" + draft, Map.of("title", "A page"));
    opened(world, draft);
    assertThat(world.comments(draft)).singleElement().asString().contains("waits for ");
    String name = world.app.replace("/primitives", "-fork");
    world.server.user("jo").made("/repos/" + world.app + "/forks", Map.of("name", name));
    int foreign = world.pull("jo", "jo/" + name, "page", "A page of a stranger's");
    world.label(foreign, true);
    refused(world, foreign, "fork", "`jo/" + name + "`");
  }

  @Test
  void aProtectedBranchRefusesWithItsOwnWords() {
    GiteaWorld world = GiteaWorld.of(temp, DeliveryWorld::push);
    world.root.made("/repos/" + world.gitops + "/branch_protections", Map.of("rule_name", "main"));
    int number = world.pull();
    CommandLineRun refused = world.open(number);
    assertThat(refused.code()).isEqualTo(ExitCode.REMOTE);
    assertThat(refused.err()).contains("error[push-refused]", "protected", "is `main` protected");
    world.root.does(
        "PATCH",
        "/repos/" + world.gitops + "/branch_protections/main",
        Map.of(
            "enable_push", true,
            "enable_push_whitelist", true,
            "push_whitelist_usernames", List.of("bot")));
    opened(world, number);
    assertThat(world.hasOverlay(number)).isTrue();
  }

  /** Which scopes a token needs, and what is said where one is missing. */
  @Test
  void tokensMayDoAsMuchAsTheyMay() {
    GiteaWorld world = GiteaWorld.of(temp, text -> text);
    int number = world.pull();
    world.tokens("read:repository", "read:issue");
    CommandLineRun refused = world.open(number);
    assertThat(refused.code()).isEqualTo(ExitCode.REMOTE);
    assertThat(world.changes()).isEmpty();
    world.tokens("write:repository", "write:issue");
    for (int again = 0; again < 2; again++) {
      opened(world, number);
      assertThat(world.comments(number)).as("without read:user").hasSize(1);
    }
    world.permit("bot", world.app, "write");
    world.push("mara", world.app, world.branch(number));
    refused(world, number, "label-age", "this token");
    assertThat(world.changes()).hasSize(1);
  }

  @Test
  void allAtOnceTakeThreePlaces() throws Exception {
    GiteaWorld world =
        GiteaWorld.of(
            temp,
            text -> text.replace("limit: 5", "limit: 3").replaceFirst("  capacity: .*\n", ""));
    List<Callable<CommandLineRun>> writers = new ArrayList<>();
    for (int i = 0; i < WRITERS; i++) {
      int number = world.pull();
      writers.add(() -> world.open(number));
    }
    List<Integer> codes = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
      for (Future<CommandLineRun> run : threads.invokeAll(writers)) {
        codes.add(run.get().code());
      }
    }
    assertThat(codes).containsOnly(ExitCode.FINE, ExitCode.REFUSED);
    assertThat(codes).filteredOn(code -> code == ExitCode.FINE).hasSize(3);
    assertThat(world.changes()).hasSize(3);
    assertThat(world.branches()).hasSize(4);
  }
}
