package dev.mayfly.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.Finding;
import dev.mayfly.lint.Fingerprint;
import dev.mayfly.lint.LintSettings;
import dev.mayfly.lint.Linter;
import dev.mayfly.lint.SeverityOverride;
import dev.mayfly.lint.card.CaseSources;
import dev.mayfly.lint.rule.RuleCatalog;
import dev.mayfly.manifest.SchemaName;
import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.JsonReader;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.SchemaCheck;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The reports that machines read, each held against its form, for every kind of finding. */
class LintSchemasTest {
  /** Characters of one, two, three and four bytes stand before the value that is pointed at. */
  private static final Producer PRODUCER =
      new Producer("mayfly verify", "1.2.3", Optional.of("https://github.com/acme/mayfly"));

  private static final String WIDE =
      "apiVersion: v1\nkind: ConfigMap\ndata: {\"ä漢😀e\\u0301\": x, n: 7, \"👩‍👩‍👧\": true}\n";

  private static final List<Finding> FINDINGS = findings();

  /** Every bad example of every rule, a file that is none, a check that is no rule, an override. */
  private static List<Finding> findings() {
    Map<String, byte[]> files = new TreeMap<>();
    RuleCatalog.ALL.forEach(rule ->
        files.put(
            "rules/" + rule.card().id() + " ä.yaml",
            CaseSources.read(rule.card().id())
                .bad()
                .text()
                .replaceAll("(?m)^# file: .*$", "---")
                .getBytes(StandardCharsets.UTF_8)));
    files.put("wide.yaml", WIDE.getBytes(StandardCharsets.UTF_8));
    files.put("latin.yaml", new byte[] {'a', ':', ' ', (byte) 0xE9});
    LintSettings settings =
        new LintSettings(
            LintSettings.DEFAULT.targets(),
            Map.of(
                "AS020",
                new SeverityOverride(
                    Severity.ERROR, Optional.of(Severity.NOTE), "we <know>", "mayfly.yaml:9")));
    List<Finding> findings =
        new ArrayList<>(new Linter(RuleCatalog.ALL).run(Corpus.read(files), settings));
    findings.add(findings.getFirst().asRendered());
    findings.add(
        Finding.of(
            Problem.error("changed-file", Location.ofFile("previews/a/pr-1/x.yaml"), "it differs"),
            Location.ofFile("previews")));
    return List.copyOf(findings);
  }

  @Test
  void theFindingsAreOfEveryKind() {
    assertThat(FINDINGS.stream().map(Finding::rule).distinct().count()).isGreaterThan(90);
    assertThat(FINDINGS).extracting(Finding::severity).contains(Severity.values());
    assertThat(FINDINGS).extracting(Finding::verdict).contains(Finding.Verdict.values());
    assertThat(FINDINGS).anyMatch(it -> it.override() != null).anyMatch(Finding::rendered);
    assertThat(FINDINGS).anyMatch(it -> it.location().line() == 0);
  }

  @Test
  void jsonIsOfItsOwnSchema() {
    SchemaCheck schema = SchemaCheck.of(SchemaName.LINT_REPORT.bytes());
    assertThat(schema.check(json(LintFormat.JSON, FINDINGS))).isEmpty();
    assertThat(schema.check(json(LintFormat.JSON, List.of()))).isEmpty();
  }

  @Test
  void sarifIsOfItsSchemaAndRefersToItsOwnRules() {
    assertThat(SarifSubset.schema().check(json(LintFormat.SARIF, List.of()))).isEmpty();
    Node log = json(LintFormat.SARIF, FINDINGS);
    assertThat(SarifSubset.schema().check(log)).isEmpty();
    Node run = items(log.at("runs")).getFirst();
    List<Node> rules = items(run.at("tool", "driver", "rules"));
    for (Node result : items(run.at("results"))) {
      int index = Integer.parseInt(result.textAt("ruleIndex"));
      assertThat(rules.get(index).textAt("id")).isEqualTo(result.textAt("ruleId"));
    }
    assertThat(items(run.at("results"))).hasSize(Fingerprint.of(FINDINGS).size());
  }

