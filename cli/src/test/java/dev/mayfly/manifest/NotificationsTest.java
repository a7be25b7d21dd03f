package dev.mayfly.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.argocd.gotemplate.Execution;
import dev.mayfly.argocd.gotemplate.GoValue;
import dev.mayfly.argocd.gotemplate.MissingKey;
import dev.mayfly.argocd.gotemplate.TemplateRun;
import dev.mayfly.command.Examples;
import dev.mayfly.diagnostic.Fault;
import dev.mayfly.golden.GoldenFiles;
import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.JsonReader;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import dev.mayfly.yaml.YamlReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What Argo CD would tell each forge: every text of the rendered templates, evaluated as Go does,
 * against Applications with what the rendered ApplicationSet puts on them.
 */
class NotificationsTest {
  private static final String SHA = "7".repeat(40);

  /** The states that triggers tell apart, each as much of a status as the templates read. */
  private static final Map<String, String> STATES =
      Map.of(
          "running",
          "{sync: {status: OutOfSync}, health: {status: Healthy}, operationState: {phase: Running}}",
          "live",
          "{sync: {status: Synced}, health: {status: Healthy}}",
          "degraded",
          "{sync: {status: Synced}, health: {status: Degraded}, resources: [{kind: Service, name:"
              + " web}, {kind: Deployment, name: web, health: {status: Degraded, message: 'no \"luck\"'}}]}",
          "failed",
          "{sync: {status: OutOfSync}, health: {status: Missing}, operationState: {phase: Failed,"
              + " message: \"object \\\"web\\\" is forbidden\\n```@all <b>\"}}",
          "failed-wordless",
          "{sync: {status: OutOfSync}, health: {}, operationState: {phase: Error}}");

  private static String platform(String forge) {
    String github = Examples.platform("shapes/notifications");
    return switch (forge) {
      case "github" -> github;
      case "github-enterprise" ->
          github
              .replace("https://github.com", "https://git.example.dev")
              .replace(", comment: true", "");
      default ->
          github
              .replace("kind: github", "kind: " + forge)
              .replace("https://github.com", "https://" + forge + ".example.dev")
              .replaceAll("notifications: \\{.*}", "notifications: {secretKey: forge_token}")
              .replace(
                  "repository: acme/web",
                  "repository: acme/" + (forge.equals("gitlab") ? "team/web" : "web"));
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"github", "github-enterprise", "gitlab", "gitea"})
  void everyForgeIsToldInItsWay(String forge) {
    Rendered rendered = Rendered.of(platform(forge), LivePreviews.NONE);
    Node patch = rendered.inSet("patches/argocd-notifications-cm.yaml");
    StringBuilder told = new StringBuilder(patch.location().source().text());
    for (Map.Entry<String, String> state : new TreeMap<>(STATES).entrySet()) {
      told.append("\n### ").append(state.getKey()).append('\n');
      GoValue application = application(rendered, state.getValue());
      String trigger = state.getKey().replace("-wordless", "");
      for (Map.Entry<String, String> text : texts(patch, trigger).entrySet()) {
        String value = evaluated(text.getValue(), application);
        assertThat(value).as(text.getKey()).doesNotContain("<no value>", "{{");
        told.append(text.getKey()).append(": ").append(value.strip()).append('\n');
        if (text.getKey().endsWith(".body")) {
          assertThat(new JsonReader(Budget.EVENT).read("body", bytes(value)).problems()).isEmpty();
        }
      }
    }
    GoldenFiles.verifyFile(Path.of("notifications", forge + ".txt"), told.toString());
  }

  /** The strings of a template of notifications, and of what a trigger sends with it. */
  private static Map<String, String> texts(Node patch, String trigger) {
    Map<String, String> texts = new TreeMap<>();
    String data = "data";
    String name = "mayfly-notifications-";
    String sends = String.valueOf(patch.textAt(data, "trigger." + name + trigger));
    for (String template : new String[] {trigger, "comment"}) {
      String text = patch.textAt(data, "template." + name + template);
      if (text != null && sends.contains(name + template)) {
        collect(read(text), template, texts);
      }
    }
    assertThat(texts).isNotEmpty();
    return texts;
  }

