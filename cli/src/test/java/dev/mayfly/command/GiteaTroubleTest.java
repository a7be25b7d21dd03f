package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.command.console.ExitCode;
import dev.mayfly.forge.CutLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong at a real Gitea: it is away for a while, or takes signed commits only. */
class GiteaTroubleTest {
  @TempDir Path temp;

  private static GiteaWorld pushing(Path temp) {
    return GiteaWorld.of(temp, DeliveryWorld::push);
  }

  private static CommandLineRun fine(CommandLineRun run) {
    assertThat(run.code()).as(run.toString()).isZero();
    return run;
  }

  /** Whatever a run had done when the line broke, the next one finishes it. */
  @Test
  void anOutageLosesAndRemovesNothing() {
    GiteaWorld world = GiteaWorld.of(temp, text -> text);
    try (CutLine line = new CutLine(world.server.url())) {
      String direct = world.server.url().toString();
      world.front = line.url();
      world.sleeper = CommandLineRun.TENTH;
      world.editPlatform(text -> text.replace("url: " + direct, "url: " + line.url()));
      int stays = world.pull();
      fine(world.open(stays));
      world.merge(world.changes().getFirst(), "merge");
      int number = world.pull();
      for (int pieces : List.of(1, 9, 18)) {
        line.cutAfter(pieces);
        CommandLineRun cut = world.open(number);
        assertThat(line.isCut()).isTrue();
        assertThat(cut.code()).as(cut.toString()).isEqualTo(ExitCode.REMOTE);
        assertThat(cut.err()).contains("error[").doesNotContain("has a bug");
        assertThat(world.hasOverlay(stays)).isTrue();
        line.cutAfter(pieces);
        CommandLineRun swept = world.sync();
        assertThat(swept.code()).as(swept.toString()).isEqualTo(ExitCode.REMOTE);
        assertThat(world.hasOverlay(stays)).isTrue();
        line.mend();
      }
      assertThat(fine(world.open(number)).out()).contains("orders#" + number);
      assertThat(world.changes()).hasSize(1);
      assertThat(world.comments(number)).hasSize(1);
    }
  }

  @Test
  void aBranchOfSignedCommitsTakesOurs() throws Exception {
    Path home = Files.createDirectory(temp.resolve("gnupg"));
    String user = "Bot <bot@example.dev>";
    gpg(home, "--quick-gen-key", user, "ed25519", "sign", "never");
    Path secret = home.resolve("secret.asc");
    Path known = home.resolve("public.asc");
    gpg(home, "--armor", "-o", secret + "", "--export-secret-keys");
    gpg(home, "--armor", "-o", known + "", "--export");
    run("gpgconf", "--homedir", home + "", "--kill", "gpg-agent");
    GiteaWorld world = pushing(temp);
    world
        .server
        .user("bot")
        .made("/user/gpg_keys", Map.of("armored_public_key", Files.readString(known)));
    world.root.made(
        "/repos/" + world.gitops + "/branch_protections",
        Map.of("rule_name", "main", "enable_push", true, "require_signed_commits", true));
    int number = world.pull();
    CommandLineRun unsigned = world.open(number);
    assertThat(unsigned.code()).as(unsigned.toString()).isEqualTo(ExitCode.REMOTE);
    assertThat(unsigned.err()).contains("error[push-refused]");
    assertThat(world.hasOverlay(number)).isFalse();
    world.env.put("MAYFLY_SIGNING_KEY", secret.toString());
    world.env.put("MAYFLY_AUTHOR", user);
    world.env.put("PATH", System.getenv("PATH"));
    fine(world.open(number));
    assertThat(world.hasOverlay(number)).isTrue();
    assertThat(world.root.get("/repos/" + world.gitops + "/commits?limit=1").body())
        .contains("\"verified\":true");
  }

  private static void gpg(Path home, String... arguments) throws Exception {
    List<String> all =
        new ArrayList<>(
            List.of("gpg", "--homedir", home + "", "--batch", "--quiet", "--passphrase", ""));
    all.addAll(List.of("--pinentry-mode", "loopback"));
    all.addAll(List.of(arguments));
    run(all.toArray(String[]::new));
  }

  private static void run(String... command) throws Exception {
    try {
      Process process = new ProcessBuilder(command).inheritIO().start();
      assertThat(process.waitFor()).isZero();
    } catch (IOException e) {
      Assumptions.abort(command[0] + " is not installed");
    }
  }
}
