package dev.mayfly.lint.rule.database;

import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A clone runs another PostgreSQL than its source. */
public final class OtherMajor implements CloneRule {
  private static final Pattern MAJOR = Pattern.compile(":([0-9]{1,2})(?:[.-][^@:/]*)?(?:@|$)");

  @Override
  public void check(Corpus corpus, Clone pair, Findings out) {
    Resource clone = pair.cluster();
    Resource source = pair.source();
    Node image = clone.at("spec", "imageName");
    Optional<String> has = major(NodeValues.text(image));
    Optional<String> needs = major(source.textOrEmpty("spec", "imageName"));
    if (image != null && has.isPresent() && needs.isPresent() && !has.equals(needs)) {
      out.add(
          image,
          "`%s` runs PostgreSQL %s, `%s` %s"
              .formatted(clone.name(), has.get(), source.name(), needs.get()));
    }
  }

  private static Optional<String> major(String image) {
    Matcher matcher = MAJOR.matcher(image);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
