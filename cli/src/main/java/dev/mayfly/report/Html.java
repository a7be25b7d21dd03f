package dev.mayfly.report;

import dev.mayfly.diagnostic.ProgramFile;
import dev.mayfly.event.Markdown;
import dev.mayfly.preview.UntrustedText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;

/** Parts of a page in which nothing runs and nothing is styled but what the page itself brings. */
final class Html {
  private static final DateTimeFormatter MINUTES =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final int LONGEST = 400;

  /** Every browser takes as much; what is longer is not linked to. */
  private static final int LONGEST_ADDRESS = 2_000;

  private Html() {}

  /** Text of anybody, as text in an element or in an attribute with double quotes. */
  static String text(String written) {
    return text(written, LONGEST);
  }

  private static String text(String written, int longest) {
    return Markdown.html(UntrustedText.clean(written, longest)).replace("\"", "&quot;");
  }

  /** A link that leads to the web and nowhere else; what is no such address stays text. */
  static String link(String address, String content) {
    boolean web = address.startsWith("https://") || address.startsWith("http://");
    return web && address.length() <= LONGEST_ADDRESS
        ? "<a href=\"" + text(address, LONGEST_ADDRESS) + "\">" + content + "</a>"
        : content;
  }

  static String time(Instant when) {
    return "<time datetime=\"" + when + "\">" + MINUTES.format(when) + "</time>";
  }

  /** How full something is, from 0 to 1. */
  static String meter(double part) {
    return "<meter min=\"0\" max=\"1\" low=\"0.75\" high=\"0.9\" optimum=\"0\" value=\"%s\"></meter>"
        .formatted(Math.round(Math.min(1, part) * 1000) / 1000.0);
  }

  /**
   * The head of a page that asks nobody for anything: by its own policy only this style applies and
   * only this script runs (W3C, "Content Security Policy Level 3", hash sources).
   */
  static String head(String title, String style, String script) {
    return """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '%s'; script-src '%s'; base-uri 'none'; form-action 'none'">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta name="referrer" content="no-referrer">
    <title>%s</title>
    <style>%s</style>
    </head>
    """
        .formatted(hash(style), hash(script), text(title), style);
  }

  private static String hash(String inline) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(inline.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** A file of {@code resources/html/}. */
  static String resource(String name) {
    return ProgramFile.text("html/" + name);
  }
}
