package dev.mayfly.kubernetes;

import dev.mayfly.kubernetes.FieldType.Field;
import dev.mayfly.kubernetes.FieldType.ListOf;
import dev.mayfly.kubernetes.FieldType.MapOf;
import dev.mayfly.kubernetes.FieldType.Struct;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where else a kind has a field of a name: one that was written at the wrong level. */
final class FieldPlaces {
  /** What is further away is another field that happens to have the name. */
  private static final int FARTHEST = 4;

  private static final Comparator<Place> NEAREST =
      Comparator.comparingInt(Place::steps)
          .thenComparing(Place::isWritten, Comparator.reverseOrder())
          .thenComparing(Place::path);

  private final String name;
  private final String[] from;
  private final List<String> beside;
  private final List<Place> found = new ArrayList<>();

  private record Place(String path, int steps, boolean isWritten) {}

  private FieldPlaces(String name, String[] from, List<String> beside) {
    this.name = name;
    this.from = from;
    this.beside = beside;
  }

  /**
   * The nearest structure that has the field.
   *
   * @param from the path of the structure that does not have it
   * @param beside the other fields that were written there: what is below them is meant first
   */
  static Optional<String> of(FieldType kind, String name, String from, List<String> beside) {
    String path = from.replaceAll("\\[\\d+]", "");
    FieldPlaces places = new FieldPlaces(name, names(path), beside);
    places.walk(kind, "");
    return places.found.stream().min(NEAREST).map(Place::path);
  }

  private void walk(FieldType type, String path) {
    switch (type) {
      case ListOf(FieldType item) -> walk(item, path);
      case MapOf(ResourceNames keys, FieldType value) -> walk(value, path);
      case Struct(Map<String, Field> fields, var open, var required) -> {
        String[] to = names(path);
        int steps = steps(to);
        if (fields.containsKey(name) && !path.isEmpty() && steps <= FARTHEST) {
          boolean written = to.length > from.length && beside.contains(to[from.length]);
          found.add(new Place(path, steps, written));
        }
        fields.forEach(
            (each, field) -> walk(field.type(), path.isEmpty() ? each : path + "." + each));
      }
      default -> {}
    }
  }

  private static String[] names(String path) {
    return path.isEmpty() ? new String[0] : path.split("\\.");
  }

  /** How many levels up and down again lie between two structures. */
  private int steps(String[] to) {
    int same = 0;
    while (same < Math.min(to.length, from.length) && to[same].equals(from[same])) {
      same++;
    }
    return to.length + from.length - 2 * same;
  }
}
