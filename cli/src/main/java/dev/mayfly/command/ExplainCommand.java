package dev.mayfly.command;

import dev.mayfly.change.ClusterNeeds;
import dev.mayfly.change.ClusterNeeds.Need;
import dev.mayfly.command.composition.Platforms;
import dev.mayfly.command.console.Console;
import dev.mayfly.command.console.ExitCode;
import dev.mayfly.command.option.Invocation;
import dev.mayfly.command.option.PositionalArgument;
import dev.mayfly.command.option.UsageErrors;
import dev.mayfly.delivery.Policy;
import dev.mayfly.diagnostic.NearMiss;
import dev.mayfly.lint.Rule;
import dev.mayfly.lint.card.CaseFile;
import dev.mayfly.lint.rule.RuleCatalog;
import dev.mayfly.platform.LoadedPlatform;
import dev.mayfly.report.MarkdownColours;
import dev.mayfly.report.RulePage;
import dev.mayfly.report.TerminalText;
import dev.mayfly.workspace.Workspace;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;

/** {@code explain RULE}: the page of one rule. */
final class ExplainCommand extends Command {
  ExplainCommand() {
    super("explain", "say what a rule is about, or what a platform needs in a cluster");
  }

  @Override
  void describe(CommandSpec spec) {
    spec.addPositional(rule().spec());
    spec.usageMessage()
        .footer("%nExamples:", "  mayfly explain AS020", "  mayfly explain -C gitops");
  }

  /** Not a constant: the rules are read by nobody who starts another command. */
  private static PositionalArgument rule() {
    return new PositionalArgument(
        "RULE",
        "0..1",
        RuleCatalog.ALL.stream().map(rule -> rule.card().id()).toList(),
        "the id or name of a rule, such as AS020 or templated-project; when none, the platform is"
            + " explained");
  }

  @Override
  int run(Invocation invocation) {
    Console console = invocation.console();
    String wanted = rule().one(invocation);
    if (wanted.isEmpty()) {
      return show(needs(invocation), console);
    }
    Rule rule =
        RuleCatalog.find(wanted)
            .orElseThrow(() ->
                UsageErrors.usage(
                    "unknown rule `" + TerminalText.clean(wanted) + "`", near(wanted)));
    return show(RulePage.of(CaseFile.of(rule.card().id())), console);
  }

  private static String needs(Invocation invocation) {
    Workspace workspace = Platforms.workspace(invocation);
    LoadedPlatform loaded = Platforms.load(workspace, invocation.console());
    StringBuilder page =
        new StringBuilder("# What the cluster of " + loaded.platform().name() + " must have\n\n");
    for (Need need : ClusterNeeds.of(new Policy(loaded, workspace.templates()))) {
      page.append("- ").append(need.needed()).append(", for ").append(need.use());
      page.append(" (`").append(need.apiGroup()).append("`)\n");
    }
    return page.toString();
  }

  private static int show(String page, Console console) {
    console.out().print(console.linked(console.colour() ? MarkdownColours.on(page) : page));
    return ExitCode.FINE;
  }

  private static String near(String wanted) {
    List<String> names =
        RuleCatalog.ALL.stream()
            .flatMap(rule -> Stream.of(rule.card().id(), rule.card().name()))
            .toList();
    return NearMiss.hint(wanted, names, "`mayfly rules` lists all rules");
  }
}
