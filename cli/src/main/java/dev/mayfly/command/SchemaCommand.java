package dev.mayfly.command;

import dev.mayfly.command.console.Console;
import dev.mayfly.command.console.ExitCode;
import dev.mayfly.command.option.PositionalArgument;
import dev.mayfly.command.option.UsageErrors;
import dev.mayfly.manifest.SchemaName;
import dev.mayfly.yaml.Choice;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code schema}: the JSON Schema of {@code mayfly.yaml}, or of any document that is rendered. */
final class SchemaCommand implements Command {
  static final PositionalArgument SCHEMA =
      new PositionalArgument(
          "NAME",
          "0..1",
          SchemaName.words(),
          "which schema; `" + SchemaName.PLATFORM.word() + "` when left out");

  @Override
  public String name() {
    return "schema";
  }

  @Override
  public String summary() {
    return "print the JSON Schema of mayfly.yaml, or of a rendered kind";
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
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
    return spec;
  }

  @Override
  public int run(ParseResult parsed, Console console) {
    String given = SCHEMA.one(parsed);
    String word = given.isEmpty() ? SchemaName.PLATFORM.word() : given;
    SchemaName name =
        Choice.of(SchemaName.values())
            .of(word)
            .orElseThrow(() -> UsageErrors.wrongChoice("schema", word, SchemaName.words()));
    console.out().writeBytes(name.bytes());
    return ExitCode.FINE;
  }
}
