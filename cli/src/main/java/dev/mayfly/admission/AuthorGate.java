package dev.mayfly.admission;

import dev.mayfly.preview.UntrustedText;
import java.util.List;

/** Where authors are listed, nobody else has a preview. */
final class AuthorGate implements Gate {
  @Override
  public String name() {
    return "author";
  }

  @Override
  public Answer check(Candidate candidate) {
    List<String> authors = candidate.platform().admission().authors();
    if (authors.isEmpty()) {
      return Answer.pass("every author is let in");
    }
    String author = candidate.details().author();
    if (candidate.byHand() && author.isEmpty()) {
      return Answer.unknown("the author is not known");
    }
    return authors.contains(author)
        ? Answer.pass("the author is listed")
        : Answer.refuse("its author `" + UntrustedText.clean(author, 60) + "` is not listed");
  }
}
