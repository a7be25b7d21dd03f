package dev.mayfly.platform;

import dev.mayfly.diagnostic.Problems;

/**
 * Where changes go through pull requests, the GitOps repository is at the forge: a branch for which
 * nobody can open one would wait for ever. Git may speak to another host than the web does.
 */
final class GitOpsHost implements PlatformChecks.Check {
  @Override
  public void check(Platform platform, SourcePositions where, Problems problems) {
    ForgeSettings forge = platform.forge();
    GitOps gitops = platform.gitops();
    if (forge.kind() == ForgeSettings.Kind.NONE
        || !gitops.proposesChanges()
        || gitops.nameAt(forge).isPresent()) {
      return;
    }
    problems.error(
        "gitops-host",
        where.of("gitops", "repository"),
        "this address does not say what the repository is called at `" + forge.url() + "`",
        "give its name there as `gitops.name`, or use `change: push`");
  }
}
