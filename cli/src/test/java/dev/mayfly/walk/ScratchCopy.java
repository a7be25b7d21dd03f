package dev.mayfly.walk;

import java.io.ByteArrayOutputStream;
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
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** The project once more, in a folder where files may be changed, compiled and tested. */
final class ScratchCopy implements AutoCloseable {
  private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();
  private static final List<String> PARTS =
      List.of("cli/src", "docs", "examples", "golden", "schemas", "templates");

  private final Path home;
  private final Path classes;
  private final Map<Path, Optional<byte[]>> originals = new TreeMap<>();

  /** Has read the libraries once for all runs of the compiler. */
  private final StandardJavaFileManager manager =
      COMPILER.getStandardFileManager(null, null, StandardCharsets.UTF_8);

  private @Nullable Process guarding;

  /** What was compiled last, and what the compiler said. */
  private Map<Path, String> compiled = Map.of();

  private Map<String, String> errors = Map.of();

  private ScratchCopy(Path home) throws IOException {
    this.home = home;
    this.classes = Files.createDirectories(home.resolve("target/changed"));
    manager.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
    manager.setLocationFromPaths(
        StandardLocation.CLASS_PATH, Stream.concat(Stream.of(classes), classPath()).toList());
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

  /** Takes back all changes. What an update run wrote stays. */
  void undo() throws IOException {
    for (Map.Entry<Path, Optional<byte[]>> original : originals.entrySet()) {
      if (original.getValue().isPresent()) {
        Files.write(original.getKey(), original.getValue().get());
      } else {
        Files.deleteIfExists(original.getKey());
      }
    }
    originals.clear();
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
    List<Path> files = new ArrayList<>(dependents.stream().map(home::resolve).toList());
    originals.keySet().stream()
        .filter(file -> file.toString().endsWith(".java") && !files.contains(file))
        .filter(Files::exists)
        .forEach(files::add);
    Map<Path, String> sources = new TreeMap<>();
    for (Path file : files) {
      sources.put(file, Files.readString(file));
    }
    // Many steps are forgotten in files that no compiler reads.
    if (!sources.equals(compiled)) {
      errors = compileAnew(files);
      compiled = sources;
    }
    return errors;
  }

  private Map<String, String> compileAnew(List<Path> files) throws IOException {
    try (Stream<Path> old = Files.walk(classes)) {
      for (Path file : old.filter(Files::isRegularFile).toList()) {
        Files.delete(file);
      }
    }
    try (InputStream version = ScratchCopy.class.getResourceAsStream("/mayfly-version.txt")) {
      Files.write(
          classes.resolve("mayfly-version.txt"), Objects.requireNonNull(version).readAllBytes());
    }
    DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
    List<String> options =
        List.of(
            "-proc:none",
            "-nowarn",
            // All that is wrong is said in one run, in the order of no file.
            "-XDcompilePolicy=simple",
            "--should-stop=ifError=FLOW");
    COMPILER
        .getTask(null, manager, said, options, null, manager.getJavaFileObjectsFromPaths(files))
        .call();
    Map<String, String> errors = new TreeMap<>();
    said.getDiagnostics().stream()
        .filter(it -> it.getKind() == Diagnostic.Kind.ERROR)
        .forEach(it ->
            errors.putIfAbsent(
                Path.of(it.getSource().getName()).getFileName().toString(),
                it.getMessage(null).lines().findFirst().orElse("")));
    return errors;
  }

  /** Runs tests of the project against the copy; gives what the first that fails says, or "". */
  String run(boolean update, List<String> guards) throws IOException {
    if (guarding == null) {
      guarding =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:TieredStopAtLevel=1",
                  "-XX:+UseSerialGC",
                  // What the compiler has just made need not be verified in each run.
                  "-XX:+UnlockDiagnosticVMOptions",
                  "-XX:-BytecodeVerificationRemote",
                  "-cp",
                  String.join(File.pathSeparator, classPath().map(Path::toString).toList()),
                  GuardRun.class.getName(),
                  classes.toString(),
                  home.resolve("cli/src/main/resources").toString(),
                  home.toString())
              .directory(home.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
    }
    String run = update + " " + String.join(" ", guards) + "\n";
    guarding.getOutputStream().write(run.getBytes(StandardCharsets.UTF_8));
    guarding.getOutputStream().flush();
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    int read = guarding.getInputStream().read();
    for (; read > GuardRun.END; read = guarding.getInputStream().read()) {
      said.write(read);
    }
    if (read != GuardRun.END) {
      throw new IllegalStateException("the guards ended: " + said);
    }
    return said.toString(StandardCharsets.UTF_8);
  }

  private static Stream<Path> classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(entry -> Path.of(entry).toAbsolutePath());
  }

  @Override
  public void close() throws IOException {
    manager.close();
    if (guarding != null) {
      guarding.destroy();
    }
  }
}
