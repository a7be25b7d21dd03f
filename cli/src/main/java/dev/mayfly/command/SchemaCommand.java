package dev.mayfly.command;

import dev.mayfly.command.console.ExitCode;
import dev.mayfly.command.option.Invocation;
import dev.mayfly.command.option.PositionalArgument;
import dev.mayfly.command.option.UsageErrors;
import dev.mayfly.manifest.SchemaName;
import dev.mayfly.yaml.Choice;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;

/** {@code schema}: the JSON Schema of {@code mayfly.yaml}, or of any document that is rendered. */
final class SchemaCommand extends Command {
  static final PositionalArgument SCHEMA =
      new PositionalArgument(
          "NAME",
          "0..1",
          SchemaName.words(),
          "which schema; `" + SchemaName.PLATFORM.word() + "` when left out");

  SchemaCommand() {
    super("schema", "print the JSON Schema of mayfly.yaml, or of a rendered kind");
  }

  @Override
  void describe(CommandSpec spec) {
    spec.addPositional(SCHEMA.spec());
    spec.usageMessage()
        .footer(
            Stream.of(
                    Stream.of("%nSchemas:"),
                    SchemaName.words().stream().map(word -> "  " + word),
                    Stream.of(
                        "%nExamples:",
                        "  mayfly schema > mayfly.schema.json", "  mayfly schema preview"))
                .flatMap(lines -> lines)
                .toArray(String[]::new));
  }

  @Override
  int run(Invocation invocation) {
    String given = SCHEMA.one(invocation);
    String word = given.isEmpty() ? SchemaName.PLATFORM.word() : given;
    SchemaName name =
        Choice.of(SchemaName.values())
            .of(word)
            .orElseThrow(() -> UsageErrors.wrongChoice("schema", word, SchemaName.words()));
    invocation.console().out().writeBytes(name.bytes());
    return ExitCode.FINE;
  }
}
