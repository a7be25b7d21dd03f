package dev.mayfly.command;

import dev.mayfly.command.console.Console;
import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.live.ApplicationJudge;
import dev.mayfly.live.ListedApplications;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Collection;

/** A listing of Applications, of any size: a file, or standard input. */
final class ApplicationsInput {
  private static final String STANDARD_INPUT = "-";

  private ApplicationsInput() {}

  static ListedApplications read(
      String file, Console console, Collection<ApplicationJudge> judges) {
    if (file.equals(STANDARD_INPUT)) {
      return ListedApplications.read("<stdin>", console.in(), judges);
    }
    try (InputStream in =
        new BufferedInputStream(Files.newInputStream(console.directory().resolve(file)))) {
      return ListedApplications.read(file, in, judges);
    } catch (IOException e) {
      throw Fault.CONFIGURATION.error(
          "unreadable", Location.ofFile(file), "the file `" + file + "` cannot be read", "");
    }
  }
}
