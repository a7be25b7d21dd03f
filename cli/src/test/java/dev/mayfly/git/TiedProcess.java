package dev.mayfly.git;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Servers that end with this JVM, however that ends, and take their folder with them. */
public final class TiedProcess {
  // Reads from a pipe that the JVM holds open, so nothing outlives a JVM that is killed.
  private static final String WHILE_THE_JVM_LIVES =
      """
      exec 3<&0
      "$@" & program=$!
      { cat <&3 >/dev/null
        kill $program
        while kill -0 $program; do sleep 0.1; done
        rm -rf "$0"; } 2>/dev/null &
      wait $program
      """;

  private TiedProcess() {}

  /** Starts a program that logs into {@code folder/<its name>.log}. */
  public static Process start(Path folder, Path program, List<String> options) throws IOException {
    List<String> command =
        new ArrayList<>(List.of("sh", "-c", WHILE_THE_JVM_LIVES, folder.toString()));
    command.add(program.toString());
    command.addAll(options);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve(program.getFileName() + ".log").toFile());
    // All are written in Go. None lives long enough to collect before there is much, and what they
    // start does not either.
    builder.environment().putAll(Map.of("GOGC", "off", "GOMEMLIMIT", "1GiB"));
    return builder.start();
  }

  public static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }
}
