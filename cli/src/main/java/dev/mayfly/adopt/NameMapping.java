package dev.mayfly.adopt;

import dev.mayfly.diagnostic.Location;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What apps and their Applications are called. */
final class NameMapping implements Mapping {
  @Override
  public List<String> reads() {
    return List.of("template.metadata.name");
  }

  @Override
  public void map(Adoption adoption) {
    List<String> numbered =
        adoption.apps.stream().map(a -> NameText.numbered(a.applicationName())).toList();
    Collection<String> shared = NameText.shared(numbered);
    List<String> taken = new ArrayList<>();
    for (int i = 0; i < adoption.apps.size(); i++) {
      AppDraft app = adoption.apps.get(i);
      Location at = app.at("metadata", "name");
      String name = NameText.app(numbered.get(i), shared);
      Origin origin = Origin.from(at);
      if (name.isEmpty()) {
        String repository = app.repository();
        name = NameText.fitted(repository.substring(repository.lastIndexOf('/') + 1));
        origin = new Origin.Assumed("the repository's name, since the Application's names no app");
      }
      if (name.isEmpty() || taken.contains(name)) {
        name = (name.isEmpty() ? "app" : name) + "-" + (i + 1);
        origin = new Origin.Assumed("the names of the set do not tell its apps apart");
      }
      taken.add(name);
      app.name = name;
      app.fields.put("name", name, origin);
      if (NameText.isChanged(app.applicationName())) {
        changed(adoption, at, "name " + app.applicationName(), app.applicationName());
      }
    }
    pattern(adoption, "application", numbered, adoption.apps.getFirst().at("metadata", "name"));
  }

  /** Why a name is another now. */
  static void changed(Adoption adoption, Location at, String what, String marked) {
    String why =
        Marks.has(marked, Marks.SLUG) || Marks.hasWords(marked)
            ? "anyone who opens a pull request chooses it, and two may choose the same; the number"
                + " stands in its place"
            : Marks.hasSha(marked)
                ? "with a commit in the name every push would make another; the number alone stands"
                    + " in its place"
                : "names hold the number, which tells them apart";
    adoption.changed(at, what, why);
  }

  /** Writes one of {@code naming}, where one pattern says the names of all apps. */
  static void pattern(Adoption adoption, String key, List<String> numbered, Location at) {
    List<String> patterns = new ArrayList<>();
    for (int i = 0; i < numbered.size(); i++) {
      patterns.add(NameText.pattern(numbered.get(i), adoption.apps.get(i).name));
    }
    String pattern = patterns.getFirst();
    boolean one = patterns.stream().distinct().count() == 1 && !pattern.isEmpty();
    boolean apart = numbered.size() == 1 || pattern.contains(NameText.APP);
    // An Application's name is a label's value and a release's: it begins with a letter.
    boolean begins = !key.equals("application") || !pattern.startsWith(NameText.NUMBER);
    if (one && apart && begins) {
      adoption.spec.below("naming").put(key, pattern, Origin.from(at));
      return;
    }
    adoption.changed(
        at,
        "names (" + key + ")",
        one && !apart
            ? "apps of one pull request do not share a name here; `naming."
                + key
                + "` is the default"
            : "no one pattern says them; `naming." + key + "` is the default");
  }
}
