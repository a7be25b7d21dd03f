package dev.mayfly.report;

import dev.mayfly.event.Markdown;
import dev.mayfly.lint.card.CaseFile;
import dev.mayfly.lint.card.RuleCard;
import dev.mayfly.lint.card.RuleCase;
import java.util.List;

/** The page of a rule in Markdown: what {@code explain} prints and {@code docs/rules/} holds. */
public final class RulePage {
  private RulePage() {}

  public static String of(CaseFile file) {
    RuleCard card = file.card();
    RuleCase bad = file.bad();
    return """
    # %s %s

    %s, %s.

    %s
    **How to mend it:** %s.
    %s
    Found here:

    %s
    %s
    %sNot here:

    %s
    %sIn place: `# mayfly: ignore %s` and the reason.
    """
        .formatted(
            card.id(),
            card.name(),
            Markdown.prose(AdoptionReport.capital(card.summary())),
            card.severity().word(),
            Markdown.prose(file.why()),
            Markdown.line(AdoptionReport.capital(card.fix())),
            card.fixInPlatform().isEmpty() || card.fixInPlatform().equals(card.fix())
                ? ""
                : "\n**Where Mayfly writes the file:** "
                    + Markdown.line(card.fixInPlatform())
                    + ".\n",
            Markdown.block("yaml", bad.text()),
            Markdown.block("text", bad.finds()),
            bad.fixed().isEmpty()
                ? ""
                : "`--fix` writes:\n\n" + Markdown.block("diff", bad.fixed()) + "\n",
            Markdown.block("yaml", file.good().text()),
            others(file, "Also found", true) + others(file, "Not found", false),
            card.id());
  }

  /** The cases that have a name of their own; the first two are shown. */
  private static String others(CaseFile file, String head, boolean bad) {
    List<String> titles =
        file.cases().stream()
            .filter(it -> it.isBad() == bad && !it.title().isEmpty())
            .map(it -> Markdown.line(it.title()))
            .toList();
    return titles.isEmpty() ? "" : head + ":\n\n- " + String.join("\n- ", titles) + "\n\n";
  }
}
