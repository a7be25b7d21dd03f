package dev.mayfly.command;

import dev.mayfly.adopt.Adopted;
import dev.mayfly.adopt.Adopter;
import dev.mayfly.adopt.Comparison;
import dev.mayfly.argocd.GeneratorPullRequest;
import dev.mayfly.command.console.Console;
import dev.mayfly.command.console.ExitCode;
import dev.mayfly.command.option.AdoptAnswers;
import dev.mayfly.command.option.InputFiles;
import dev.mayfly.command.option.Invocation;
import dev.mayfly.command.option.Option;
import dev.mayfly.command.option.OutputOption;
import dev.mayfly.command.option.PositionalArgument;
import dev.mayfly.command.option.RepeatableOption;
import dev.mayfly.command.option.UsageErrors;
import dev.mayfly.command.option.ValueOption;
import dev.mayfly.report.AdoptionReport;
import dev.mayfly.report.ComparisonReport;
import dev.mayfly.workspace.NewFiles;
import dev.mayfly.workspace.OutputFolder;
import dev.mayfly.yaml.JsonWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine.Model.CommandSpec;

/** {@code adopt}: from a hand-written ApplicationSet to the nearest {@code mayfly.yaml}. */
final class AdoptCommand extends Command {
  static final PositionalArgument FILES =
      new PositionalArgument(
          "FILE",
          "1..*",
          "manifests, or folders of them, with ApplicationSets and their AppProjects");

  static final RepeatableOption SET =
      new RepeatableOption("--set", "NAME", "only the ApplicationSet of this name; all if none");
  private static final ValueOption<String> PRS =
      ValueOption.text(
          "--prs", "FILE", "pull requests, as for simulate: shows old Applications against new");
  private static final ValueOption<String> REPO =
      ValueOption.text("--repo", "DIR", "the checkout that git generators read");
  private static final ValueOption<String> OUT =
      ValueOption.text("--out", "DIR", "write mayfly.yaml there, over no file that exists");

  private static final OutputOption OUTPUT =
      new OutputOption(
          List.of("yaml", "text", "markdown", "json"),
          "yaml and the report by default; the others are the report");

  AdoptCommand() {
    super("adopt", "write the mayfly.yaml nearest to a hand-written ApplicationSet");
  }

  @Override
  void describe(CommandSpec spec) {
    spec.addPositional(FILES.spec());
    spec.addOption(SET.spec());
    AdoptAnswers.addTo(spec);
    Option.add(spec, PRS, REPO, OUT, OUTPUT);
    spec.usageMessage()
        .footer(
            "%nEvery line says where it came from. What nothing says is left as `TODO(adopt)`, and",
            "the file does not load until it is written.",
            "%nExit code 1: something is left open.",
            "%nExamples:",
            "  mayfly adopt applicationset.yaml appproject.yaml --gitops https://github.com/acme/gitops.git",
            "  mayfly adopt argocd --set shop-previews --prs prs.json --out gitops");
  }

  @Override
  int run(Invocation invocation) {
    Console console = invocation.console();
    InputFiles files = new InputFiles(console);
    AdoptInput input = AdoptInput.read(invocation, files);
    String repo = REPO.in(invocation).orElse("");
    Optional<Map<String, Optional<byte[]>>> tree =
        repo.isEmpty() ? Optional.empty() : Optional.of(files.tree(repo));
    Adopted adopted =
        Adopter.adopt(input.sets(), input.projects(), AdoptAnswers.read(invocation), tree);
    String prs = PRS.in(invocation).orElse("");
    Optional<Comparison> comparison =
        prs.isEmpty()
            ? Optional.empty()
            : Comparison.of(adopted, GeneratorPullRequest.read(prs, files.bytes(prs)), tree);
    AdoptionReport report = new AdoptionReport(adopted, comparison.map(ComparisonReport::new));
    write(invocation, adopted);
    if (OUTPUT.isGivenIn(invocation) || !OUT.isGivenIn(invocation)) {
      OUTPUT.write(invocation, format -> printed(format, adopted, report));
    }
    console.out().flush();
    if (OUTPUT.targets(invocation).stream().allMatch(it -> it.format().equals("yaml"))) {
      console.err().print(report.text());
    }
    return adopted.isComplete() ? ExitCode.FINE : ExitCode.FINDINGS;
  }

  private static void write(Invocation invocation, Adopted adopted) {
    String out = OUT.in(invocation).orElse("");
    if (out.isEmpty()) {
      return;
    }
    try {
      Path folder = invocation.console().directory().resolve(out);
      TreeMap<String, String> files = new TreeMap<>(Map.of("mayfly.yaml", adopted.text()));
      NewFiles.require(folder, files.keySet(), "start in an empty folder, or move it away");
      new OutputFolder(folder).write(files);
    } catch (InvalidPathException e) {
      throw UsageErrors.usage("`" + out + "` can name no folder", "");
    }
  }

  private static String printed(String format, Adopted adopted, AdoptionReport report) {
    return switch (format) {
      case "markdown" -> report.markdown();
      case "json" -> JsonWriter.pretty(report.tree());
      case "text" -> report.text();
      default -> adopted.text();
    };
  }
}
