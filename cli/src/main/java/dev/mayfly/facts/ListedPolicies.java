package dev.mayfly.facts;

import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The admission policies of a listing, and which of them its bindings make deny. */
final class ListedPolicies {
  private final List<Node> policies = new ArrayList<>();
  private final Set<String> denying = new HashSet<>();
  private boolean listed;

  void policy(Node policy) {
    listed = true;
    policies.add(policy);
  }

  /** A binding for some objects only holds no preview for sure. */
  void binding(Node binding) {
    listed = true;
    boolean denies =
        binding.itemsAt("spec", "validationActions").stream()
            .anyMatch(action -> "Deny".equals(action.textAt()));
    boolean forAll =
        binding.at("spec", "paramRef") == null
            && binding.itemsAt("spec", "matchResources", "resourceRules").isEmpty()
            && isEmpty(binding.at("spec", "matchResources", "namespaceSelector"))
            && isEmpty(binding.at("spec", "matchResources", "objectSelector"));
    if (denies && forAll) {
      denying.add(String.valueOf(binding.textAt("spec", "policyName")));
    }
  }

  /** Nothing when the listing has neither policies nor bindings, and so says nothing of them. */
  Optional<List<AppliedPolicy>> policies() {
    return listed ? Optional.of(policies.stream().map(this::applied).toList()) : Optional.empty();
  }

  private AppliedPolicy applied(Node policy) {
    String name = String.valueOf(policy.textAt("metadata", "name"));
    List<String> warnings =
        policy.itemsAt("status", "typeChecking", "expressionWarnings").stream()
            .map(warning -> warning.textAt("fieldRef") + ": " + warning.textAt("warning"))
            .toList();
    return new AppliedPolicy(name, AppliedPolicy.said(policy), warnings, denying.contains(name));
  }

  private static boolean isEmpty(@Nullable Node selector) {
    return !(selector instanceof MapNode map) || map.entries().isEmpty();
  }
}
