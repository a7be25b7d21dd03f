package dev.mayfly.report;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.lint.Finding;
import dev.mayfly.lint.Fingerprint;
import dev.mayfly.lint.Rule;
import dev.mayfly.lint.SeverityOverride;
import dev.mayfly.lint.card.CaseFile;
import dev.mayfly.lint.card.RuleCard;
import dev.mayfly.lint.rule.RuleCatalog;
import dev.mayfly.yaml.Choice;
import dev.mayfly.yaml.JsonWriter;
import dev.mayfly.yaml.Tree;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Static Analysis Results Interchange Format 2.1.0, as code-scanning services take it. */
record Sarif(Producer producer) {
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  String format(List<Finding> findings) {
    List<String> rules = findings.stream().map(Finding::rule).distinct().sorted().toList();
    List<Tree> results = new ArrayList<>();
    Fingerprint.of(findings)
        .forEach((finding, fingerprint) ->
            results.add(result(finding, rules.indexOf(finding.rule()), fingerprint)));
    Tree.Mapping driver =
        new Tree.Mapping()
            .put("name", "mayfly")
            .put("version", producer.version())
            .put("informationUri", producer.home())
            .put(
                "rules",
                rules.stream()
                    .map(id -> RuleCatalog.ofId(id).map(this::rule).orElseGet(() -> check(id)))
                    .toList());
    Tree run =
        new Tree.Mapping()
            .put("tool", new Tree.Mapping().put("driver", driver))
            .put("columnKind", "unicodeCodePoints")
            .put("results", results);
    return JsonWriter.pretty(
        new Tree.Mapping()
            .put("$schema", SCHEMA)
            .put("version", "2.1.0")
            .put("runs", List.of(run)));
  }

  private Tree rule(Rule rule) {
    RuleCard card = rule.card();
    CaseFile file = CaseFile.of(card.id());
    Tree help = new Tree.Mapping().put("text", card.fix()).put("markdown", RulePage.of(file));
    return new Tree.Mapping()
        .put("id", card.id())
        .put("name", card.name())
        .put("shortDescription", new Tree.Mapping().put("text", card.summary()))
        .put("fullDescription", new Tree.Mapping().put("text", file.why().strip()))
        .put("helpUri", producer.pageOf(card.id()))
        .put("help", help)
        .put("defaultConfiguration", new Tree.Mapping().put("level", card.severity().word()));
  }

  /** A check that is no rule, such as one of a bundle: it has nothing but its id. */
  private static Tree check(String id) {
    return new Tree.Mapping().put("id", id);
  }

  private static Tree result(Finding finding, int index, String fingerprint) {
    return new Tree.Mapping()
        .put("ruleId", finding.rule())
        .put("ruleIndex", index)
        .put("level", finding.severity().word())
        .put("message", new Tree.Mapping().put("text", FindingWords.of(finding).sentence()))
        .put(
            "locations",
            List.of(new Tree.Mapping().put("physicalLocation", place(finding.location()))))
        .put("partialFingerprints", new Tree.Mapping().put("mayfly/v1", fingerprint))
        .put("properties", properties(finding));
  }

  /** What SARIF has no word for. */
  private static Tree properties(Finding finding) {
    Tree.Mapping properties =
        new Tree.Mapping()
            .put("verdict", Choice.word(finding.verdict()))
            .put("subject", finding.subject())
            .put("hint", finding.hint())
            .put("rendered", finding.rendered());
    SeverityOverride override = finding.override();
    if (override != null) {
      properties.put("usualLevel", override.usual().word());
      properties.put("overriddenAt", override.where());
      properties.put("overrideReason", override.reason());
    }
    return properties;
  }

  /** A region must begin at line 1 or later; a file as a whole has none. */
  private static Tree place(Location location) {
    Tree artifact = new Tree.Mapping().put("uri", uri(location.file()));
    if (location.line() == 0) {
      return new Tree.Mapping().put("artifactLocation", artifact);
    }
    Tree region =
        new Tree.Mapping()
            .put("startLine", location.line())
            .put("startColumn", location.column())
            .put("endLine", location.endLine())
            .put("endColumn", location.endColumn());
    return new Tree.Mapping().put("artifactLocation", artifact).put("region", region);
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
}
