package dev.mayfly.lint.rule.workload;

import dev.mayfly.argocd.SyncHooks;
import dev.mayfly.argocd.SyncPhase;
import dev.mayfly.diagnostic.NearMiss;
import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.platform.Targets;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import java.util.Set;

/** A hook, or what becomes of it afterwards, that Argo CD does not know. */
public final class UnknownHook implements DocumentRule {
  private static final Set<String> KNOWN = SyncHooks.known();

  @Override
  public void check(Resource resource, Findings out) {
    Node hook = resource.at("metadata", "annotations", SyncHooks.ARGO);
    for (String name : NodeValues.text(hook).split(",", -1)) {
      if (hook != null && !KNOWN.contains(name.strip()) && !TemplateText.isTemplated(name)) {
        out.add(hook, "`" + name.strip() + "` is unknown; " + NearMiss.hint(name.strip(), KNOWN));
      } else if (hook != null
          && name.strip().equals(SyncPhase.PRE_DELETE.toString())
          && !out.targets().argocd().isAtLeast(3, 3)) {
        out.add(Targets.Part.ARGOCD, hook, "`PreDelete` exists from Argo CD 3.3");
      }
    }
    Node policy = resource.at("metadata", "annotations", SyncHooks.ARGO_DELETE_POLICY);
    for (String name : NodeValues.text(policy).split(",", -1)) {
      if (policy != null
          && !SyncHooks.DELETE_POLICIES.contains(name.strip())
          && !TemplateText.isTemplated(name)) {
        String hint = NearMiss.hint(name.strip(), SyncHooks.DELETE_POLICIES);
        out.add(policy, "`" + name.strip() + "` is unknown as a delete policy; " + hint);
      }
    }
  }
}
