package dev.mayfly.command.option;

import dev.mayfly.facts.ClusterFacts;
import dev.mayfly.lint.Baseline;
import dev.mayfly.lint.Finding;
import dev.mayfly.lint.LintSettings;
import dev.mayfly.platform.ReleaseLine;
import dev.mayfly.platform.Targets;
import dev.mayfly.report.TerminalText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the options of {@code lint} mean. */
public final class LintOptions {
  public static final ValueOption<String> REF =
      ValueOption.text("--ref", "REF", "read the files of a Git ref, not the folder's");
  public static final ValueOption<String> POLICY_REF =
      ValueOption.text(
          "--policy-ref", "REF", "the admin-owned ref of mayfly.yaml, templates and severities");
  public static final ValueOption<String> BASELINE =
      ValueOption.text("--baseline", "FILE", "leave out the findings that FILE lists");
  public static final ValueOption<String> WRITE_BASELINE =
      ValueOption.text("--write-baseline", "FILE", "write the findings to FILE and end with 0");
  public static final FlagOption FIX = new FlagOption("--fix", "fix what can be fixed for certain");
  public static final ValueOption<String> ARGOCD_VERSION =
      ValueOption.text("--argocd-version", "VERSION", "the Argo CD that will read the manifests");

  private static final Pattern VERSION = Pattern.compile("v?(\\d{1,3}\\.\\d{1,3})(\\.\\d{1,3})?");

  private LintOptions() {}

  /** What the platform says, and above it what the command line says. */
  public static LintSettings settings(
      LintSettings platform, Invocation invocation, Optional<ClusterFacts> facts) {
    LintSettings settings =
        argoCd(invocation)
            .map(it -> platform.withTargets(platform.targets().with(Targets.Part.ARGOCD, it)))
            .orElse(platform);
    return facts.map(settings::withFacts).orElse(settings);
  }

  /** The release of Argo CD that the command line names. */
  public static Optional<ReleaseLine> argoCd(Invocation invocation) {
    if (!ARGOCD_VERSION.isGivenIn(invocation)) {
      return Optional.empty();
    }
    String version = ARGOCD_VERSION.in(invocation).orElse("");
    Matcher matcher = VERSION.matcher(version);
    if (!matcher.matches()) {
      throw UsageErrors.usage(
          "`--argocd-version` cannot be `" + TerminalText.clean(version) + "`", "such as `3.5`");
    }
    return Optional.of(ReleaseLine.parse(matcher.group(1)));
  }

  /** What the baseline does not list; what it lists in vain is said on standard error. */
  public static List<Finding> withoutBaseline(List<Finding> findings, Invocation invocation) {
    if (!BASELINE.isGivenIn(invocation)) {
      return findings;
    }
    String name = BASELINE.in(invocation).orElse("");
    Path file = invocation.console().directory().resolve(name);
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (IOException e) {
      throw UsageErrors.usage("the baseline `" + TerminalText.clean(name) + "` cannot be read", "");
    }
    Baseline.Comparison comparison = Baseline.read(name, bytes).compare(findings);
    for (String stale : comparison.stale()) {
      invocation
          .console()
          .err()
          .println("note: fixed, but still in the baseline: " + TerminalText.clean(stale));
    }
    return comparison.fresh();
  }
}
