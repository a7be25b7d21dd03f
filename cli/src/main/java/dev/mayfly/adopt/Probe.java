package dev.mayfly.adopt;

import dev.mayfly.argocd.GeneratorPullRequest;
import dev.mayfly.preview.CommitSha;
import dev.mayfly.preview.PullRequest;
import dev.mayfly.preview.PullRequestNumber;
import dev.mayfly.preview.RepositoryName;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A pull request that nobody opened, whose facts are found again in whatever a template makes of
 * them.
 */
record Probe(
    int number,
    String headSha,
    String branch,
    String targetBranch,
    String title,
    String author,
    String label) {
  /** Three that differ in everything: what explains the first must explain the others. */
  static final List<Probe> ALL =
      List.of(
          new Probe(
              1904817263,
              "b7d4e91c05a2f86e3d71c94b0a58e2f6d3c17a49",
              "zq/one",
              "zxone",
              "zyone",
              "zwone",
              "zvone"),
          new Probe(
              1830274915,
              "4c81f60ad93be7521f0a8d6ce4b7931052fd8e6a",
              "zq/two",
              "zxtwo",
              "zytwo",
              "zwtwo",
              "zvtwo"),
          new Probe(
              1766305428,
              "e05d27b8a61f4c93d8207be51a94fc60371db28e",
              "zq/six",
              "zxsix",
              "zysix",
              "zwsix",
              "zvsix"));

  private static final int SHORTEST_SHA = 6;
  private static final char[] FACTS = {
    Marks.NUMBER,
    Marks.BRANCH,
    Marks.SLUG,
    Marks.TARGET_BRANCH,
    Marks.TITLE,
    Marks.AUTHOR,
    Marks.LABEL
  };

  GeneratorPullRequest listed() {
    return GeneratorPullRequest.of(
        new PullRequest(
            new RepositoryName("mayfly/probe"),
            new PullRequestNumber(number),
            new CommitSha(headSha),
            new PullRequest.Details(
                PullRequest.State.OPEN,
                false,
                title,
                author,
                branch,
                targetBranch,
                Optional.empty(),
                Set.of(label))));
  }

  /** The text with marks in place of this pull request's facts. */
  String marked(String text) {
    StringBuilder marked = new StringBuilder();
    int i = 0;
    while (i < text.length()) {
      int length = 1;
      char mark = text.charAt(i);
      for (char known : FACTS) {
        if (text.startsWith(fact(known), i)) {
          mark = known;
          length = fact(known).length();
        }
      }
      int sha = shaAt(text, i);
      if (sha >= SHORTEST_SHA) {
        mark = sha == headSha.length() ? Marks.HEAD_SHA : Marks.shortSha(sha);
        length = sha;
      }
      marked.append(mark);
      i += length;
    }
    return marked.toString();
  }

  private int shaAt(String text, int from) {
    int length = 0;
    while (length < headSha.length()
        && from + length < text.length()
        && text.charAt(from + length) == headSha.charAt(length)) {
      length++;
    }
    return length;
  }

  /** What this pull request makes of a marked text. */
  String filled(String marked) {
    StringBuilder text = new StringBuilder();
    for (char c : marked.toCharArray()) {
      int sha = Marks.shaLength(c);
      text.append(sha > 0 ? headSha.substring(0, sha) : Marks.isMark(c) ? fact(c) : "" + c);
    }
    return text.toString();
  }

  private String fact(char mark) {
    return switch (mark) {
      case Marks.NUMBER -> "" + number;
      case Marks.BRANCH -> branch;
      case Marks.SLUG -> branch.replace('/', '-');
      case Marks.TARGET_BRANCH -> targetBranch;
      case Marks.TITLE -> title;
      case Marks.AUTHOR -> author;
      case Marks.LABEL -> label;
      default -> "";
    };
  }
}
