package dev.mayfly.adopt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.kubernetes.FieldType;
import dev.mayfly.kubernetes.FieldType.Field;
import dev.mayfly.kubernetes.FieldType.ListOf;
import dev.mayfly.kubernetes.FieldType.Struct;
import dev.mayfly.kubernetes.Kinds;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every field that a set or a project can have has one mapping that answers for it. */
class MappingsTest {
  private static final String API = "argoproj.io/v1alpha1";

  /** The frame of a document, and what Kubernetes writes itself. */
  private static final Set<String> FRAME =
      Set.of("apiVersion", "kind", "status", "operation", "generators", "template", "sources");

  @Test
  void everyFieldIsAnsweredFor() {
    TreeSet<String> open = new TreeSet<>();
    for (String path : fields()) {
      if (Mappings.nearest(path).isEmpty()) {
        open.add(path);
      }
    }
    assertThat(open).as("fields that no mapping reads").isEmpty();
  }

  @Test
  void whatIsReadIsAField() {
    Set<String> fields = fields();
    for (Mapping mapping : Mappings.ALL) {
      for (String read : mapping.reads()) {
        boolean isMetadata = read.contains("metadata");
        assertThat(isMetadata || fields.contains(read) || hasBelow(fields, read))
            .as(mapping.getClass().getSimpleName() + " reads " + read)
            .isTrue();
      }
    }
  }

  @Test
  void noFieldHasTwoMappings() {
    List<String> all = Mappings.ALL.stream().flatMap(m -> m.reads().stream()).toList();
    assertThat(all).doesNotHaveDuplicates();
  }

  @Test
  void everyMappingIsInTheList() throws Exception {
    try (Stream<Path> files = Files.list(Path.of("cli/src/main/java/dev/mayfly/adopt"))) {
      List<String> names =
          files
              .filter(file -> isMapping(file))
              .map(file -> file.getFileName().toString().replace(".java", ""))
              .toList();
      assertThat(Mappings.ALL)
          .extracting(mapping -> mapping.getClass().getSimpleName())
          .containsExactlyInAnyOrderElementsOf(names);
    }
  }

  private static boolean isMapping(Path file) {
    try {
      return Files.readString(file).contains(" implements Mapping {");
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static boolean hasBelow(Set<String> fields, String path) {
    return fields.stream().anyMatch(field -> field.startsWith(path + "."));
  }

  private static Set<String> fields() {
    TreeSet<String> fields = new TreeSet<>();
    Struct set = Kinds.find(API, "ApplicationSet").orElseThrow();
    Struct spec = struct(set, "spec");
    walk("set.spec", spec, fields);
    Struct template = struct(spec, "template");
    walk("template.spec", struct(template, "spec"), fields);
    walk("template.source", struct(struct(template, "spec"), "source"), fields);
    Struct generator = (Struct) ((ListOf) type(spec, "generators")).item();
    walk("pullRequest", struct(generator, "pullRequest"), fields);
    walk("project.spec", struct(Kinds.find(API, "AppProject").orElseThrow(), "spec"), fields);
    return fields;
  }

  private static FieldType type(Struct struct, String field) {
    Field found = struct.fields().get(field);
    assertThat(found).as(field).isNotNull();
    return found.type();
  }

  private static Struct struct(Struct struct, String field) {
    return (Struct) type(struct, field);
  }

  private static void walk(String path, FieldType type, Set<String> fields) {
    if (type instanceof Struct struct && !struct.fields().isEmpty() && !isRead(path)) {
      for (Map.Entry<String, Field> field : struct.fields().entrySet()) {
        boolean source = path.equals("template.spec") && field.getKey().equals("source");
        if (!source && !(FRAME.contains(field.getKey()) && !path.startsWith("pullRequest"))) {
          walk(path + "." + field.getKey(), field.getValue().type(), fields);
        }
      }
    } else {
      fields.add(path);
    }
  }

  private static boolean isRead(String path) {
    return Mappings.ALL.stream().anyMatch(mapping -> mapping.reads().contains(path))
        && Mappings.ALL.stream()
            .flatMap(m -> m.reads().stream())
            .noneMatch(r -> r.startsWith(path + "."));
  }
}
