package dev.mayfly.report;

import dev.mayfly.diagnostic.Severity;

/** The few terminal colours that reports use. */
enum TerminalColours {
  RED("31;1"),
  GREEN("32"),
  YELLOW("33;1"),
  BLUE("34;1"),
  BOLD("1"),
  DIM("2");

  private final String code;

  TerminalColours(String code) {
    this.code = code;
  }

  static TerminalColours of(Severity severity) {
    return switch (severity) {
      case ERROR -> RED;
      case WARNING -> YELLOW;
      case NOTE -> BLUE;
    };
  }

  String on(String text, boolean colour) {
    return colour ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
