package dev.mayfly.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.mayfly.golden.GoldenFiles;
import dev.mayfly.template.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The closed lists of this package hold everything that there is. */
class CatalogueTest {
  private static final Path SOURCES = Path.of("cli", "src", "main", "java", "dev", "mayfly");
  private static final Pattern MENTION = Pattern.compile("\\bTemplateName\\.(\\w+)");

  /** Read by those tests alone that look at them: a walk runs the others too. */
  private static final class Compiled {
    static final JavaClasses CLASSES =
        new ClassFileImporter().importPackages("dev.mayfly.manifest");
  }

  @Test
  void everySchemaFileHasANameAndEveryNameAFile() {
    assertThat(Stream.of(SchemaName.values()).map(SchemaName::path))
        .containsExactlyInAnyOrderElementsOf(GoldenFiles.files(Path.of("schemas")));
  }

  @Test
  void everyTemplateHasANameAndEveryNameATemplate() {
    assertThat(TemplateName.paths()).isEqualTo(GoldenFiles.files(Path.of("templates")));
  }

  @Test
  void everyTemplateIsUsed() throws IOException {
    Set<String> used = new TreeSet<>();
    try (Stream<Path> files = Files.list(SOURCES.resolve("manifest"))) {
      files.filter(f -> !f.endsWith("TemplateName.java")).forEach(f -> used.addAll(mentions(f)));
    }
    assertThat(used)
        .contains(Stream.of(TemplateName.values()).map(Enum::name).toArray(String[]::new));
  }

  /** The bundled templates are strict YAML maps. */
  @ParameterizedTest
  @EnumSource(TemplateName.class)
  void everyTemplateIsBundledAndParses(TemplateName name) {
    Template.parse(name.path(), Templates.bundled(name.path()));
  }

  @Test
  void everyPartOfAnOverlayIsListed() {
    assertThat(names(OverlayKinds.ALL)).isEqualTo(implementations(OverlayKind.class));
  }

  @Test
  void everyPartOfThePlatformSetIsListed() {
    assertThat(names(PlatformKinds.ALL)).isEqualTo(implementations(PlatformKind.class));
  }

  private static List<String> mentions(Path file) {
    try {
      return MENTION.matcher(Files.readString(file)).results().map(it -> it.group(1)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TreeSet<String> names(List<?> parts) {
    TreeSet<String> names = new TreeSet<>();
    parts.forEach(part -> names.add(part.getClass().getSimpleName()));
    return names;
  }

  private static TreeSet<String> implementations(Class<?> kind) {
    TreeSet<String> names = new TreeSet<>();
    Compiled.CLASSES.stream()
        .filter(type -> type.isAssignableTo(kind) && !type.isInterface())
        .forEach(type -> names.add(type.getSimpleName()));
    return names;
  }
}
