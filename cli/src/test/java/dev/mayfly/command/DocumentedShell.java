package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.command.console.ExitCode;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * As much of a shell as the documentation needs: {@code cd}, {@code export}, variables, {@code
 * mayfly} in this process, and a few programs outside it.
 */
final class DocumentedShell {
  private static final Set<String> PROGRAMS =
      Set.of("cat", "git", "cp", "mkdir", "rm", "sed", "sh");
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");
  private static final Pattern ASSIGNED =
      Pattern.compile("([A-Z_]+)=\"?(\\$\\(.*?\\)|\\S*?)\"? +(.+)");
  private static final Pattern REDIRECTED = Pattern.compile("(.+?) +> *(\\S+)");
  private static final Pattern VARIABLE = Pattern.compile("\\$([A-Z_]+)");
  private static final Pattern SUBSTITUTION = Pattern.compile("\\$\\((.*)\\)");
  private static final String MAY_FAIL = " || true";
  private final Map<String, String> variables = new TreeMap<>();
  private Path directory;

  DocumentedShell(Path directory) {
    this.directory = directory;
    variables.put("PWD", directory.toString());
    for (String who : List.of("AUTHOR", "COMMITTER")) {
      variables.put("GIT_" + who + "_NAME", "Mara");
      variables.put("GIT_" + who + "_EMAIL", "mara@example.dev");
    }
    variables.put("GIT_CONFIG_GLOBAL", "/dev/null");
    variables.put("PATH", System.getenv("PATH"));
  }

  /** A GitOps repository with a remote and a rendered platform, and the app's; stands in it. */
  void publishPlatform() throws IOException {
    for (String line :
        List.of(
            "git init -q --bare --initial-branch=main gitops.git",
            "cp -r mayfly/examples/primitives/source orders",
            "git init -q --initial-branch=main orders",
            "git -C orders add .",
            "git -C orders commit -q -m Orders",
            "export MAYFLY_GITOPS_URL=file://$PWD/gitops.git",
            "export MAYFLY_APP_URL=file://$PWD/orders",
            "export MAYFLY_OFFLINE=true",
            "mayfly init gitops --preset primitives",
            "cd gitops",
            "mayfly render platform --out .",
            "git init -q --initial-branch=main .",
            "git remote add origin $MAYFLY_GITOPS_URL",
            "git add .",
            "git commit -q -m Previews",
            "git push -q -u origin main")) {
      run(line);
    }
  }

  /** Looks for programs in this folder before anywhere else. */
  void firstIn(Path folder) {
    variables.merge("PATH", folder.toString(), (path, more) -> more + File.pathSeparator + path);
  }

  /** Looks for programs in this folder when they are nowhere else. */
  void alsoIn(Path folder) {
    variables.merge("PATH", folder.toString(), (path, more) -> path + File.pathSeparator + more);
  }

  /**
   * Everything that the command prints; fails when the command does, or when one that is followed
   * by {@code || true} has no findings.
   */
  String run(String line) throws IOException {
    Matcher redirected = REDIRECTED.matcher(line);
    if (redirected.matches()) {
      Files.writeString(directory.resolve(redirected.group(2)), printed(redirected.group(1)).out);
      return "";
    }
    Printed printed = printed(line);
    return printed.out + printed.err;
  }

  private record Printed(String out, String err) {}

  private Printed printed(String line) throws IOException {
    Matcher assigned = ASSIGNED.matcher(line);
    if (assigned.matches()) {
      variables.put(assigned.group(1), value(assigned.group(2)));
      Printed printed = printed(assigned.group(3));
      variables.remove(assigned.group(1));
      return printed;
    }
    if (line.endsWith(MAY_FAIL)) {
      List<String> words = words(line.substring(0, line.length() - MAY_FAIL.length()));
      return mayfly(words.subList(1, words.size()), ExitCode.FINDINGS);
    }
    List<String> words = words(line);
    return switch (words.getFirst()) {
      case "cd" -> {
        directory = directory.resolve(words.get(1)).normalize();
        variables.put("PWD", directory.toString());
        yield new Printed("", "");
      }
      case "export" -> {
        String[] assignment = line.substring("export ".length()).split("=", 2);
        variables.put(assignment[0], value(assignment[1]));
        yield new Printed("", "");
      }
      case "mayfly" -> mayfly(words.subList(1, words.size()), ExitCode.FINE);
      default -> new Printed(program(words), "");
    };
  }

  private String value(String written) throws IOException {
    Matcher substitution = SUBSTITUTION.matcher(written);
    return substitution.matches() ? run(substitution.group(1)).strip() : expanded(written);
  }

  private Printed mayfly(List<String> args, int code) {
    CommandLineRun run =
        CommandLineRun.of(CommandCatalog.all(), variables, directory, args.toArray(String[]::new));
    assertThat(run.code()).as(args + "\n" + run.err()).isEqualTo(code);
    return new Printed(run.out(), run.err());
  }

  private String program(List<String> words) throws IOException {
    assertThat(PROGRAMS).contains(words.getFirst());
    ProcessBuilder builder = new ProcessBuilder(words).directory(directory.toFile());
    builder.environment().putAll(variables);
    Process process = builder.redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      assertThat(process.waitFor()).as(words + "\n" + output).isZero();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
    return output;
  }

  private List<String> words(String line) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(line);
    while (word.find()) {
      words.add(
          word.group(2) != null
              ? word.group(2)
              : expanded(word.group(1) == null ? word.group(3) : word.group(1)));
    }
    return words;
  }

  private String expanded(String text) {
    return VARIABLE
        .matcher(text)
        .replaceAll(name -> Matcher.quoteReplacement(variables.getOrDefault(name.group(1), "")));
  }
}
