package dev.mayfly;

import dev.mayfly.command.CommandCatalog;
import dev.mayfly.command.ManPage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Writes the pages of the manual. Only the build of the image starts it: {@code Manual FOLDER}. */
final class Manual {
  private Manual() {}

  public static void main(String[] args) throws IOException {
    Path folder = Files.createDirectories(Path.of(args[0]));
    for (Map.Entry<String, String> page : ManPage.all(CommandCatalog.all()).entrySet()) {
      Files.writeString(folder.resolve(page.getKey()), page.getValue(), StandardCharsets.UTF_8);
    }
  }
}
