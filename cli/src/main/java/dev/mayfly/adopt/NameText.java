package dev.mayfly.adopt;

import dev.mayfly.platform.Syntaxes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Names of a set, made fit for a file in which names hold an app's name and the number only. */
final class NameText {
  static final String APP = "${app.name}";
  static final String NUMBER = "${pr.number}";

  /** Words that say only that it is a preview. */
  private static final Set<String> NOISE =
      Set.of(
          "pr",
          "mr",
          "pull",
          "request",
          "requests",
          "preview",
          "previews",
          "review",
          "reviews",
          "env",
          "ephemeral");

  private NameText() {}

  /** The name with the number in place of whatever else told previews apart. */
  static String numbered(String marked) {
    boolean number = Marks.has(marked, Marks.NUMBER);
    StringBuilder name = new StringBuilder();
    for (char c : marked.toCharArray()) {
      if (c == Marks.NUMBER || !Marks.isMark(c)) {
        name.append(c);
      } else if (!number) {
        name.append(Marks.NUMBER);
        number = true;
      }
    }
    String text = name.toString().replaceAll("-{2,}", "-").replaceAll("^[-.]+|[-.]+$", "");
    if (!number) {
      text = text.isEmpty() ? "" + Marks.NUMBER : text + "-" + Marks.NUMBER;
    }
    if (text.equals("" + Marks.NUMBER) && !Marks.has(marked, Marks.NUMBER)) {
      text = "pr-" + text;
    }
    return text;
  }

  /** Whether more than the number, or something else, told previews apart. */
  static boolean isChanged(String marked) {
    return !numbered(marked).equals(marked);
  }

  /** The longest run of words that says which app it is; empty where none does. */
  static String app(String numbered, Collection<String> sharedWords) {
    List<String> runs = new ArrayList<>(List.of(""));
    for (String word : numbered.split("[-.]")) {
      boolean says = !word.isEmpty() && !Marks.in(word) && !NOISE.contains(word);
      if (!says || sharedWords.contains(word)) {
        runs.add("");
      } else {
        runs.add(runs.removeLast() + "-" + word);
      }
    }
    String longest = "";
    for (String run : runs) {
      longest = run.length() > longest.length() ? run : longest;
    }
    return fitted(longest.isEmpty() ? "" : longest.substring(1));
  }

  /** The nearest name that an app can have; empty where there is none. */
  static String fitted(String text) {
    String lower = text.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    String name = lower.replaceAll("^[-0-9]+|-+$", "");
    name = name.length() > 31 ? name.substring(0, 31).replaceAll("-+$", "") : name;
    return Syntaxes.APP_NAME.matches(name) ? name : "";
  }

  /** The words that all of some names hold. */
  static Set<String> shared(List<String> names) {
    Set<String> words = new HashSet<>();
    if (names.size() > 1) {
      words.addAll(List.of(names.getFirst().split("[-.]")));
      names.forEach(name -> words.retainAll(List.of(name.split("[-.]"))));
    }
    return words;
  }

  /** The pattern of names like this one; empty where it is no name that Kubernetes takes. */
  static String pattern(String numbered, String app) {
    String words = "-" + numbered + "-";
    int at = app.isEmpty() ? -1 : words.indexOf("-" + app + "-");
    String marked =
        at < 0
            ? numbered
            : numbered.substring(0, at) + "\0" + numbered.substring(at + app.length());
    boolean fits = marked.replace('\0', 'a').replace(Marks.NUMBER, '1').matches("[a-z0-9-]+");
    return fits ? marked.replace("\0", APP).replace("" + Marks.NUMBER, NUMBER) : "";
  }
}
