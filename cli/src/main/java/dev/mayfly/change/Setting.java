package dev.mayfly.change;

import dev.mayfly.platform.LoadedPlatform;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One value that an admin wrote, such as {@code admission.forks: acme/web}. Much of a policy is
 * about who may have a preview and how it is delivered, and shows in nothing that is rendered.
 *
 * @param path the keys to it below {@code spec}; entries of a list by their name, or their index
 */
public record Setting(String path, String value) implements Comparable<Setting> {
  /** Everything that a {@code mayfly.yaml} says, but its comments. */
  static SortedMap<Setting, Boolean> of(LoadedPlatform loaded) {
    SortedMap<Setting, Boolean> settings = new TreeMap<>();
    collect("", loaded.document(), settings);
    return settings;
  }

  private static void collect(String path, Node node, SortedMap<Setting, Boolean> into) {
    switch (node) {
      case ScalarNode scalar -> into.put(new Setting(path, scalar.text()), true);
      case MapNode map -> {
        for (MapNode.Entry entry : map.entries()) {
          String key = entry.key().text();
          boolean top = path.isEmpty() || path.equals("spec");
          collect(top ? key : path + "." + key, entry.value(), into);
        }
      }
      case ListNode list -> {
        List<String> names = names(list);
        for (int i = 0; i < list.items().size(); i++) {
          Node item = list.items().get(i);
          collect(item instanceof ScalarNode ? path : path + "[" + names.get(i) + "]", item, into);
        }
      }
    }
  }

  /** What stands for each entry: where all have names of their own those, since entries move. */
  private static List<String> names(ListNode list) {
    List<String> places = new ArrayList<>();
    Set<String> names = new LinkedHashSet<>();
    for (Node item : list.items()) {
      places.add(Integer.toString(places.size()));
      if (item.at("name") instanceof ScalarNode name) {
        names.add(name.text());
      }
    }
    return names.size() == places.size() ? List.copyOf(names) : places;
  }

  @Override
  public int compareTo(Setting other) {
    int order = path.compareTo(other.path);
    return order != 0 ? order : value.compareTo(other.value);
  }
}
