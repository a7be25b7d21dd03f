package dev.mayfly.manifest;

import dev.mayfly.template.Binding;
import dev.mayfly.template.Fact;
import dev.mayfly.template.Text;
import java.util.Collection;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Names with any number, as Argo CD's globs say it. */
final class NumberGlob {
  /** A digit first, so that {@code pr-prod} is not meant. */
  private static final Binding GLOB = fact -> "[0-9]*";

  private static final Binding REGEX =
      new Binding() {
        @Override
        public String literal(String text) {
          return Pattern.quote(text);
        }

        @Override
        public String fact(Fact fact) {
          return "[0-9].*";
        }
      };

  private NumberGlob() {}

  /** The globs of all names, and those of the words that none of the globs has already. */
  static TreeSet<String> union(Collection<Text> names, Collection<String> words) {
    TreeSet<String> globs = new TreeSet<>();
    names.forEach(name -> globs.add(name.bind(GLOB)));
    words.stream()
        .filter(word -> names.stream().noneMatch(name -> word.matches(name.bind(REGEX))))
        .forEach(globs::add);
    return globs;
  }
}
