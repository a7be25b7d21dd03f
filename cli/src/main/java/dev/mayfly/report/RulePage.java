package dev.mayfly.report;

import dev.mayfly.lint.Rule;
import dev.mayfly.lint.card.CaseFile;
import dev.mayfly.lint.card.RuleCard;
import java.util.List;

/** The page of a rule in Markdown: what {@code explain} prints and {@code docs/rules/} holds. */
public final class RulePage {
  private RulePage() {}

  public static String of(CaseFile file) {
    RuleCard card = file.card();
    return """
    # %s %s

    %s, %s.

    %s
    **How to mend it:** %s.

    Found here:

    ```yaml
    %s```

    Not here:

    ```yaml
    %s```

    In place: `# mayfly: ignore %s` and the reason.
    """
        .formatted(
            card.id(),
            card.name(),
            capital(card.summary()),
            card.severity().word(),
            file.why(),
            capital(card.fix()),
            file.bad().text(),
            file.good().text(),
            card.id());
  }

  /** The list of all pages. */
  public static String index(List<Rule> rules) {
    StringBuilder page =
        new StringBuilder(
            "# Rules\n\n| id | severity | name | what is wrong |\n|---|---|---|---|\n");
    for (Rule rule : rules) {
      RuleCard card = rule.card();
      page.append(
          "| [%s](%s.md) | %s | %s | %s |\n"
              .formatted(
                  card.id(),
                  card.id(),
                  card.severity().word(),
                  card.name(),
                  card.summary().replace("|", "\\|").replace("<", "&lt;")));
    }
    return page.toString();
  }

  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
  }
}
