package dev.mayfly.report;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Finding;
import dev.mayfly.lint.Fingerprint;
import dev.mayfly.lint.Rule;
import dev.mayfly.lint.SeverityOverride;
import dev.mayfly.lint.card.CaseFile;
import dev.mayfly.lint.card.RuleCard;
import dev.mayfly.lint.rule.RuleCatalog;
import dev.mayfly.yaml.JsonWriter;
import dev.mayfly.yaml.Tree;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Static Analysis Results Interchange Format 2.1.0, as code-scanning services take it. */
final class Sarif implements LintReport {
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  private final Producer producer;

  Sarif(Producer producer) {
    this.producer = producer;
  }

  @Override
  public String format(List<Finding> findings) {
    List<String> rules = findings.stream().map(Finding::rule).distinct().sorted().toList();
    List<Tree> results = new ArrayList<>();
    Fingerprint.of(findings)
        .forEach(
            (finding, fingerprint) ->
                results.add(result(finding, rules.indexOf(finding.rule()), fingerprint)));
    Map<String, Tree> driver = new LinkedHashMap<>();
    driver.put("name", text("mayfly"));
    driver.put("version", text(producer.version()));
    producer.home().ifPresent(home -> driver.put("informationUri", text(home)));
    driver.put(
        "rules",
        new Tree.Sequence(
            rules.stream()
                .map(id -> RuleCatalog.ofId(id).map(this::rule).orElseGet(() -> check(id)))
                .toList()));
    Tree run =
        object(
            "tool", object("driver", new Tree.Mapping(driver)),
            "columnKind", text("unicodeCodePoints"),
            "results", new Tree.Sequence(results));
    return JsonWriter.pretty(
        object(
            "$schema", text(SCHEMA),
            "version", text("2.1.0"),
            "runs", new Tree.Sequence(List.of(run))));
  }

  private Tree rule(Rule rule) {
    RuleCard card = rule.card();
    CaseFile file = CaseFile.of(card.id());
    Map<String, Tree> fields = new LinkedHashMap<>();
    fields.put("id", text(card.id()));
    fields.put("name", text(card.name()));
    fields.put("shortDescription", object("text", text(card.summary())));
    fields.put("fullDescription", object("text", text(file.why().strip())));
    producer.pageOf(card.id()).ifPresent(page -> fields.put("helpUri", text(page)));
    fields.put("help", object("text", text(card.fix()), "markdown", text(RulePage.of(file))));
    fields.put("defaultConfiguration", object("level", text(level(card.severity()))));
    return new Tree.Mapping(fields);
  }

  /** A check that is no rule, such as one of a bundle: it has nothing but its id. */
  private static Tree check(String id) {
    return object("id", text(id));
  }

  private static Tree result(Finding finding, int index, String fingerprint) {
    return object(
        "ruleId", text(finding.rule()),
        "ruleIndex", new Tree.Number(index),
        "level", text(level(finding.severity())),
        "message", object("text", text(FindingWords.of(finding).sentence())),
        "locations",
            new Tree.Sequence(List.of(object("physicalLocation", place(finding.location())))),
        "partialFingerprints", object("mayfly/v1", text(fingerprint)),
        "properties", properties(finding));
  }

  /** What SARIF has no word for. */
  private static Tree properties(Finding finding) {
    Map<String, Tree> properties = new LinkedHashMap<>();
    properties.put("verdict", text(finding.verdict().name().toLowerCase(Locale.ROOT)));
    properties.put("subject", text(finding.subject()));
    properties.put("hint", text(finding.hint()));
    properties.put("rendered", new Tree.Bool(finding.rendered()));
    SeverityOverride override = finding.override();
    if (override != null) {
      properties.put("usualLevel", text(level(override.usual())));
      properties.put("overriddenAt", text(override.where()));
      properties.put("overrideReason", text(override.reason()));
    }
    return new Tree.Mapping(properties);
  }

  /** A region must begin at line 1 or later; a file as a whole has none. */
  private static Tree place(Location location) {
    Tree artifact = object("uri", text(uri(location.file())));
    if (location.line() == 0) {
      return object("artifactLocation", artifact);
    }
    Tree region =
        object(
            "startLine", new Tree.Number(location.line()),
            "startColumn", new Tree.Number(location.column()),
            "endLine", new Tree.Number(location.endLine()),
            "endColumn", new Tree.Number(location.endColumn()));
    return object("artifactLocation", artifact, "region", region);
  }

  private static String level(Severity severity) {
    return severity.word();
  }

  /** The path as a relative reference (RFC 3986): everything unusual is percent-encoded. */
  static String uri(String path) {
    StringBuilder uri = new StringBuilder(path.length());
    for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || "/-._~".indexOf(c) >= 0);
      uri.append(plain ? String.valueOf(c) : "%" + HexFormat.of().withUpperCase().toHexDigits(b));
    }
    return uri.toString();
  }

  private static Tree text(String value) {
    return new Tree.Text(value);
  }

  private static Tree object(Object... entries) {
    Map<String, Tree> object = new LinkedHashMap<>();
    for (int i = 0; i < entries.length; i += 2) {
      object.put((String) entries[i], (Tree) entries[i + 1]);
    }
    return new Tree.Mapping(object);
  }
}
