package dev.mayfly.command;

import dev.mayfly.command.composition.Platforms;
import dev.mayfly.command.console.ExitCode;
import dev.mayfly.command.option.Invocation;
import dev.mayfly.command.option.OutputOption;
import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Rule;
import dev.mayfly.lint.SeverityOverride;
import dev.mayfly.lint.SeverityPolicy;
import dev.mayfly.lint.card.RuleCard;
import dev.mayfly.lint.rule.RuleCatalog;
import dev.mayfly.yaml.JsonWriter;
import dev.mayfly.yaml.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/** {@code rules}: the catalogue, one line a rule. */
final class RulesCommand extends Command {
  private static final OutputOption OUTPUT =
      new OutputOption(List.of("text", "json"), "how to print");

  RulesCommand() {
    super("rules", "list what lint looks for");
  }

  @Override
  void describe(CommandSpec spec) {
    spec.addOption(OUTPUT.spec());
  }

  @Override
  int run(Invocation invocation) {
    Map<String, SeverityOverride> overrides = overrides(invocation);
    OUTPUT.write(invocation, format -> format.equals("json") ? json(overrides) : text(overrides));
    return ExitCode.FINE;
  }

  /** What the platform around here makes of the rules; nothing where there is none. */
  private static Map<String, SeverityOverride> overrides(Invocation invocation) {
    return Platforms.around(invocation)
        .map(platform -> SeverityPolicy.of(platform, RuleCatalog.ALL))
        .orElse(Map.of());
  }

  private static String severity(RuleCard card, Map<String, SeverityOverride> overrides) {
    SeverityOverride override = overrides.get(card.id());
    return override == null
        ? card.severity().word()
        : override.chosen().map(Severity::word).orElse("none");
  }

  private static String text(Map<String, SeverityOverride> overrides) {
    StringBuilder text = new StringBuilder();
    for (Rule rule : RuleCatalog.ALL) {
      RuleCard card = rule.card();
      text.append("%-6s %-8s %s\n".formatted(card.id(), severity(card, overrides), card.summary()));
    }
    return text.toString();
  }

  private static String json(Map<String, SeverityOverride> overrides) {
    List<Tree> rows = new ArrayList<>();
    for (Rule rule : RuleCatalog.ALL) {
      Tree.Mapping row =
          new Tree.Mapping()
              .put("id", rule.card().id())
              .put("name", rule.card().name())
              .put("severity", severity(rule.card(), overrides))
              .put("usualSeverity", rule.card().severity().word())
              .put("summary", rule.card().summary());
      rows.add(row);
    }
    return JsonWriter.pretty(new Tree.Sequence(rows));
  }
}
