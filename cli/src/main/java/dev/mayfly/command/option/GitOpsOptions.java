package dev.mayfly.command.option;

import picocli.CommandLine.Model.CommandSpec;

/** The options that say which GitOps repository is worked on, and how. */
public final class GitOpsOptions {
  public static final ValueOption<String> GITOPS_URL =
      ValueOption.text(
          "--gitops-url", "URL", "the GitOps repository, when not the one in mayfly.yaml");
  public static final ValueOption<String> GITOPS_BRANCH =
      ValueOption.text("--gitops-branch", "NAME", "its branch, when not the one in mayfly.yaml");
  public static final ValueOption<String> GITOPS_PATH =
      ValueOption.text(
          "--gitops-path", "DIR", "the folder of mayfly.yaml in it, when not at the top");
  public static final ValueOption<String> POLICY_REF =
      ValueOption.text(
          "--policy-ref", "REF", "the admin-owned branch of mayfly.yaml and templates");
  public static final FlagOption DRY_RUN =
      new FlagOption("--dry-run", "say what would be done and do nothing");

  private GitOpsOptions() {}

  public static void addTo(CommandSpec spec) {
    Option.add(spec, GITOPS_URL, GITOPS_BRANCH, GITOPS_PATH, POLICY_REF);
  }
}