  private static void collect(Node node, String path, Map<String, String> texts) {
    switch (node) {
      case MapNode map ->
          map.entries().forEach(e -> collect(e.value(), path + "." + e.key().text(), texts));
      case ScalarNode scalar -> texts.put(path, scalar.text());
      case ListNode list -> assertThat(list.items()).isEmpty();
    }
  }

  /** An Application with the metadata that the ApplicationSet gives it. */
  private static GoValue application(Rendered rendered, String status) {
    Node metadata = rendered.inSet("application-set-web.yaml").at("spec", "template", "metadata");
    GoValue parameters =
        value(read("{spec: {pr: {number: '7', headSha: '" + SHA + "'}}}"), text -> text);
    GoValue filled = value(metadata, text -> evaluated(text, parameters));
    TreeMap<String, GoValue> named = new TreeMap<>(((GoValue.Entries) filled).values());
    named.put("namespace", GoValue.of("argocd"));
    TreeMap<String, GoValue> app = new TreeMap<>();
    app.put("metadata", GoValue.map(named));
    app.put("status", value(read(status), text -> text));
    TreeMap<String, GoValue> root = new TreeMap<>();
    root.put("app", GoValue.map(app));
    return GoValue.map(root);
  }

  private static GoValue value(Node node, UnaryOperator<String> text) {
    return switch (node) {
      case ScalarNode scalar -> GoValue.of(text.apply(scalar.text()));
      case ListNode list ->
          GoValue.list(list.items().stream().map(item -> value(item, text)).toList());
      case MapNode map -> {
        TreeMap<String, GoValue> entries = new TreeMap<>();
        map.entries().forEach(e -> entries.put(e.key().text(), value(e.value(), text)));
        yield GoValue.map(entries);
      }
    };
  }

  private static String evaluated(String text, GoValue parameters) {
    Execution outcome = TemplateRun.of(text, parameters, MissingKey.INVALID);
    assertThat(outcome).as(text).isInstanceOf(Execution.Rendered.class);
    return ((Execution.Rendered) outcome).text();
  }

  private static Node read(String yaml) {
    return new YamlReader(Budget.LINT).read("yaml", bytes(yaml)).single(Fault.RENDERING);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void aPlatformWithoutTheFieldRendersNoneOfIt() throws IOException {
    Rendered rendered =
        Rendered.of(
            Examples.platform("shapes/notifications").replaceAll("\n *notifications: \\{.*}", ""),
            LivePreviews.NONE);
    assertThat(rendered.set()).doesNotContainKey("platform/patches/argocd-notifications-cm.yaml");
    String set = rendered.inSet("application-set-web.yaml").location().source().text();
    assertThat(set).doesNotContain("mayfly.dev/head-sha", "notifications.argoproj.io");
    assertThat(set)
        .isEqualTo(
            Files.readString(
                    Path.of("golden/shapes/plain-manifests/platform/application-set-web.yaml"))
                .replace("plain-manifests", "notifications"));
  }

  /** A generator tells the commit by another name. */
  @Test
  void eachWayOfDeliveryTellsTheCommit() {
    YamlDraft monolith =
        YamlDraft.example("monolith")
            .with("spec.argocd.notifications", "{githubApp: {id: \"1\", installation: \"2\"}}");
    Node annotations =
        Rendered.of(monolith.text(), LivePreviews.NONE)
            .inSet("application-set-monolith.yaml")
            .at("spec", "template", "metadata", "annotations");
    assertThat(annotations.textAt("mayfly.dev/head-sha")).isEqualTo("{{ .head_sha }}");
    assertThat(annotations.textAt("mayfly.dev/repository")).isEqualTo("jomcgi/homelab");
  }

  /** What apps share has no commit of a pull request to report on. */
  @Test
  void anEnvironmentReportsNothing() {
    String text =
        Examples.platform("shapes/environment")
            .replaceFirst(
                "argocd: \\{",
                "argocd: {notifications: {githubApp: {id: '1', installation: '2'}}, ");
    Rendered rendered = Rendered.of(text, LivePreviews.NONE);
    for (String app : new String[] {"shop", "web", "stock"}) {
      String set = rendered.inSet("application-set-" + app + ".yaml").location().source().text();
      assertThat(set.contains("mayfly.dev/head-sha")).as(app).isEqualTo(!app.equals("shop"));
    }
  }
}
