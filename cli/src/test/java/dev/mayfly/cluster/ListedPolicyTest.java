package dev.mayfly.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.facts.AppliedPolicy;
import dev.mayfly.facts.ClusterFacts;
import dev.mayfly.manifest.YamlDraft;
import dev.mayfly.yaml.Node;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a real API server lists of a policy is held for the policy that was rendered. */
@ResourceLock(ControlPlane.LOCK)
class ListedPolicyTest {
  @ParameterizedTest
  @ValueSource(strings = {"primitives", "monolith", "monolith-overlay"})
  void aPolicyThatTheServerHasIsKnownAgain(String example) {
    ApiClient client = ControlPlane.client();
    List<String> policies =
        ServerPolicies.of(ClusterObjects.ofPlatform(YamlDraft.example(example)));
    ServerPolicies.enforce(client, policies);
    List<AppliedPolicy> listed = listed(client, policies);
    ServerPolicies.lift(client, policies);

    Node rendered = ApiClient.read(policies.getFirst());
    assertThat(rendered.textAt("kind")).isEqualTo("ValidatingAdmissionPolicy");
    assertThat(AppliedPolicy.gaps(rendered, listed)).isEmpty();
    Node older = ApiClient.read(policies.getFirst().replace("a preview touches", "all touch"));
    assertThat(AppliedPolicy.gaps(older, listed))
        .extracting(AppliedPolicy.Gap::message)
        .containsExactly("the policy in the cluster says something else");
  }

  private static List<AppliedPolicy> listed(ApiClient client, List<String> policies) {
    String items =
        policies.stream()
            .map(text -> client.get(text).message())
            .collect(Collectors.joining(",", "{\"kind\":\"List\",\"items\":[", "]}"));
    return ClusterFacts.read("facts.json", items.getBytes(StandardCharsets.UTF_8))
        .policies()
        .orElseThrow();
  }
}
