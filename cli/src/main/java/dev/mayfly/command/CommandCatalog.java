package dev.mayfly.command;

import java.util.List;
import java.util.function.Supplier;

/** Every command, in the order in which help lists them. */
public final class CommandCatalog {
  private CommandCatalog() {}

  public static List<Command> all() {
    Supplier<List<Command>> all = CommandCatalog::all;
    return List.of(
        new DemoCommand(),
        new InitCommand(),
        new AdoptCommand(),
        new RenderPlatformCommand(),
        new RenderPreviewCommand(),
        new RenderAllCommand(),
        new DiffCommand(),
        new OpenCommand(),
        new CloseCommand(),
        new AdmitCommand(),
        new SyncCommand(),
        new StatusCommand(),
        new LeaksCommand(),
        new VerifyCommand(),
        new WaitCommand(),
        new SimulateCommand(),
        new LintCommand(),
        new RulesCommand(),
        new ExplainCommand(),
        new SchemaCommand(),
        new PinCommand(),
        new CheckAccessCommand(),
        new CompletionCommand(all));
  }
}
