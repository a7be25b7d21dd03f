package dev.mayfly.lint.rule.ownership;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Source;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A line of a file that {@code mayfly init} wrote, with the comment that it has to be changed. */
public final class LeftToChange implements CorpusRule {
  private static final Pattern MARK = Pattern.compile("(?:^|\\s)# (CHANGE(?:: .{0,80}|$))");

  /** In other people's files the word is about something else. */
  private static final String OURS = "mayfly";

  @Override
  public void check(Corpus corpus, Findings out) {
    for (Source source : corpus.sources().values()) {
      if (source.text().contains("# CHANGE") && source.text().contains(OURS)) {
        for (int line = 1; line <= source.lines(); line++) {
          check(source, line, out);
        }
      }
    }
  }

  private static void check(Source source, int line, Findings out) {
    String text = source.line(line);
    Matcher mark = MARK.matcher(text);
    if (mark.find()) {
      int start = text.codePointCount(0, mark.start(1)) - 1;
      int end = text.codePointCount(0, mark.end(1)) + 1;
      out.about(source.name())
          .add(
              new Location(source, line, start, line, end),
              "the comment says `" + mark.group(1).strip() + "`");
    }
  }
}
