package dev.mayfly.admission;

import dev.mayfly.platform.Authors;
import dev.mayfly.preview.UntrustedText;
import java.util.List;
import java.util.Optional;

/** Where authors are named, nobody else has a preview; who is excluded never has one. */
final class AuthorGate implements Gate {
  @Override
  public Answer check(Candidate candidate) {
    Authors authors = candidate.platform().admission().authors();
    if (authors.isOpen() && authors.none().isEmpty()) {
      return Answer.pass("every author is let in");
    }
    String author = candidate.details().author();
    if (author.isEmpty()) {
      return candidate.byHand()
          ? Answer.unknown("the author is not known")
          : Answer.refuse("its author is not known");
    }
    String shown = "its author `" + UntrustedText.clean(author, 60) + "`";
    if (authors.excludes(author)) {
      return Answer.refuse(shown + " is excluded");
    }
    if (authors.isOpen()) {
      return Answer.pass("the author is not excluded");
    }
    if (authors.names(author)) {
      return Answer.pass("the author is listed");
    }
    return byGroup(authors.groups(), candidate, shown);
  }

  private static Answer byGroup(List<String> groups, Candidate candidate, String shown) {
    if (groups.isEmpty()) {
      return Answer.refuse(shown + " is not listed");
    }
    if (candidate.membership().isEmpty()) {
      return Answer.unknown(Membership.notAsked(groups));
    }
    Optional<String> group = candidate.membership().get().groupOfAuthor(groups);
    return group.isPresent()
        ? Answer.pass("the author is in `" + group.get() + "`")
        : Answer.refuse(shown + " is not listed, and in " + Membership.noneOf(groups));
  }
}
