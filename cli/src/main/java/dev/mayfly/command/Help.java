package dev.mayfly.command;

import dev.mayfly.command.option.GlobalOptions;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Help texts: of the program, and of one command. */
final class Help {
  private static final int WIDTH = 100;

  private Help() {}

  /** The model of {@code mayfly} without a command. */
  static CommandSpec program(List<Command> commands) {
    CommandSpec spec = CommandSpec.create().name("mayfly");
    GlobalOptions.addTo(spec);
    spec.addOption(
        OptionSpec.builder("-V", "--version")
            .arity("0")
            .versionHelp(true)
            .description("show the version, and the commit that it was built from")
            .build());
    UsageMessageSpec usage = shape(spec);
    usage.customSynopsis("mayfly [OPTIONS] COMMAND");
    usage.description(
        "%nPer-pull-request preview environments for Argo CD, rendered, checked and delivered as"
            + " GitOps.");
    usage.footer(
        "",
        "Every option can also come from the environment: --policy-ref from MAYFLY_POLICY_REF.",
        "Exit codes: 0 fine, 1 findings, 2 usage or configuration, 3 rendering, 4 remote,",
        "5 refused by policy, 70 a bug in mayfly.");
    usage.sectionMap().put(UsageMessageSpec.SECTION_KEY_PARAMETER_LIST, help -> list(commands));
    return spec;
  }

  /** The model of one command, with what all commands share. */
  static CommandSpec command(Command command) {
    CommandSpec spec = command.spec().name("mayfly " + command.name());
    GlobalOptions.addTo(spec);
    shape(spec);
    if (spec.usageMessage().description().length == 0) {
      spec.usageMessage().description("%n" + command.summary());
    }
    return spec;
  }

  static String text(CommandSpec spec, boolean colour) {
    return new CommandLine(spec).getUsageMessage(colour ? Ansi.ON : Ansi.OFF);
  }

  private static UsageMessageSpec shape(CommandSpec spec) {
    // Descriptions speak of ${...} placeholders, and values from pull requests may hold them.
    spec.interpolateVariables(false);
    UsageMessageSpec usage = spec.usageMessage();
    usage.width(WIDTH);
    usage.sortOptions(false);
    usage.optionListHeading("%nOptions:%n");
    usage.parameterListHeading("%nArguments:%n");
    return usage;
  }

  private static String list(List<Command> commands) {
    int width = commands.stream().mapToInt(command -> command.name().length()).max().orElse(0);
    StringBuilder text = new StringBuilder("\nCommands:\n");
    for (Command command : commands) {
      String padding = " ".repeat(width - command.name().length() + 2);
      text.append("  ").append(command.name()).append(padding).append(command.summary());
      text.append('\n');
    }
    return text.toString();
  }
}
