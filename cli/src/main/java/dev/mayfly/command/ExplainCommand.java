package dev.mayfly.command;

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
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code explain RULE}: the page of one rule. */
final class ExplainCommand implements Command {
  @Override
  public String name() {
    return "explain";
  }

  @Override
  public String summary() {
    return "say what a rule is about, why, and how to mend it";
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("RULE")
            .type(String.class)
            .arity("1")
            .required(true)
            .completionCandidates(RuleCatalog.ALL.stream().map(rule -> rule.card().id()).toList())
            .description("the id or name of a rule, such as AS020 or templated-project")
            .build());
    spec.usageMessage().footer("%nExample:", "  mayfly explain AS020");
    return spec;
  }

  @Override
  public int run(ParseResult parsed, Console console) {
    String wanted = parsed.matchedPositionalValue(0, "");
    Rule rule =
        RuleCatalog.find(wanted)
            .orElseThrow(
                () ->
                    UsageErrors.usage(
                        "there is no rule `" + TerminalText.clean(wanted) + "`", near(wanted)));
    String page = RulePage.of(CaseFile.of(rule.card().id()));
    console.out().print(console.colour() ? MarkdownPaint.on(page) : page);
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
