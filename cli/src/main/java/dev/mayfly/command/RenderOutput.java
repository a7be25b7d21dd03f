package dev.mayfly.command;

import dev.mayfly.command.console.Console;
import dev.mayfly.command.console.ExitCode;
import dev.mayfly.command.option.Invocation;
import dev.mayfly.command.option.Option;
import dev.mayfly.command.option.OutputOption;
import dev.mayfly.command.option.ValueOption;
import dev.mayfly.diagnostic.Activity.Step;
import dev.mayfly.workspace.OutputFolder;
import dev.mayfly.yaml.JsonWriter;
import dev.mayfly.yaml.Tree;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import picocli.CommandLine.Model.CommandSpec;

/** Where rendered files go: a folder, or standard output as one stream. */
final class RenderOutput {
  private static final ValueOption<String> OUT =
      ValueOption.text(
          "--out", "DIR", "write files below DIR instead of one stream to standard output");

  private static final OutputOption OUTPUT =
      new OutputOption(List.of("yaml", "json"), "how to print: a YAML stream, or JSON by path");

  private RenderOutput() {}

  static void addTo(CommandSpec spec) {
    Option.add(spec, OUT, OUTPUT);
  }

  static int write(SortedMap<String, String> files, Invocation invocation) {
    Console console = invocation.console();
    if (OUT.isGivenIn(invocation)) {
      String out = OUT.in(invocation).orElse("");
      try (Step step = console.activity().begin("writing", "files")) {
        int written = new OutputFolder(console.directory().resolve(out)).write(files, step);
        console.err().println(files.size() + " files in " + out + ", " + written + " written");
      }
    }
    if (OUTPUT.isGivenIn(invocation) || !OUT.isGivenIn(invocation)) {
      OUTPUT.write(invocation, format -> format.equals("json") ? json(files) : stream(files));
    }
    return ExitCode.FINE;
  }

  private static String stream(SortedMap<String, String> files) {
    StringBuilder stream = new StringBuilder();
    for (Map.Entry<String, String> file : files.entrySet()) {
      String text = file.getValue();
      boolean yaml = file.getKey().endsWith(".yaml") || file.getKey().endsWith(".json");
      stream.append("---\n# ").append(file.getKey()).append('\n');
      stream.append(yaml ? text : text.replaceAll("(?m)^(?=[^#\n])", "# "));
    }
    return stream.toString();
  }

  private static String json(SortedMap<String, String> files) {
    Tree.Mapping byPath = new Tree.Mapping();
    files.forEach((path, text) -> byPath.put(path, text));
    return JsonWriter.pretty(byPath);
  }
}
