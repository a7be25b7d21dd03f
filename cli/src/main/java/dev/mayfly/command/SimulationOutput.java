package dev.mayfly.command;

import dev.mayfly.command.option.OutputOption;
import dev.mayfly.event.Markdown;
import dev.mayfly.report.SimulationReport;
import dev.mayfly.yaml.JsonWriter;
import dev.mayfly.yaml.Tree;
import dev.mayfly.yaml.Trees;
import dev.mayfly.yaml.YamlWriter;
import java.util.List;
import java.util.stream.Collectors;

/** What {@code simulate} found, in each of its formats. */
final class SimulationOutput {
  static final OutputOption OPTION =
      new OutputOption(
          List.of("text", "markdown", "yaml", "json"), "text by default; yaml is the manifests");

  private SimulationOutput() {}

  static String of(String format, List<SimulationReport> reports) {
    return switch (format) {
      case "yaml" ->
          reports.stream()
              .flatMap(report -> report.simulation().applications().stream())
              .map(application -> "---\n" + YamlWriter.write(Trees.of(application.manifest())))
              .collect(Collectors.joining());
      case "json" -> {
        Tree.Mapping tree = new Tree.Mapping();
        tree.put("version", SimulationReport.VERSION);
        tree.put(
            "applicationSets",
            new Tree.Sequence(reports.stream().map(SimulationReport::tree).toList()));
        yield JsonWriter.pretty(tree);
      }
      // A summary of a run that had nothing to look at stays empty.
      case "markdown" ->
          reports.isEmpty()
              ? ""
              : "### mayfly simulate\n\n"
                  + Markdown.block(
                      "",
                      reports.stream().map(SimulationReport::text).collect(Collectors.joining()));
      default -> reports.stream().map(SimulationReport::text).collect(Collectors.joining());
    };
  }
}