  /** The run says that it counts code points, so a character counts one however it is encoded. */
  @Test
  void sarifRegionsCountCodePoints() {
    List<Finding> wide =
        FINDINGS.stream().filter(it -> it.location().file().equals("wide.yaml")).toList();
    assertThat(wide).hasSize(2);
    Node run = items(json(LintFormat.SARIF, wide).at("runs")).getFirst();
    assertThat(run.textAt("columnKind")).isEqualTo("unicodeCodePoints");
    List<String> regions = new ArrayList<>();
    for (Node result : items(run.at("results"))) {
      Node region = items(result.at("locations")).getFirst().at("physicalLocation", "region");
      int[] line = WIDE.lines().toList().get(2).codePoints().toArray();
      int start = Integer.parseInt(region.textAt("startColumn")) - 1;
      int end = Integer.parseInt(region.textAt("endColumn")) - 1;
      regions.add(new String(line, start, end - start));
    }
    assertThat(regions).containsExactly("7", "true");
  }

  @Test
  void gitlabHasAllItAsksForAndNoFingerprintTwice() {
    List<Node> issues = items(json(LintFormat.GITLAB, FINDINGS));
    assertThat(issues).hasSize(Fingerprint.of(FINDINGS).size());
    Set<String> fingerprints = new HashSet<>();
    for (Node issue : issues) {
      assertThat(issue.textAt("description")).isNotBlank();
      assertThat(issue.textAt("check_name")).isNotBlank();
      assertThat(fingerprints.add(issue.textAt("fingerprint"))).isTrue();
      assertThat(issue.textAt("severity")).isIn("info", "minor", "major", "critical", "blocker");
      assertThat(issue.textAt("location", "path")).doesNotStartWith("/").doesNotStartWith("./");
      assertThat(Integer.parseInt(issue.textAt("location", "lines", "begin"))).isPositive();
    }
    assertThat(items(json(LintFormat.GITLAB, List.of()))).isEmpty();
  }

  /** What CI systems take from the many dialects: counts that add up, a name, a message. */
  @Test
  void junitCountsWhatItHolds() throws Exception {
    String xml = LintFormat.JUNIT.report(false, PRODUCER, FINDINGS);
    Element root =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(xml)))
            .getDocumentElement();
    assertThat(root.getTagName()).isEqualTo("testsuites");
    Element suite = (Element) root.getElementsByTagName("testsuite").item(0);
    NodeList cases = suite.getElementsByTagName("testcase");
    NodeList failures = suite.getElementsByTagName("failure");
    assertThat(suite.getAttribute("tests")).isEqualTo("" + cases.getLength());
    assertThat(suite.getAttribute("failures")).isEqualTo("" + failures.getLength());
    assertThat(root.getAttribute("tests")).isEqualTo(suite.getAttribute("tests"));
    for (int i = 0; i < cases.getLength(); i++) {
      Element testCase = (Element) cases.item(i);
      assertThat(testCase.getAttribute("name")).isNotBlank();
      assertThat(testCase.getAttribute("classname")).isNotBlank();
    }
    for (int i = 0; i < failures.getLength(); i++) {
      assertThat(((Element) failures.item(i)).getAttribute("message")).isNotBlank();
      assertThat(((Element) failures.item(i)).getAttribute("type")).isIn("error", "warning");
    }
  }

  /** A step shows ten of a kind, a job fifty: three kinds of ten leave room for other steps. */
  @Test
  void githubGetsNoMoreAnnotationsThanItShows() {
    String commands = LintFormat.GITHUB.report(false, PRODUCER, FINDINGS);
    for (String kind : List.of("error", "warning", "notice")) {
      assertThat(commands.lines().filter(it -> it.startsWith("::" + kind + " ")))
          .hasSizeLessThanOrEqualTo(10);
    }
    assertThat(commands.lines()).hasSizeBetween(20, 30).allMatch(it -> it.startsWith("::"));
    assertThat(commands.lines().filter(it -> it.contains("more findings of this kind")))
        .hasSizeBetween(2, 3);
  }

  private static List<Node> items(Node list) {
    return ((ListNode) list).items();
  }

  private static Node json(LintFormat format, List<Finding> findings) {
    byte[] bytes = format.report(false, PRODUCER, findings).getBytes(StandardCharsets.UTF_8);
    return new JsonReader(Budget.LINT).read("report", bytes).single(Fault.RENDERING);
  }
}
