package dev.mayfly.command;

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
import picocli.CommandLine.ParseResult;

/** What the options of {@code lint} mean. */
final class LintOptions {
  private static final Pattern VERSION = Pattern.compile("v?(\\d{1,3}\\.\\d{1,3})(\\.\\d{1,3})?");

  private LintOptions() {}

  /** What the platform says, and above it what the command line says. */
  static LintSettings settings(
      LintSettings platform, ParseResult parsed, Optional<ClusterFacts> facts) {
    LintSettings settings = versions(platform, parsed);
    return facts.map(settings::withFacts).orElse(settings);
  }

  private static LintSettings versions(LintSettings settings, ParseResult parsed) {
    return argoCd(parsed)
        .map(it -> settings.withTargets(settings.targets().with(Targets.Part.ARGOCD, it)))
        .orElse(settings);
  }

  /** The release of Argo CD that the command line names. */
  static Optional<ReleaseLine> argoCd(ParseResult parsed) {
    if (!parsed.hasMatchedOption("--argocd-version")) {
      return Optional.empty();
    }
    String version = parsed.matchedOptionValue("--argocd-version", "");
    Matcher matcher = VERSION.matcher(version);
    if (!matcher.matches()) {
      throw UsageErrors.usage(
          "`--argocd-version` cannot be `" + TerminalText.clean(version) + "`", "such as `3.5`");
    }
    return Optional.of(ReleaseLine.parse(matcher.group(1)));
  }

  /** What the baseline does not list; what it lists in vain is said on standard error. */
  static List<Finding> withoutBaseline(
      List<Finding> findings, ParseResult parsed, Console console) {
    if (!parsed.hasMatchedOption("--baseline")) {
      return findings;
    }
    String name = parsed.matchedOptionValue("--baseline", "");
    Path file = console.directory().resolve(name);
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (IOException e) {
      throw UsageErrors.usage("the baseline `" + TerminalText.clean(name) + "` cannot be read", "");
    }
    Baseline.Comparison comparison = Baseline.read(name, bytes).compare(findings);
    for (String stale : comparison.stale()) {
      console
          .err()
          .println("note: mended, but still in the baseline: " + TerminalText.clean(stale));
    }
    return comparison.fresh();
  }
}
