package dev.mayfly.lint.rule.workload;

import dev.mayfly.diagnostic.NearMiss;
import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.GroupKind;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.NodeValues;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.platform.Targets;
import dev.mayfly.yaml.Node;
import java.util.Set;
import java.util.TreeSet;

/** A hook, or what becomes of it afterwards, that Argo CD does not know. */
public final class UnknownHook implements DocumentRule {
  private static final Set<String> KNOWN =
      new TreeSet<>(
          Set.of("PreSync", "Sync", "PostSync", "SyncFail", "PreDelete", "PostDelete", "Skip"));

  private static final Set<String> POLICIES =
      new TreeSet<>(Set.of("HookSucceeded", "HookFailed", "BeforeHookCreation"));

  @Override
  public Set<GroupKind> kinds() {
    return Set.of();
  }

  @Override
  public void check(Resource resource, Findings out) {
    Node hook = resource.at("metadata", "annotations", "argocd.argoproj.io/hook");
    for (String name : NodeValues.text(hook).split(",", -1)) {
      if (hook != null && !KNOWN.contains(name.strip()) && !TemplateText.isTemplated(name)) {
        out.add(hook, "`" + name.strip() + "` is no hook; " + NearMiss.hint(name.strip(), KNOWN));
      } else if (hook != null
          && name.strip().equals("PreDelete")
          && !out.targets().argocd().isAtLeast(3, 3)) {
        out.add(Targets.Part.ARGOCD, hook, "`PreDelete` exists from Argo CD 3.3");
      }
    }
    Node policy = resource.at("metadata", "annotations", "argocd.argoproj.io/hook-delete-policy");
    for (String name : NodeValues.text(policy).split(",", -1)) {
      if (policy != null && !POLICIES.contains(name.strip()) && !TemplateText.isTemplated(name)) {
        String hint = NearMiss.hint(name.strip(), POLICIES);
        out.add(policy, "`" + name.strip() + "` is no delete policy; " + hint);
      }
    }
  }
}
