package dev.mayfly.command;

import dev.mayfly.command.console.Console;
import dev.mayfly.command.console.ExitCode;
import dev.mayfly.command.option.Invocation;
import dev.mayfly.command.option.PositionalArgument;
import dev.mayfly.command.option.UsageErrors;
import dev.mayfly.diagnostic.NearMiss;
import dev.mayfly.lint.Rule;
import dev.mayfly.lint.card.CaseFile;
import dev.mayfly.lint.rule.RuleCatalog;
import dev.mayfly.report.MarkdownPaint;
import dev.mayfly.report.RulePage;
import dev.mayfly.report.TerminalText;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;

/** {@code explain RULE}: the page of one rule. */
final class ExplainCommand extends Command {
  ExplainCommand() {
    super("explain", "say what a rule is about, why, and how to fix it");
  }

  @Override
  void describe(CommandSpec spec) {
    spec.addPositional(rule().spec());
    spec.usageMessage().footer("%nExample:", "  mayfly explain AS020");
  }

  /** Not a constant: the rules are read by nobody who starts another command. */
  private static PositionalArgument rule() {
    return new PositionalArgument(
        "RULE",
        "1",
        RuleCatalog.ALL.stream().map(rule -> rule.card().id()).toList(),
        "the id or name of a rule, such as AS020 or templated-project");
  }

  @Override
  int run(Invocation invocation) {
    Console console = invocation.console();
    String wanted = rule().one(invocation);
    Rule rule =
        RuleCatalog.find(wanted)
            .orElseThrow(
                () ->
                    UsageErrors.usage(
                        "unknown rule `" + TerminalText.clean(wanted) + "`", near(wanted)));
    String page = RulePage.of(CaseFile.of(rule.card().id()));
    console.out().print(console.linked(console.colour() ? MarkdownPaint.on(page) : page));
    return ExitCode.FINE;
  }

  private static String near(String wanted) {
    List<String> names =
        RuleCatalog.ALL.stream()
            .flatMap(rule -> Stream.of(rule.card().id(), rule.card().name()))
            .toList();
    return NearMiss.of(wanted, names).isEmpty()
        ? "`mayfly rules` lists all rules"
        : NearMiss.hint(wanted, names);
  }
}
