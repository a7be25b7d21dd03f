package dev.mayfly.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the program itself never calls is a promise to nobody. */
class DeadMembersTest {
  /** What tests and generated pages ask, and cannot know otherwise. */
  private static final Set<String> FOR_TESTS =
      Set.of(
          "argocd.FilePathMatch.isValid",
          "argocd.gotemplate.FunctionCatalogue.names",
          "git.RemoteAccess.withSilence",
          "yaml.TypedModels.kinds");

  @Test
  void everyMethodIsCalledByTheProgram() {
    Set<String> dead = new TreeSet<>();
    for (JavaClass owner : Program.CLASSES) {
      for (JavaMethod method : owner.getMethods()) {
        if (isOurs(owner, method)
            && !isCalled(method)
            && !isInherited(owner, method)
            && !isCalledBelow(owner, method)) {
          dead.add(owner.getName().replace("dev.mayfly.", "") + "." + method.getName());
        }
      }
    }
    assertThat(dead).as("called by no code of the program").isEqualTo(new TreeSet<>(FOR_TESTS));
  }

  /** A gate, a check, a mapping that no list holds is one that never runs. */
  @Test
  void everyClassIsUsedByAnother() throws IOException {
    Set<String> dead = new TreeSet<>();
    for (JavaClass type : Program.CLASSES) {
      boolean used =
          type.getDirectDependenciesToSelf().stream()
              .map(it -> outermost(it.getOriginClass()))
              .anyMatch(user -> !user.equals(outermost(type)));
      boolean starts =
          type.getMethods().stream().anyMatch(method -> method.getName().equals("main"));
      if (!used
          && !starts
          && outermost(type).equals(type)
          && !type.getSimpleName().equals("package-info")
          && !(type.getMethods().isEmpty() && isNamedInSources(type))) {
        dead.add(type.getName().replace("dev.mayfly.", ""));
      }
    }
    assertThat(dead).as("named by no other class").isEmpty();
  }

  /** Constants are copied into whoever names them, so of a class of constants only sources tell. */
  private static boolean isNamedInSources(JavaClass type) throws IOException {
    for (Path file : Program.sources()) {
      if (!file.endsWith(type.getSimpleName() + ".java")
          && Files.readString(file).contains(type.getSimpleName() + ".")) {
        return true;
      }
    }
    return false;
  }

  private static JavaClass outermost(JavaClass type) {
    return type.getEnclosingClass().map(DeadMembersTest::outermost).orElse(type);
  }

  private static boolean isOurs(JavaClass owner, JavaMethod method) {
    return !owner.isEnum()
        && !method.getModifiers().contains(JavaModifier.SYNTHETIC)
        && !method.getName().equals("main")
        && !Set.of("toString", "equals", "hashCode").contains(method.getName())
        && !(owner.isRecord()
            && owner.getFields().stream().anyMatch(f -> f.getName().equals(method.getName())));
  }

  private static boolean isCalled(JavaMethod method) {
    return Stream.concat(
            method.getCallsOfSelf().stream().map(call -> call.getOrigin()),
            method.getReferencesToSelf().stream().map(reference -> reference.getOrigin()))
        .anyMatch(origin -> !origin.equals(method));
  }

  /** Somebody calls it by the name that the supertype or the interface gave it. */
  private static boolean isInherited(JavaClass owner, JavaMethod method) {
    Set<JavaClass> above =
        Stream.concat(owner.getAllRawSuperclasses().stream(), owner.getAllRawInterfaces().stream())
            .collect(Collectors.toSet());
    return above.stream()
        .flatMap(type -> type.getMethods().stream())
        .anyMatch(other ->
            other.getName().equals(method.getName())
                && other.getRawParameterTypes().size() == method.getRawParameterTypes().size());
  }

  /** A class asks itself for what its interface has it say. */
  private static boolean isCalledBelow(JavaClass owner, JavaMethod method) {
    return owner.getAllSubclasses().stream()
        .flatMap(type -> type.getMethods().stream())
        .anyMatch(other -> other.getName().equals(method.getName()) && isCalled(other));
  }
}
