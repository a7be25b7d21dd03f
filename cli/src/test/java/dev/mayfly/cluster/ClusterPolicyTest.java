package dev.mayfly.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.golden.AttackFiles;
import dev.mayfly.golden.AttackFiles.Case;
import dev.mayfly.golden.FullRun;
import dev.mayfly.golden.PlatformMatrix;
import dev.mayfly.manifest.YamlDraft;
import dev.mayfly.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real API server enforces the rendered admission policies. */
@ResourceLock(ControlPlane.LOCK)
class ClusterPolicyTest {
  // A server takes a second to take up a policy.
  private static final int STEP = FullRun.oneOf(12);

  private static ApiClient client;

  @BeforeAll
  static void connect() {
    client = ControlPlane.client();
  }

  @Test
  void eachPlatformsPolicyPermitsItsOwnPreviews() {
    Map<List<String>, List<Map.Entry<String, YamlDraft>>> byPolicy = new LinkedHashMap<>();
    for (Map.Entry<String, YamlDraft> platform : PlatformMatrix.ALL.accepted().entrySet()) {
      List<String> policies = ServerPolicies.of(ClusterObjects.ofPlatform(platform.getValue()));
      assertThat(policies).as(platform.getKey()).isNotEmpty();
      byPolicy.computeIfAbsent(policies, key -> new ArrayList<>()).add(platform);
    }
    int group = 0;
    Map<String, String> refused = new TreeMap<>();
    for (Map.Entry<List<String>, List<Map.Entry<String, YamlDraft>>> entry : byPolicy.entrySet()) {
      if (group++ % STEP == 0) {
        ServerPolicies.enforce(client, entry.getKey());
        Map<String, String> previews = previews(entry.getValue());
        previews.values().forEach(text -> define(ApiClient.read(text)));
        refused.putAll(client.refusals(previews));
        // Another platform may have an app of the same name.
        entry.getKey().forEach(client::delete);
      }
    }
    assertThat(refused).isEmpty();
    assertThat(group).isGreaterThan(40);
  }

  /**
   * An example brings an operator's kinds, whose definitions are not among those of the platform.
   */
  private static void define(Node object) {
    if (!client.serves(object)) {
      client.store(OpenDefinition.of(object));
    }
  }

  private static Map<String, String> previews(List<Map.Entry<String, YamlDraft>> platforms) {
    Map<String, String> objects = new TreeMap<>();
    for (Map.Entry<String, YamlDraft> platform : platforms) {
      for (String number : List.of("128", "2147483647")) {
        ClusterObjects.trackedPreviews(platform.getValue(), number)
            .forEach((path, text) -> objects.put(platform.getKey() + ": " + path, text));
      }
    }
    return objects;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "primitives",
        "monolith",
        "monolith-overlay",
        "shapes/environment",
        "shapes/ingress",
        "shapes/several-hosts",
        "shapes/no-route"
      })
  void theAttacksAreRefusedByThePolicy(String example) {
    List<String> policies =
        ServerPolicies.of(ClusterObjects.ofPlatform(YamlDraft.example(example)));
    List<Case> open =
        AttackFiles.all().stream().filter(request -> request.example().equals(example)).toList();
    assertThat(open).isNotEmpty();
    Map<String, String> wrong = new TreeMap<>();
    while (!open.isEmpty()) {
      AttackRound round = AttackRound.of(client, open);
      open = round.others();
      round.storeOldObjects();
      ServerPolicies.enforce(client, policies);
      wrong.putAll(round.wrongAnswers());
      ServerPolicies.lift(client, policies);
      round.removeOldObjects();
    }
    assertThat(wrong).isEmpty();
  }
}
