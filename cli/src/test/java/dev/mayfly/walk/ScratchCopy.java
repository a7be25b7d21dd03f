package dev.mayfly.walk;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The project once more, in a folder where files may be changed, compiled and tested. */
final class ScratchCopy {
  private static final List<String> PARTS =
      List.of("cli/src", "docs", "examples", "golden", "schemas", "templates");

  private final Path home;
  private final Path classes;
  private final Map<Path, Optional<byte[]>> originals = new TreeMap<>();

  private ScratchCopy(Path home) {
    this.home = home;
    this.classes = home.resolve("target/changed");
  }

  static ScratchCopy in(Path folder) throws IOException {
    for (String part : PARTS) {
      try (Stream<Path> files = Files.walk(Path.of(part))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Path copy = folder.resolve(file);
          Files.createDirectories(copy.getParent());
          Files.copy(file, copy);
        }
      }
    }
    return new ScratchCopy(folder);
  }

  /** Changes a file; one that is not there yet is the empty text. */
  void edit(String path, UnaryOperator<String> change) throws IOException {
    Path file = home.resolve(path);
    boolean there = Files.exists(file);
    originals.putIfAbsent(file, there ? Optional.of(Files.readAllBytes(file)) : Optional.empty());
    Files.createDirectories(file.getParent());
    Files.writeString(file, change.apply(there ? Files.readString(file) : ""));
  }

  /** Takes back all changes and what was compiled. What an update run wrote stays. */
  void undo() throws IOException {
    for (Map.Entry<Path, Optional<byte[]>> original : originals.entrySet()) {
      if (original.getValue().isPresent()) {
        Files.write(original.getKey(), original.getValue().get());
      } else {
        Files.deleteIfExists(original.getKey());
      }
    }
    originals.clear();
    if (Files.exists(classes)) {
      try (Stream<Path> files = Files.walk(classes)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  /** The sources, tests too, in which any of the texts stands. */
  List<String> sourcesWith(String... texts) throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(home.resolve("cli/src"))) {
      for (Path file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
        String source = Files.readString(file);
        if (Stream.of(texts).anyMatch(source::contains)) {
          found.add(home.relativize(file).toString());
        }
      }
    }
    return found;
  }

  /** Compiles what was changed and these files; gives what the compiler says, by file. */
  Map<String, String> compile(List<String> dependents) throws IOException {
    Files.createDirectories(classes);
    try (InputStream version = ScratchCopy.class.getResourceAsStream("/mayfly-version.txt")) {
      Files.write(
          classes.resolve("mayfly-version.txt"), Objects.requireNonNull(version).readAllBytes());
    }
    List<Path> files = new ArrayList<>(dependents.stream().map(home::resolve).toList());
    originals.keySet().stream()
        .filter(file -> file.toString().endsWith(".java") && !files.contains(file))
        .filter(Files::exists)
        .forEach(files::add);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(said, null, StandardCharsets.UTF_8)) {
      List<String> options =
          List.of(
              "-proc:none",
              "-nowarn",
              // All that is wrong is said in one run, in the order of no file.
              "-XDcompilePolicy=simple",
              "--should-stop=ifError=FLOW",
              "-d",
              classes.toString(),
              "-cp",
              path(classes));
      compiler
          .getTask(null, manager, said, options, null, manager.getJavaFileObjectsFromPaths(files))
          .call();
    }
    Map<String, String> errors = new TreeMap<>();
    said.getDiagnostics().stream()
        .filter(it -> it.getKind() == Diagnostic.Kind.ERROR)
        .forEach(
            it ->
                errors.putIfAbsent(
                    Path.of(it.getSource().getName()).getFileName().toString(),
                    it.getMessage(null).lines().findFirst().orElse("")));
    return errors;
  }

  /** Runs tests of the project against the copy; gives what the first that fails says, or "". */
  String run(boolean update, List<String> guards) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.add("-Dmayfly.goldens.update=" + update);
    command.addAll(List.of("-cp", path(classes, home.resolve("cli/src/main/resources"), home)));
    command.add(GuardRun.class.getName());
    command.addAll(guards);
    Process child =
        new ProcessBuilder(command)
            .directory(home.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    child.waitFor();
    return said;
  }

  /** The class path of this run, behind folders of the copy. */
  private static String path(Path... folders) {
    List<String> path = new ArrayList<>(Stream.of(folders).map(Path::toString).toList());
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      path.add(Path.of(entry).toAbsolutePath().toString());
    }
    return String.join(File.pathSeparator, path);
  }
}
