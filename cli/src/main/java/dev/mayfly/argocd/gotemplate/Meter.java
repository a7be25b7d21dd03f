package dev.mayfly.argocd.gotemplate;

import java.util.List;
import java.util.SortedMap;

/** What one execution may cost; a template that needs more is not decided. */
final class Meter {
  static final int LARGEST_TEXT = 1 << 20;
  static final int LONGEST_LIST = 100_000;
  private static final int MOST_STEPS = 200_000;
  private static final int ITEMS_OF_A_STEP = 8;
  private static final int CHARACTERS_OF_A_STEP = 1_024;
  private int steps;

  int steps() {
    return steps;
  }

  void step() throws TemplateStop {
    steps(1);
  }

  /** Counts what a function goes through of its arguments. */
  void arguments(List<GoValue> values) throws TemplateStop {
    long sizes = 0;
    for (GoValue value : values) {
      sizes +=
          switch (value) {
            case GoValue.Text(String text) -> text.length() / CHARACTERS_OF_A_STEP;
            case GoValue.Items(List<GoValue> items, String ignored) ->
                items.size() / ITEMS_OF_A_STEP;
            case GoValue.Entries(SortedMap<String, GoValue> entries, boolean ignored) ->
                entries.size() / ITEMS_OF_A_STEP;
            default -> 0;
          };
    }
    steps((int) Math.min(MOST_STEPS + 1, sizes));
  }

  private void steps(int count) throws TemplateStop {
    steps += count;
    if (steps > MOST_STEPS) {
      throw TemplateStop.unverifiable("it takes more than " + MOST_STEPS + " steps");
    }
  }

  /** Checks the length of a text before it is built. */
  static int length(long length) throws TemplateStop {
    if (length > LARGEST_TEXT) {
      throw TemplateStop.unverifiable("its text grows beyond " + LARGEST_TEXT + " characters");
    }
    return (int) length;
  }

  static int items(long count) throws TemplateStop {
    if (count > LONGEST_LIST) {
      throw TemplateStop.unverifiable("a list grows beyond " + LONGEST_LIST + " items");
    }
    return (int) count;
  }

  /** Writes a value that holds no others. */
  interface Single {
    void add(StringBuilder out, GoValue value) throws TemplateStop;
  }

  /** Prints as Go's {@code %v} does, within the budget. */
  static String print(GoValue value) throws TemplateStop {
    StringBuilder out = new StringBuilder();
    print(out, value, Meter::single);
    return out.toString();
  }

  /** Lists and maps as Go's {@code fmt} prints them, whatever it makes of what they hold. */
  static void print(StringBuilder out, GoValue value, Single single) throws TemplateStop {
    length(out.length());
    switch (value) {
      case GoValue.Items(List<GoValue> items, String ignored) -> {
        String gap = "[";
        for (GoValue item : items) {
          print(out.append(gap), item, single);
          gap = " ";
        }
        out.append(items.isEmpty() ? "[]" : "]");
      }
      case GoValue.Entries(SortedMap<String, GoValue> entries, boolean ignored) -> {
        String gap = "map[";
        for (var entry : entries.entrySet()) {
          single.add(out.append(gap), GoValue.of(entry.getKey()));
          print(out.append(':'), entry.getValue(), single);
          gap = " ";
        }
        out.append(entries.isEmpty() ? "map[]" : "]");
      }
      default -> single.add(out, value);
    }
    length(out.length());
  }

  private static void single(StringBuilder out, GoValue value) throws TemplateStop {
    switch (value) {
      case GoValue.Text(String text) -> out.append(text);
      case GoObject object -> out.append(object.text());
      case GoValue.Bool(boolean truth) -> out.append(truth);
      case GoValue.Whole(long number, boolean ignored) -> out.append(number);
      case GoValue.Fraction(double number) -> out.append(GoNumbers.shortest(number));
      default -> out.append("<nil>");
    }
  }
}
