package dev.mayfly.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

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
  private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

  /** What a reader who learnt English at school stops at. */
  private static final Pattern ODD =
      Pattern.compile(
          "(?<!there |There )\\b(?:is|are) (?:no $|none\\b"
              + "|no (?!longer\\b|more\\b|one\\b|matter\\b)\\w)"
              + "|\\bfor ever\\b|\\banybody\\b|\\bwhom\\b|\\b(?:of|let) nobody\\b"
              + "|\\bnobody (?:is|knows)\\b|\\bgone through\\b"
              + "|\\banew\\b|\\bmend(s|ed|ing)?\\b|\\bwhoever\\b"
              + "|the key .* is not known here|is required here"
              + "|\\b[Pp]lease\\b|\\b[Ss]orry\\b|[Oo]ops");

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
          "unknown-.*|.*-unknown", "\\bunknown\\b",
          "missing-.*|.*-missing", "\\bmissing\\b",
          "not-allowed", "\\bnot allowed\\b",
          "duplicate-.*", "\\bduplicate\\b");

  @Test
  void everyMessageOfAGoldenIsOnePlainSentence() throws IOException {
    Map<String, String> wrong = new TreeMap<>();
    for (GoldenMessage said : GoldenMessage.all()) {
      if (!isPlain(said) || !saysWhatIsSought(said)) {
        wrong.put(said.file() + " " + said.id(), said.text());
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void everyFormOfAMessageIsRead() throws IOException {
    List<GoldenMessage> all = GoldenMessage.all();
    assertThat(all).hasSizeGreaterThan(740);
    assertThat(all).extracting(GoldenMessage::form).contains(GoldenMessage.Form.values());
  }

  private static boolean isPlain(GoldenMessage said) {
    String prose = said.prose();
    boolean oneSentence = !prose.matches(".*[.!?]") && !prose.contains(". ");
    boolean even = said.text().chars().filter(c -> c == '`').count() % 2 == 0;
    boolean marked =
        said.id().equals("wrong-syntax")
            || !BARE.matcher(prose.replaceAll(" such as .*", "")).find();
    return oneSentence
        && even
        && marked
        && !ODD.matcher(prose).find()
        && NAME.matcher(said.text()).matches();
  }

  private static boolean saysWhatIsSought(GoldenMessage said) {
    return SOUGHT.entrySet().stream()
        .filter(it -> said.id().matches(it.getKey()))
        .allMatch(it -> Pattern.compile(it.getValue()).matcher(said.prose()).find());
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
