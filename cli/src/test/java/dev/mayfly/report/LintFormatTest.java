package dev.mayfly.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.Finding;
import dev.mayfly.lint.LintSettings;
import dev.mayfly.lint.Linter;
import dev.mayfly.lint.rule.RuleCatalog;
import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.JsonReader;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.Node;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every report holds every finding, at a place its reader accepts. */
class LintFormatTest {
  private static final Producer PRODUCER =
      new Producer("mayfly verify", "1.2.3", Optional.of("https://github.com/acme/mayfly"));

  private static final List<Finding> FINDINGS =
      lint(
          Map.of(
              "a,b:c/x <y>.yaml",
              """
              apiVersion: v1
              kind: ConfigMap
              metadata: {name: "x|y", labels: {"<b>\\u001b[31m": 1}}
              """,
              "b/pr-1/.argocd-source.yaml",
              "kustomize: {}\n"));

  @ParameterizedTest
  @EnumSource(LintFormat.class)
  void theSameFindingsGiveTheSameBytes(LintFormat format) {
    String first = format.report(false, PRODUCER, FINDINGS);
    assertThat(first).isEqualTo(format.report(false, PRODUCER, FINDINGS)).doesNotContain("\u001b");
    assertThat(first).endsWith("\n");
    assertThat(format.report(false, PRODUCER, List.of())).doesNotContain("WL002");
  }

  @ParameterizedTest
  @EnumSource(LintFormat.class)
  void everyReportNamesTheRule(LintFormat format) {
    assertThat(format.report(false, PRODUCER, FINDINGS)).contains("WL002", "AP068");
  }

  @Test
  void sarifRegionsBeginAtOneAndUrisAreEscaped() {
    Node run = ((ListNode) json(LintFormat.SARIF).at("runs")).items().getFirst();
    ListNode results = (ListNode) run.at("results");
    assertThat(results.items()).hasSize(FINDINGS.size());
    for (Node result : results.items()) {
      Node place = ((ListNode) result.at("locations")).items().getFirst().at("physicalLocation");
      assertThat(place.textAt("artifactLocation", "uri")).doesNotContain(" ", "<", ":", "//");
      if (place.at("region") != null) {
        assertThat(Integer.parseInt(place.textAt("region", "startLine"))).isPositive();
        assertThat(Integer.parseInt(place.textAt("region", "endColumn")))
            .isGreaterThan(Integer.parseInt(place.textAt("region", "startColumn")));
      }
    }
  }

  @Test
  void sarifLinksToThePagesOfTheVersion() {
    Node driver = driver(PRODUCER);
    assertThat(driver.textAt("informationUri")).isEqualTo("https://github.com/acme/mayfly");
    for (Node rule : ((ListNode) driver.at("rules")).items()) {
      assertThat(rule.textAt("helpUri"))
          .isEqualTo(
              "https://github.com/acme/mayfly/blob/v1.2.3/docs/rules/%s.md"
                  .formatted(rule.textAt("id")));
      assertThat(Path.of("docs/rules/" + rule.textAt("id") + ".md")).exists();
    }
  }

  /** A link to nowhere is worse than none. */
  @Test
  void sarifLinksNowhereWhereNobodyPublished() {
    Node driver = driver(new Producer("mayfly lint", "1.2.3", Optional.empty()));
    assertThat(driver.at("informationUri")).isNull();
    assertThat(((ListNode) driver.at("rules")).items())
        .isNotEmpty()
        .allMatch(rule -> rule.at("helpUri") == null);
  }

  private static Node driver(Producer producer) {
    String sarif = LintFormat.SARIF.report(false, producer, FINDINGS);
    Node run = ((ListNode) json(sarif).at("runs")).items().getFirst();
    return run.at("tool", "driver");
  }

  @Test
  void theJsonReportIsVersioned() {
    assertThat(json(LintFormat.JSON).textAt("version")).isEqualTo("1");
    assertThat(((ListNode) json(LintFormat.JSON).at("findings")).items()).hasSize(FINDINGS.size());
  }

  @Test
  void junitIsXml() throws Exception {
    String xml = LintFormat.JUNIT.report(false, PRODUCER, FINDINGS);
    var document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    assertThat(document.getElementsByTagName("testcase").getLength()).isEqualTo(FINDINGS.size());
  }

  @Test
  void githubGetsTenOfAKindAndIsToldOfTheRest() {
    StringBuilder labels = new StringBuilder("apiVersion: v1\nkind: ConfigMap\ndata:\n");
    IntStream.range(0, 25).forEach(i -> labels.append("  k%d: %d\n".formatted(i, i)));
    String commands =
        LintFormat.GITHUB.report(false, PRODUCER, lint(Map.of("x.yaml", labels.toString())));
    assertThat(commands.lines().filter(it -> it.startsWith("::error "))).hasSize(10);
    assertThat(commands).contains("16 more findings");
    assertThat(LintFormat.GITHUB.report(false, PRODUCER, FINDINGS))
        .contains("file=a%2Cb%3Ac/x <y>.yaml");
  }

