package dev.mayfly.command;

import dev.mayfly.lint.Rule;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.rule.RuleCatalog;
import dev.mayfly.yaml.JsonWriter;
import dev.mayfly.yaml.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code rules}: the catalogue, one line a rule. */
final class RulesCommand implements Command {
  private static final List<String> FORMATS = List.of("text", "json");

  @Override
  public String name() {
    return "rules";
  }

  @Override
  public String summary() {
    return "list what lint looks for";
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    spec.addOption(OutputOption.of(FORMATS, "how to print"));
    return spec;
  }

  @Override
  public int run(ParseResult parsed, Console console) {
    List<OutputOption.Target> targets = OutputOption.targets(parsed, FORMATS);
    if (targets.isEmpty()) {
      targets = List.of(new OutputOption.Target("text", ""));
    }
    for (OutputOption.Target target : targets) {
      target.write(target.format().equals("json") ? json() : text(), console);
    }
    return ExitCode.FINE;
  }

  private static String text() {
    StringBuilder text = new StringBuilder();
    for (Rule rule : RuleCatalog.ALL) {
      RuleCard card = rule.card();
      text.append("%-6s %-8s %s\n".formatted(card.id(), card.severity().word(), card.summary()));
    }
    return text.toString();
  }

  private static String json() {
    List<Tree> rows = new ArrayList<>();
    for (Rule rule : RuleCatalog.ALL) {
      Map<String, Tree> row = new LinkedHashMap<>();
      row.put("id", new Tree.Text(rule.card().id()));
      row.put("name", new Tree.Text(rule.card().name()));
      row.put("severity", new Tree.Text(rule.card().severity().word()));
      row.put("summary", new Tree.Text(rule.card().summary()));
      rows.add(new Tree.Mapping(row));
    }
    return JsonWriter.pretty(new Tree.Sequence(rows));
  }
}
