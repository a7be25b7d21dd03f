package dev.mayfly.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.golden.GoldenFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The guide that stands beside {@link Problem}, held against all that is said. */
class MessageGuideTest {
  private static final Pattern MESSAGE =
      Pattern.compile("(?m)^(?:error|warning|note)\\[([a-z-]+)]: (.*)$");
  private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

  /** What a reader who learnt English at school stops at. */
  private static final Pattern ODD =
      Pattern.compile(
          "(?<!there |There )\\bis no (?!longer\\b|more\\b|one\\b|matter\\b)\\w|\\banew\\b|\\bmend(s|ed|ing)?\\b"
              + "|\\bis no $|\\bwhoever\\b|the key .* is not known here|is required here|\\b[Pp]lease\\b|\\b[Ss]orry\\b|[Oo]ops");

  /** Options and files are values; what a syntax allows is told in words of its own. */
  private static final Pattern BARE =
      Pattern.compile("(?:^| )--[a-z]|[\\w-]+\\.(?:yaml|json|txt|dev|com)\\b");

  /** A beginning that is large because it is a name. */
  private static final Pattern NAME =
      Pattern.compile(
          "[`a-z0-9(-].*|(?:Argo CD|CloudNativePG|Gateway API|Kubernetes|YAML|Access|Git|Helm)\\b.*"
              + "|(?:[A-Z][a-z]+){1,4} `.*");

  private static final Map<String, String> SOUGHT =
      Map.of(
          "unknown-.*", "\\bunknown\\b",
          "missing-(?:field|key|option|image)", "\\bmissing\\b",
          "not-allowed", "\\bnot allowed\\b",
          "duplicate-.*", "\\bduplicate\\b");

  @Test
  void everyMessageOfAGoldenIsOnePlainSentence() throws IOException {
    Map<String, String> wrong = new TreeMap<>();
    int read = 0;
    Path home = Path.of("golden");
    for (String file : GoldenFiles.files(home)) {
      if (!file.startsWith("errors/")) {
        continue;
      }
      Matcher said = MESSAGE.matcher(Files.readString(home.resolve(file)));
      while (said.find()) {
        read++;
        String message = said.group(2);
        String prose = message.replaceAll("`[^`]*`", "`x`");
        if (prose.matches(".*[.!?]") || prose.contains(". ") || ODD.matcher(prose).find()) {
          wrong.put(file, message);
        }
        if (!said.group(1).equals("wrong-syntax")
            && BARE.matcher(prose.replaceAll(" such as .*", "")).find()) {
          wrong.put(file, message);
        }
        if (!NAME.matcher(message).matches()
            || message.chars().filter(c -> c == '`').count() % 2 > 0) {
          wrong.put(file, message);
        }
        SOUGHT.forEach((id, word) -> {
          if (said.group(1).matches(id) && !Pattern.compile(word).matcher(prose).find()) {
            wrong.put(file, said.group(1) + ": " + message);
          }
        });
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(read).isGreaterThan(500);
  }

  @Test
  void noTextOfTheProgramIsOdd() throws IOException {
    Map<String, String> wrong = new TreeMap<>();
    try (Stream<Path> files = Files.walk(Path.of("cli/src/main"))) {
      List<Path> texts =
          files.filter(it -> it.toString().matches(".*/(java/.*[.]java|rules/.*[.]yaml)")).toList();
      assertThat(texts).hasSizeGreaterThan(1500);
      for (Path file : texts) {
        for (String line : Files.readAllLines(file)) {
          String said = file.toString().endsWith(".java") ? literals(line) : line;
          if (ODD.matcher(said).find()) {
            wrong.put(file.getFileName().toString(), line.strip());
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  /** What stands between quotes, comments left out. */
  private static String literals(String line) {
    if (line.strip().matches("(?:\\*|/\\*|//).*")) {
      return "";
    }
    StringBuilder found = new StringBuilder();
    for (Matcher literal = LITERAL.matcher(line); literal.find(); ) {
      found.append(literal.group(1)).append('\n');
    }
    return found.toString();
  }
}
