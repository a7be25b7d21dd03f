package dev.mayfly.command;

import dev.mayfly.command.console.Console;
import dev.mayfly.command.console.ExitCode;
import dev.mayfly.command.option.FlagOption;
import dev.mayfly.command.option.Invocation;
import dev.mayfly.command.option.Option;
import dev.mayfly.command.option.PositionalArgument;
import dev.mayfly.command.option.UsageErrors;
import dev.mayfly.command.option.ValueOption;
import dev.mayfly.diagnostic.Counted;
import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problems;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.image.ImageLock;
import dev.mayfly.image.LockCheck;
import dev.mayfly.image.LockEditor;
import dev.mayfly.report.TextReport;
import dev.mayfly.workspace.BoundedFile;
import dev.mayfly.yaml.Budget;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;

/** {@code pin}: writes or checks the lock file that pins an app's images. */
final class PinCommand extends Command {
  static final PositionalArgument FILE =
      new PositionalArgument("FILE", "1", "the lock file, such as deploy/image.ref.yaml");

  private static final ValueOption<ImageLock.Form> FORMAT =
      ValueOption.choice(
          "--format", ImageLock.Form.values(), "how a new file is written; krm by default");
  static final FlagOption CHECK =
      new FlagOption("--check", "write nothing; end with 1 when the file is not right");
  static final ValueOption<String> NAME =
      ValueOption.text("--name", "NAME", "the name of a new lock object");

  PinCommand() {
    super("pin", "write or check the lock file of an app's images");
  }

  @Override
  void describe(CommandSpec spec) {
    spec.addPositional(FILE.spec());
    ImagesToPin.addTo(spec);
    Option.add(spec, CHECK, FORMAT, NAME);
    spec.usageMessage()
        .footer(
            "%nExamples:",
            "  mayfly pin --image ghcr.io/acme/orders@sha256:... deploy/image.ref.yaml",
            "  mayfly pin --resolve --image ghcr.io/acme/orders:1.4.2 deploy/image.ref.yaml",
            "  mayfly pin --format helm --image NAME@sha256:... chart/image.ref.yaml",
            "  mayfly pin --check --app orders -C ../gitops ../orders/deploy/image.ref.yaml");
  }

  @Override
  int run(Invocation invocation) {
    String shownAs = FILE.one(invocation);
    Path file = invocation.console().directory().resolve(shownAs);
    ImagesToPin wanted = ImagesToPin.read(invocation, shownAs);
    return CHECK.isGivenIn(invocation)
        ? check(file, shownAs, wanted, invocation.console())
        : write(file, shownAs, wanted, invocation);
  }

  private static int check(Path file, String shownAs, ImagesToPin wanted, Console console) {
    byte[] bytes = BoundedFile.read(file, shownAs, Budget.LOCK, Fault.CONFIGURATION);
    Problems problems = new Problems();
    int locked = 0;
    try {
      ImageLock lock = ImageLock.read(shownAs, bytes);
      locked = lock.images().size();
      if (wanted.namesImages()) {
        LockCheck.check(lock, wanted.expected(), wanted.known(), problems);
      }
    } catch (ProblemsException e) {
      problems.addAll(e.problems());
    }
    if (problems.isEmpty()) {
      console.err().println(shownAs + " is in order: " + images(locked));
      return ExitCode.FINE;
    }
    console.out().print(new TextReport(console.colour()).format(problems.sorted()));
    return ExitCode.FINDINGS;
  }

  private static int write(Path file, String shownAs, ImagesToPin wanted, Invocation invocation) {
    if (wanted.images().isEmpty()) {
      throw UsageErrors.usage("no image is given", "name each with `--image NAME@sha256:...`");
    }
    boolean exists = Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    if (exists && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw unwritable(shownAs, "is a link or a folder, which is not followed");
    }
    byte[] before =
        exists ? BoundedFile.read(file, shownAs, Budget.LOCK, Fault.CONFIGURATION) : new byte[0];
    String old = new String(before, StandardCharsets.UTF_8);
    String text =
        exists
            ? LockEditor.update(shownAs, before, wanted.images(), wanted.idsByName())
            : wanted.heading()
                + LockEditor.create(
                    FORMAT.in(invocation).orElse(ImageLock.Form.KRM),
                    wanted.name(invocation),
                    wanted.images(),
                    wanted.idsByName());
    if (exists && text.equals(old)) {
      invocation
          .console()
          .err()
          .println(shownAs + " is up to date: " + images(wanted.images().size()));
      return ExitCode.FINE;
    }
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw unwritable(shownAs, "cannot be written");
    }
    invocation.console().err().println(images(wanted.images().size()) + " pinned in " + shownAs);
    return ExitCode.FINE;
  }

  private static String images(int count) {
    return Counted.of(count, "image");
  }

  private static ProblemsException unwritable(String shownAs, String why) {
    return Fault.CONFIGURATION.error(
        "output", Location.ofFile(shownAs), "the file `" + shownAs + "` " + why, "");
  }
}