  @Test
  void markdownIsEscapedInItsCells() {
    assertThat(markdown("`a@b:<64>` & `[\"x|y\"]` <b> | \u202E end"))
        .contains("| `a@b:<64>` &amp; `[\"x\\|y\"]` &lt;b> \\| \\\\u{202e} end |");
  }

  private static String markdown(String message) {
    return LintFormat.MARKDOWN.report(false, PRODUCER, List.of(finding("x", message)));
  }

  private static String text(Finding finding) {
    return LintFormat.TEXT.report(false, PRODUCER, List.of(finding));
  }

  private static Finding undecided(String rule) {
    return new Finding(
        rule,
        Severity.NOTE,
        Finding.Verdict.UNVERIFIABLE,
        Location.ofFile("a.yaml"),
        "",
        "`a`",
        "",
        List.of());
  }

  private static Finding finding(String rule, String message) {
    Location at = Location.ofFile("a.yaml");
    return Finding.of(Problem.error(rule, at, message), at);
  }

  @Test
  void reportsNameTheCommand() {
    assertThat(LintFormat.MARKDOWN.report(false, PRODUCER, FINDINGS))
        .startsWith("### mayfly verify: ");
    assertThat(LintFormat.JUNIT.report(false, PRODUCER, FINDINGS))
        .contains("name=\"mayfly verify\"");
  }

  @Test
  void sarifNamesTheProgramAndThePageOfEachRule() {
    Node driver =
        ((ListNode) json(LintFormat.SARIF).at("runs")).items().getFirst().at("tool", "driver");
    assertThat(driver.textAt("version")).isEqualTo("1.2.3");
    assertThat(((ListNode) driver.at("rules")).items())
        .allSatisfy(it ->
            assertThat(it.textAt("help", "markdown"))
                .startsWith("# " + it.textAt("id") + " " + it.textAt("name"))
                .contains("How to mend it", it.textAt("help", "text").substring(1)))
        .extracting(it -> it.textAt("shortDescription", "text"))
        .contains("a file overrides the Application's own parameters");
  }

  /** Lists of findings show this and nothing else: a title alone or values alone say too little. */
  @ParameterizedTest
  @EnumSource(LintFormat.class)
  void everyReportSaysWhatIsWrongAndWhatShowsIt(LintFormat format) {
    assertThat(format.report(false, PRODUCER, FINDINGS))
        .contains(
            "source-override-file",
            "a file overrides the Application's own parameters",
            "`.argocd-source.yaml` changes the Application from inside its source");
  }

  @Test
  void aMessageThatDoesNotFitBesideItsTitleBeginsALine() {
    String text = LintFormat.TEXT.report(false, PRODUCER, FINDINGS);
    assertThat(text)
        .contains(
            """
            error[AP068] source-override-file: a file overrides the Application's own parameters:
              `.argocd-source.yaml` changes the Application from inside its source
            """);
    String head = "error[AS050] not-found-means-empty: ";
    String title = "a repository that cannot be seen deletes all its previews: ";
    String fits = "x".repeat(100 - (head + title).length());
    assertThat(text(finding("AS050", fits))).startsWith(head + title + fits + "\n");
    assertThat(text(finding("AS050", fits + "x")))
        .startsWith(head + title.strip() + "\n  " + fits + "x\n");
  }

  /** What could not be decided is not told as if it were so; what is no rule has no title. */
  @Test
  void whatIsUndecidedSaysSoFirst() {
    assertThat(text(undecided("AS050")))
        .startsWith("note[AS050] not-found-means-empty: unverifiable whether a repository that ");
    // The title of a note is a remark, and no claim that could be undecided.
    assertThat(text(undecided("YM003")))
        .startsWith("note[YM003] foreign-template: unverifiable: a file was left alone: `a`\n");
    assertThat(text(finding("YM003", "`a`"))).startsWith("error[YM003] foreign-template: a file ");
    assertThat(text(undecided("bundle-kind"))).startsWith("note[bundle-kind]: unverifiable: `a`\n");
    assertThat(text(finding("bundle-kind", "`a` is not a kind")))
        .startsWith("error[bundle-kind]: `a` is not a kind\n");
  }

  @Test
  void theTextEndsWithTheCommandThatSaysMoreOfTheWorst() {
    assertThat(LintFormat.TEXT.report(false, PRODUCER, FINDINGS))
        .endsWith("`mayfly explain WL002` says why and shows how it is done right\n");
    assertThat(LintFormat.TEXT.report(false, PRODUCER, List.of())).doesNotContain("explain");
  }

  private static Node json(LintFormat format) {
    return json(format.report(false, PRODUCER, FINDINGS));
  }

  private static Node json(String text) {
    return new JsonReader(Budget.EVENT)
        .read("report", text.getBytes(StandardCharsets.UTF_8))
        .single(Fault.RENDERING);
  }

  private static List<Finding> lint(Map<String, String> files) {
    Map<String, byte[]> bytes = new java.util.TreeMap<>();
    files.forEach((name, text) -> bytes.put(name, text.getBytes(StandardCharsets.UTF_8)));
    return new Linter(RuleCatalog.ALL).run(Corpus.read(bytes), LintSettings.DEFAULT);
  }
}
