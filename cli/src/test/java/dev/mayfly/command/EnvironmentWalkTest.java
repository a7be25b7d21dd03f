package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.command.console.ExitCode;
import dev.mayfly.command.option.EnvironmentOptions;
import dev.mayfly.git.GitCommand;
import dev.mayfly.golden.FullRun;
import dev.mayfly.report.TerminalText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.Model.OptionSpec;

/** Every variable of every command, set to nothing and to things that no option takes. */
class EnvironmentWalkTest {
  /** What {@code docs/reference/environment.md} lists beside the options. */
  private static final List<String> OTHERS =
      List.of(
          "MAYFLY_GIT_TOKEN MAYFLY_FORGE_TOKEN MAYFLY_SSH_KEY MAYFLY_KNOWN_HOSTS MAYFLY_CA_FILE",
          "MAYFLY_SIGNING_KEY",
          "MAYFLY_AUTHOR MAYFLY_EMAIL SSH_AUTH_SOCK https_proxy no_proxy HTTPS_PROXY NO_PROXY",
          "CF_ACCESS_CLIENT_ID CF_ACCESS_CLIENT_SECRET CLOUDFLARE_ACCOUNT_ID CLOUDFLARE_API_TOKEN",
          "MAYFLY_ACCESS_TOKEN",
          "REGISTRY_AUTH_FILE DOCKER_CONFIG NO_COLOR TERM PATH GITHUB_ACTIONS GITHUB_EVENT_PATH",
          "GITHUB_OUTPUT GITHUB_STEP_SUMMARY GITEA_ACTIONS FORGEJO_ACTIONS GITLAB_CI",
          "CI_MERGE_REQUEST_IID CI_COMMIT_SHA");

  private static final List<String> GARBAGE =
      List.of(
          " ",
          "-",
          "\n\n",
          "\0",
          "../\u00a7/${x}",
          "\ud800",
          "9".repeat(40),
          "a=b,c:d",
          "Acme <x@y");

  @TempDir Path temp;

  static List<Command> commands() {
    return CommandCatalog.all();
  }

  /** CI systems pass on an input that was not given as an empty variable. */
  @ParameterizedTest
  @MethodSource("commands")
  void emptyIsUnset(Command command) throws IOException {
    Map<String, String> empty = new TreeMap<>();
    options(command).forEach(option -> empty.put(variable(option), ""));
    OTHERS.stream().flatMap(line -> Stream.of(line.split(" "))).forEach(v -> empty.put(v, ""));
    CommandLineRun plain = run(command, world("plain"));
    assertThat(plain.code()).as(plain.err()).isNotEqualTo(ExitCode.BUG);
    Map<String, String> env = world("empty");
    empty.forEach(env::putIfAbsent);
    CommandLineRun run = run(command, env);
    assertThat(run.code()).as(run.err()).isEqualTo(plain.code());
    assertThat(run.err().replace("/empty", "/plain")).isEqualTo(plain.err());
  }

  /** All but the demo, which plays through for each of them; its own option has its own test. */
  static List<Command> working() {
    return commands().stream().filter(command -> !(command instanceof DemoCommand)).toList();
  }

  @ParameterizedTest
  @MethodSource("working")
  void garbageIsNeverABug(Command command) throws IOException {
    Map<String, String> usual = world("garbage");
    List<String> variables = new ArrayList<>();
    options(command).forEach(option -> variables.add(variable(option)));
    if (command instanceof OpenCommand) {
      OTHERS.stream().flatMap(line -> Stream.of(line.split(" "))).forEach(variables::add);
    }
    int step = FullRun.oneOf(7);
    int turn = 0;
    for (String variable : variables) {
      for (String garbage : GARBAGE) {
        if (turn++ % step > 0) {
          continue;
        }
        Map<String, String> env = new HashMap<>(usual);
        env.put(variable, garbage);
        CommandLineRun run = run(command, env);
        assertThat(run.code())
            .as(variable + "=" + TerminalText.clean(garbage) + ": " + run.err())
            .isNotEqualTo(ExitCode.BUG);
      }
    }
  }

  /** As every name beyond ASCII is in a locale that has no more. */
  @Test
  void aNameThatNoFileCanHaveIsWrongUsage() {
    CommandLineRun run = CommandLineRun.of(temp, "render", "platform", "--config", "a\0b");
    assertThat(run.code()).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(run.err()).contains("error[wrong-path]").doesNotContain("\0");
  }

  @Test
  void whatIsKeptNeedsAFolder() {
    CommandLineRun run = CommandLineRun.of(temp, "demo", "--keep", "none/such.git");
    assertThat(run.code()).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(run.err()).contains("`--keep` names `none/such.git`");
  }

  /** A name that is an option and something else would let the one switch the other. */
  @Test
  void noOtherVariableIsAnOption() {
    TreeSet<String> variables = new TreeSet<>();
    commands().forEach(c -> options(c).forEach(option -> variables.add(variable(option))));
    assertThat(OTHERS.stream().flatMap(line -> Stream.of(line.split(" "))))
        .doesNotContainAnyElementsOf(variables);
  }

  private static List<OptionSpec> options(Command command) {
    return Help.command(command).options().stream().filter(option -> !option.usageHelp()).toList();
  }

  private static String variable(OptionSpec option) {
    return EnvironmentOptions.variable(option.longestName());
  }

  private CommandLineRun run(Command command, Map<String, String> env) {
    return CommandLineRun.of(
        CommandCatalog.all(), env, Path.of(env.get("HERE")), command.name().split(" "));
  }

  /** A platform and its GitOps repository, where nothing has to be asked over a network. */
  private Map<String, String> world(String name) throws IOException {
    Path folder = Files.createDirectories(temp.resolve(name));
    String platform = Examples.platform("primitives");
    Files.writeString(folder.resolve("mayfly.yaml"), platform);
    GitCommand gitops = GitCommand.bare(folder.resolve("gitops.git"));
    gitops.commit("main", Map.of("mayfly.yaml", platform));
    Map<String, String> env = new HashMap<>();
    env.put("HERE", folder.toString());
    env.put("MAYFLY_GITOPS_URL", "file://" + gitops.directory());
    env.put("MAYFLY_APP_URL", "file://" + gitops.directory());
    env.put("MAYFLY_OFFLINE", "true");
    env.put("https_proxy", "http://127.0.0.1:9");
    env.put("MAYFLY_IMAGE", "ghcr.io/acme/orders@sha256:" + "0a".repeat(32));
    env.put("MAYFLY_PR", "7");
    env.put("MAYFLY_SHA", "0a".repeat(20));
    return env;
  }
}
