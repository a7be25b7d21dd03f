package dev.mayfly.yaml;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A closed list of words: the constants of an enum in kebab case. */
public record Choice<E extends Enum<E>>(List<E> constants) {
  /** All constants of an enum: its {@code values()}. */
  public static <E extends Enum<E>> Choice<E> of(E[] constants) {
    return new Choice<>(Arrays.asList(constants));
  }

  /** The word of a constant: {@code CREATE_NAMESPACE} is {@code create-namespace}. */
  public static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public List<String> words() {
    return constants.stream().map(Choice::word).toList();
  }

  public Optional<E> of(String word) {
    return constants.stream().filter(constant -> word(constant).equals(word)).findFirst();
  }
}
