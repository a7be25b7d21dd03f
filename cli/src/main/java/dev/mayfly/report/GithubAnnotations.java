package dev.mayfly.report;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Severity;
import dev.mayfly.event.WorkflowCommand;
import dev.mayfly.lint.Finding;
import java.util.List;

/**
 * GitHub's workflow commands. A step shows ten annotations of each kind and drops the rest without
 * a word, so the tenth says how many more there are.
 */
record GithubAnnotations(Producer producer) {
  private static final int SHOWN = 10;

  String format(List<Finding> findings) {
    StringBuilder commands = new StringBuilder();
    for (Severity severity : Severity.values()) {
      List<Finding> same = findings.stream().filter(it -> it.severity() == severity).toList();
      int shown = same.size() > SHOWN ? SHOWN - 1 : same.size();
      same.subList(0, shown).forEach(finding -> command(finding, commands));
      if (shown < same.size()) {
        commands
            .append(
                "::%s title=%s::"
                    .formatted(WorkflowCommand.level(severity), property(producer.command())))
            .append(same.subList(shown, same.size()).stream().mapToLong(Finding::count).sum())
            .append(" more findings of this kind are in the log\n");
      }
    }
    return commands.toString();
  }

  private static void command(Finding finding, StringBuilder commands) {
    Location at = finding.location();
    FindingWords words = FindingWords.of(finding);
    commands.append("::").append(WorkflowCommand.level(finding.severity())).append(" file=");
    commands.append(property(at.file()));
    if (at.line() > 0) {
      commands.append(",line=").append(at.line());
      boolean oneLine = at.endLine() == at.line();
      commands.append(oneLine ? ",col=" + at.column() : "");
      commands.append(",endLine=").append(at.endLine());
      commands.append(oneLine ? ",endColumn=" + at.endColumn() : "");
    }
    commands.append(",title=").append(property("mayfly " + words.headline()));
    commands.append("::").append(data(words.message()));
    if (!finding.hint().isEmpty()) {
      commands.append("%0Ahint: ").append(data(finding.hint()));
    }
    commands.append('\n');
  }

  private static String data(String text) {
    return WorkflowCommand.data(TerminalText.clean(text));
  }

  private static String property(String text) {
    return WorkflowCommand.property(TerminalText.clean(text));
  }
}
