package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.command.composition.Connections;
import dev.mayfly.command.console.ExitCode;
import dev.mayfly.forge.StubHost;
import dev.mayfly.forge.StubPull;
import dev.mayfly.forge.StubServer;
import dev.mayfly.platform.ForgeSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The pull requests that the forge itself lists. */
class SimulateForgeTest {
  private static final String SET =
      """
      apiVersion: argoproj.io/v1alpha1
      kind: ApplicationSet
      metadata: {name: previews, namespace: argocd}
      spec:
        goTemplate: true
        generators:
          - pullRequest: {%s: {%s}}
        template:
          metadata: {name: "pr-{{ .number }}", annotations: {v: "{{ .branch }} {{ .labels }}"}}
          spec:
            project: default
            source: {repoURL: "https://x", path: p, targetRevision: "{{ .head_sha }}"}
            destination: {server: "https://s"}
      """;

  @TempDir Path temp;
  private final Map<String, String> env =
      new HashMap<>(Map.of(Connections.FORGE_TOKEN, DeliveryWorld.TOKEN));
  private StubHost host = new StubHost(ForgeSettings.Kind.GITHUB, "acme/shop");

  @AfterEach
  void stop() {
    host.close();
  }

  private CommandLineRun run(String provider, String block, String... more) throws IOException {
    Files.writeString(temp.resolve("set.yaml"), SET.formatted(provider, block));
    String[] args = new String[more.length + 3];
    System.arraycopy(new String[] {"simulate", "set.yaml", "--forge"}, 0, args, 0, 3);
    System.arraycopy(more, 0, args, 3, more.length);
    return CommandLineRun.of(CommandCatalog.all(), env, temp, args);
  }

  private void platform(ForgeSettings.Kind kind) throws IOException {
    Files.writeString(
        temp.resolve("mayfly.yaml"),
        DeliveryWorld.push(Examples.platform("primitives"))
            .replace("kind: github", "kind: " + kind.name().toLowerCase(Locale.ROOT))
            .replace("url: https://github.com", "url: " + host.server().url()));
  }

  private String block(ForgeSettings.Kind kind) {
    String api = "api: \"" + host.server().url();
    return switch (kind) {
      case GITLAB -> "project: acme/shop, pullRequestState: opened, " + api + "/\"";
      case GITHUB -> "owner: acme, repo: shop, " + api + "/api/v3/\"";
      default -> "owner: acme, repo: shop, " + api + "\"";
    };
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void eachForgeListsItsPullRequests(ForgeSettings.Kind kind) throws IOException {
    host.close();
    host = new StubHost(kind, "acme/shop");
    platform(kind);
    for (int number = 1; number <= 7; number++) {
      StubPull pull = host.repository("acme/shop").open(number);
      pull.branch = "feat-" + number;
      pull.labels.add("preview");
    }
    host.repository("acme/shop").open(9).state = "closed";
    CommandLineRun run = run(kind.name().toLowerCase(Locale.ROOT), block(kind), "-o", "yaml");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("name: pr-7", "v: \"feat-7 [preview]\"").doesNotContain("pr-9");
    assertThat(host.server().requests()).hasSize(3);
  }

  @Test
  void theTokenGoesNowhereButToTheForgeOfThePlatform() throws IOException {
    host.repository("acme/shop").open(1);
    host.server().guard("/", DeliveryWorld.TOKEN);
    CommandLineRun without = run("github", block(ForgeSettings.Kind.GITHUB));
    assertThat(without.code()).isEqualTo(ExitCode.REMOTE);
    assertThat(without.err())
        .contains("the pull requests of `acme/shop` cannot be listed", "no token was sent");
    platform(ForgeSettings.Kind.GITHUB);
    assertThat(run("github", block(ForgeSettings.Kind.GITHUB)).out()).contains("pr-1");
  }

  @Test
  void aForgeThatDoesNotAnswerIsNotSaidToLackTheToken() throws IOException {
    host.server().breakAt(0, StubServer.Fault.BAD_GATEWAY, true);
    assertThat(run("github", block(ForgeSettings.Kind.GITHUB)).err())
        .contains("cannot be listed")
        .doesNotContain("no token was sent");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "github | owner: acme, repo: '{{ .repo }}' | `acme/{{ .repo }}` is not the name of one"
            + " repository",
        "gitlab | project: '17' | `17` is not the name of one repository",
        "gitea | owner: a, repo: b, api: 'http://example.com' | `api` is not an https address",
        "gitea | owner: a, repo: b, api: '::' | `api` is not an https address",
        "bitbucket | owner: a, repo: b | the API of `bitbucket` is not spoken",
      })
  void whatCannotBeAskedIsSaid(String provider, String block, String says) throws IOException {
    CommandLineRun run = run(provider, block);
    assertThat(run.code()).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(run.err()).contains(says, "--prs");
    assertThat(host.server().requests()).isEmpty();
  }

  @Test
  void aFileBesideItIsRefused() throws IOException {
    assertThat(run("github", "owner: a, repo: b", "--prs", "p.json").code())
        .isEqualTo(ExitCode.CONFIGURATION);
  }
}
