package dev.mayfly.yaml;

/**
 * What a typed model looks at in a document: all of it but the words that name things, and whole
 * numbers in quotes. A model takes any such word in a field or none: a number, an amount or a time
 * begins with no small letter, and no word of an enumeration holds a digit. So it is with whole
 * numbers in quotes, and two documents of one shape are taken alike.
 */
final class TypedShape {
  private final StringBuilder shape = new StringBuilder(1024);

  private TypedShape() {}

  static String of(Node document) {
    TypedShape shape = new TypedShape();
    shape.add(document);
    return shape.shape.toString();
  }

  private void add(Node node) {
    if (node instanceof ScalarNode scalar) {
      add(scalar);
    } else if (node instanceof ListNode list) {
      shape.append('[');
      for (Node item : list.items()) {
        add(item);
      }
      shape.append(']');
    } else if (node instanceof MapNode map) {
      shape.append('{');
      for (MapNode.Entry entry : map.entries()) {
        text(entry.key().text());
        add(entry.value());
      }
      shape.append('}');
    }
  }

  private void add(ScalarNode scalar) {
    if (isName(scalar.text())) {
      shape.append('n');
    } else if (!scalar.plain() && isWhole(scalar.text())) {
      shape.append('d');
    } else {
      shape.append(scalar.plain() ? 'p' : 'q');
      text(scalar.text());
    }
  }

  /** With its length, so that no text can stand for two. */
  private void text(String text) {
    shape.append(text.length()).append(':').append(text);
  }

  /** Such as {@code pr-17-shop}: a string to every reader, quoted or not. */
  private static boolean isName(String text) {
    if (text.isEmpty() || text.charAt(0) < 'a' || text.charAt(0) > 'z') {
      return false;
    }
    boolean digit = false;
    for (int i = 1; i < text.length(); i++) {
      char c = text.charAt(i);
      digit |= c >= '0' && c <= '9';
      if ((c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-' && c != '.') {
        return false;
      }
    }
    return digit;
  }

  private static boolean isWhole(String text) {
    boolean whole = !text.isEmpty() && text.length() <= 10 && text.charAt(0) != '0';
    for (int i = 0; whole && i < text.length(); i++) {
      whole = text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }
    return whole;
  }
}
