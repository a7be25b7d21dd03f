package dev.mayfly.command.composition;

import dev.mayfly.preview.UntrustedText;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * A program that is given a stranger's files. It gets none of this process's variables, so no
 * token, a home of its own, an empty PATH, so that it starts nothing, proxies that lead nowhere,
 * and limits on time, memory, written files and output.
 */
public record ConfinedProgram(String name, Path program, int seconds) {
  private static final int TIMEOUT_SECONDS = 30;
  private static final int LARGEST = 8 << 20;
  private static final int MOST_SAID = 4 << 10;
  private static final Path SHELL = Path.of("/bin/sh");

  /**
   * Seconds, KiB of addresses, blocks of a file, each where the system has such a limit. Go keeps
   * far more addresses than memory.
   */
  private static final String LIMITS =
      "for l in '-t SECONDS' '-v 4000000' '-f 65536'; do ulimit $l 2>/dev/null || :; done; exec \"$@\"";

  /** Nobody listens on the port of TCP's "discard" of this machine. */
  private static final String NOWHERE = "http://127.0.0.1:9";

  /** How it ended: what it printed, or why that is not to be used. */
  public record Output(String output, String failure) {
    static Output no(String failure) {
      return new Output("", failure);
    }
  }

  /** The program of this name on the caller's PATH. */
  public static Optional<ConfinedProgram> find(String name, Map<String, String> env) {
    return Stream.of(env.getOrDefault("PATH", "").split(File.pathSeparator, -1))
        .filter(folder -> folder.startsWith("/"))
        .map(folder -> Path.of(folder, name))
        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
        .findFirst()
        .map(file -> new ConfinedProgram(name, file, TIMEOUT_SECONDS));
  }

  /** Runs it in a folder of the scratch and waits for its end. */
  public Output run(Scratch scratch, Path directory, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    if (Files.isExecutable(SHELL)) {
      command.addAll(
          List.of(SHELL.toString(), "-c", LIMITS.replace("SECONDS", "" + seconds), "sh"));
    }
    command.add(program.toString());
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment(scratch));
    Process process = builder.start();
    try {
      process.getOutputStream().close();
      return outputOf(process, scratch);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Output.no("it was interrupted");
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private static Map<String, String> environment(Scratch scratch) {
    String home = scratch.home().toString();
    return Map.ofEntries(
        Map.entry("PATH", scratch.programs().toString()),
        Map.entry("HOME", home),
        Map.entry("TMPDIR", home),
        Map.entry("XDG_CACHE_HOME", home + "/cache"),
        Map.entry("XDG_CONFIG_HOME", home + "/config"),
        Map.entry("XDG_DATA_HOME", home + "/data"),
        Map.entry("HELM_PLUGINS", home + "/plugins"),
        Map.entry("KUBECONFIG", home + "/none"),
        Map.entry("GOMEMLIMIT", "768MiB"),
        Map.entry("HTTP_PROXY", NOWHERE),
        Map.entry("HTTPS_PROXY", NOWHERE),
        Map.entry("NO_PROXY", ""));
  }

  private Output outputOf(Process process, Scratch scratch)
      throws IOException, InterruptedException {
    InputStream out = process.getInputStream();
    FutureTask<byte[]> output =
        reading(() -> {
          byte[] read = out.readNBytes(LARGEST + 1);
          if (read.length > LARGEST) {
            process.destroyForcibly();
          }
          return read;
        });
    InputStream err = process.getErrorStream();
    FutureTask<byte[]> errors =
        reading(() -> {
          byte[] read = err.readNBytes(MOST_SAID);
          err.transferTo(OutputStream.nullOutputStream());
          return read;
        });
    if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
      return Output.no("it takes longer than " + seconds + " seconds");
    }
    try {
      byte[] printed = output.get(seconds, TimeUnit.SECONDS);
      if (printed.length > LARGEST) {
        return Output.no("it yields more than " + LARGEST + " bytes");
      }
      if (process.exitValue() == 0) {
        return new Output(new String(printed, StandardCharsets.UTF_8), "");
      }
      String error = new String(errors.get(seconds, TimeUnit.SECONDS), StandardCharsets.UTF_8);
      String shown = UntrustedText.clean(error.replace(scratch.folder() + "/", ""), 300);
      return Output.no(shown.isEmpty() ? "it says nothing" : shown);
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException(e);
    }
  }

  private static FutureTask<byte[]> reading(Callable<byte[]> stream) {
    FutureTask<byte[]> task = new FutureTask<>(stream);
    Thread.ofVirtual().start(task);
    return task;
  }
}
