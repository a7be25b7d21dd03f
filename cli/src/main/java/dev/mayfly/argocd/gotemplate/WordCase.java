package dev.mayfly.argocd.gotemplate;

import java.util.ArrayList;
import java.util.List;

/** Words of an identifier, and how they are joined (huandu/xstrings v1.5.0, {@code convert.go}). */
final class WordCase {
  private enum Type {
    NUMBER,
    UPPER,
    LETTERS,
    CONNECTOR,
    PUNCTUATION,
    OTHER,
    NONE
  }

  private record Word(Type type, String text) {
    private static final Word NONE = new Word(Type.NONE, "");

    boolean goesOn() {
      return type == Type.LETTERS || type == Type.NUMBER;
    }

    boolean separates() {
      return type == Type.CONNECTOR || type == Type.PUNCTUATION;
    }
  }

  private final List<Word> words = new ArrayList<>();
  private final StringBuilder out = new StringBuilder();
  private final char connector;
  private int at;

  private WordCase(char connector) {
    this.connector = connector;
  }

  static boolean isConnector(int c) {
    return c == '-' || c == '_' || CaseFunctions.isSpace(c);
  }

  /** {@code SomeWords2go} in lower case, with one character between words. */
  static String joined(String text, char connector) {
    WordCase words = new WordCase(connector);
    words.split(text.codePoints().toArray());
    words.write();
    return words.out.toString();
  }

  private void split(int[] letters) {
    int start = 0;
    while (start < letters.length) {
      Type type = type(letters[start]);
      int end = start + 1;
      if (type == Type.UPPER && end < letters.length && Character.isUpperCase(letters[end])) {
        while (end < letters.length && Character.isUpperCase(letters[end])) {
          end++;
        }
        // The last capital begins the next word.
        end -= end < letters.length && type(letters[end]) == Type.LETTERS ? 1 : 0;
      } else {
        Type goesOn = type == Type.UPPER ? Type.LETTERS : type;
        while (end < letters.length && type(letters[end]) == goesOn) {
          end++;
        }
      }
      words.add(new Word(type, new String(letters, start, end - start)));
      start = end;
    }
  }

  private static Type type(int c) {
    if (isConnector(c)) {
      return Type.CONNECTOR;
    }
    return switch (Character.getType(c)) {
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION ->
          Type.PUNCTUATION;
      case Character.UPPERCASE_LETTER -> Type.UPPER;
      case Character.LOWERCASE_LETTER,
          Character.TITLECASE_LETTER,
          Character.OTHER_LETTER,
          Character.MODIFIER_LETTER ->
          Type.LETTERS;
      case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER ->
          Type.NUMBER;
      default -> Type.OTHER;
    };
  }

  private Word next() {
    return at < words.size() ? words.get(at++) : Word.NONE;
  }

  private void write() {
    Word word = next();
    while (at < words.size()) {
      if (word.type() != Type.CONNECTOR) {
        lower(word);
      }
      Word last = word;
      word = next();
      switch (last.type()) {
        case NUMBER -> word = number(word);
        case CONNECTOR -> lower(last);
        case PUNCTUATION -> {}
        default -> word = letters(word);
      }
    }
    lower(word);
  }

  /** A number takes what follows it along. */
  private Word number(Word first) {
    Word word = first;
    while (word.goesOn()) {
      lower(word);
      word = next();
    }
    if (word.type() != Type.NONE && !word.separates()) {
      out.append(connector);
    }
    return word;
  }

  private Word letters(Word word) {
    if (word.type() != Type.NUMBER) {
      if (!word.separates()) {
        out.append(connector);
      }
      return word;
    }
    if (at == words.size()) {
      return word;
    }
    Word after = next();
    if (after.type() != Type.LETTERS) {
      lower(word);
      if (!after.separates()) {
        out.append(connector);
      }
      return after;
    }
    out.append(connector);
    lower(word);
    return number(after);
  }

  private void lower(Word word) {
    if (word.type() != Type.UPPER && word.type() != Type.CONNECTOR) {
      out.append(word.text());
      return;
    }
    for (int c : word.text().codePoints().toArray()) {
      out.appendCodePoint(isConnector(c) ? connector : Character.toLowerCase(c));
    }
  }
}
