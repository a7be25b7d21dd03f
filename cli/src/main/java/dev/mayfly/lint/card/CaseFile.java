package dev.mayfly.lint.card;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Problems;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.diagnostic.ProgramFile;
import dev.mayfly.diagnostic.Severity;
import dev.mayfly.diagnostic.Source;
import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.Fields;
import dev.mayfly.yaml.Syntax;
import dev.mayfly.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * All that is known about a rule besides its code. Its page, {@code explain}, the help in SARIF and
 * its tests are made from it.
 *
 * @param why what happens when it is left so
 */
public record CaseFile(RuleCard card, String why, List<RuleCase> cases) {
  private static final Pattern BASE = Pattern.compile("(?m)^# base: ([a-z0-9-]+)\n");
  private static final Syntax TEXT = Syntax.ofAnyLength("(?s).+", "a text");

  public CaseFile {
    cases = List.copyOf(cases);
  }

  /** The case file of a rule of this program. */
  public static CaseFile of(String id) {
    return read(id, path -> ProgramFile.text("rules/" + path));
  }

  /**
   * Reads a case file.
   *
   * @param files the text of a file by its path below {@code rules/}
   * @throws ProblemsException when it is none
   */
  public static CaseFile read(String id, UnaryOperator<String> files) {
    String name = id + ".yaml";
    Problems problems = new Problems();
    Source source = new Source(name, files.apply(name));
    CaseFile read;
    try (Fields fields =
        new Fields(
            new YamlReader(Budget.ADMIN).read(source).single(Fault.CONFIGURATION), problems)) {
      RuleCard card =
          new RuleCard(
              id,
              fields.text("name", TEXT),
              fields.requiredChoice("severity", Severity.values()),
              fields.text("summary", TEXT),
              fields.text("fix", TEXT),
              fields.text("fixInPlatform", TEXT, ""));
      String why = fields.text("why", TEXT);
      List<RuleCase> cases = new ArrayList<>();
      fields.maps(
          "cases",
          it -> cases.add(read(it, cases.isEmpty() ? "" : cases.getLast().given(), files)));
      read = new CaseFile(card, why, cases);
    }
    if (!problems.isEmpty()) {
      throw new ProblemsException(Fault.CONFIGURATION, problems.sorted());
    }
    return read;
  }

  private static RuleCase read(Fields fields, String before, UnaryOperator<String> files) {
    String given = fields.text("given", TEXT, before);
    String change = fields.text("change", TEXT, "");
    String whole =
        BASE.matcher(given)
            .replaceAll(
                it -> Matcher.quoteReplacement(files.apply("bases/" + it.group(1) + ".yaml")));
    return new RuleCase(
        fields.text("case", TEXT, ""),
        given,
        change,
        fields.textMap("targets", TEXT, TEXT),
        new LineChange(change).applyTo(whole),
        fields.text("finds", TEXT, ""),
        fields.text("fixed", TEXT, ""));
  }

  /** The first example in which the rule finds something. */
  public RuleCase bad() {
    return cases.stream().filter(RuleCase::isBad).findFirst().orElseThrow();
  }

  /** The first example in which it finds nothing. */
  public RuleCase good() {
    return cases.stream().filter(it -> !it.isBad()).findFirst().orElseThrow();
  }
}
