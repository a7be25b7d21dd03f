package dev.mayfly.command;

import dev.mayfly.command.option.Invocation;
import dev.mayfly.command.option.LintOptions;
import dev.mayfly.command.option.UsageErrors;
import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.lint.Finding;
import dev.mayfly.lint.Fixer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Writes the files that {@code lint --fix} changes; only the edited bytes differ. */
final class LintFix {
  private LintFix() {}

  /** The number of findings that are mended. */
  static int write(List<Finding> findings, Path base, Invocation invocation) {
    if (LintOptions.REF.isGivenIn(invocation)) {
      throw UsageErrors.usage("`--fix` cannot change the files of a Git ref", "leave `--ref` out");
    }
    Fixer.Fixed fixed = Fixer.fix(findings);
    for (Map.Entry<String, String> file : fixed.files().entrySet()) {
      Path path = base.resolve(file.getKey());
      try {
        if (Files.isRegularFile(path)) {
          Files.writeString(path, file.getValue());
        }
      } catch (IOException e) {
        throw Fault.CONFIGURATION.error(
            "output", Location.ofFile(file.getKey()), "`" + path + "` cannot be written", "");
      }
    }
    invocation
        .console()
        .err()
        .println(fixed.findings() + " findings fixed in " + fixed.files().size() + " files");
    return fixed.findings();
  }
}
