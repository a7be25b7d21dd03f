package dev.mayfly.walk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs tests by name in a process of its own, whose folder is a copy of the project: {@code
 * package.ClassTest#method}, with {@code :word} behind it for one dynamic test or one parameter.
 * Each line that it reads is a run; classes of the project are loaded anew for it.
 */
public final class GuardRun implements Function<String, String> {
  /** Ends each answer. */
  static final char END = '\0';

  private final Set<Class<?>> prepared = new HashSet<>();

  /**
   * Answers each line.
   *
   * @param folders where what was changed lies
   */
  public static void main(String[] folders) throws IOException, ReflectiveOperationException {
    BufferedReader runs = new BufferedReader(new InputStreamReader(System.in, UTF_8));
    PrintStream out = new PrintStream(System.out, true, UTF_8);
    for (String run = runs.readLine(); run != null; run = runs.readLine()) {
      try (ChangedClasses classes = ChangedClasses.in(Stream.of(folders).map(Path::of).toList())) {
        Thread.currentThread().setContextClassLoader(classes);
        Object guards = classes.loadClass(GuardRun.class.getName()).getConstructor().newInstance();
        Method apply = Function.class.getMethod("apply", Object.class);
        out.print(apply.invoke(guards, run) + String.valueOf(END));
        out.flush();
      }
    }
  }

  /**
   * What the first test that fails says, or "".
   *
   * @param run whether it is an update run, and the tests
   */
  @Override
  public String apply(String run) {
    List<String> guards = new ArrayList<>(List.of(run.split(" ")));
    boolean update = Boolean.parseBoolean(guards.removeFirst());
    System.setProperty("mayfly.goldens.update", Boolean.toString(update));
    for (String guard : guards) {
      try {
        test(guard);
      } catch (Throwable failure) {
        Throwable why = failure;
        while (why instanceof InvocationTargetException
            || why instanceof ExceptionInInitializerError) {
          why = why.getCause();
        }
        if (!update) { // An update run writes and fails.
          return guard.replaceFirst(".*\\.(\\w+)#.*", "$1") + ": " + why.getMessage();
        }
      }
    }
    return "";
  }

  private void test(String guard) throws Throwable {
    String[] parts = guard.split("[#:]");
    Class<?> type = Class.forName(parts[0]);
    for (Method method : type.getDeclaredMethods()) {
      if (method.isAnnotationPresent(BeforeAll.class) && prepared.add(type)) {
        method.setAccessible(true);
        method.invoke(null);
      }
    }
    Constructor<?> constructor = type.getDeclaredConstructor();
    constructor.setAccessible(true);
    Object test = constructor.newInstance();
    for (Field field : type.getDeclaredFields()) {
      if (field.isAnnotationPresent(TempDir.class)) {
        field.setAccessible(true);
        field.set(test, Files.createTempDirectory("guard"));
      }
    }
    Method method =
        Arrays.stream(type.getDeclaredMethods())
            .filter(it -> it.getName().equals(parts[1]))
            .findFirst()
            .orElseThrow();
    method.setAccessible(true);
    if (method.getParameterCount() == 1) {
      method.invoke(test, parts[2]);
    } else if (method.invoke(test) instanceof Stream<?> dynamic) {
      for (Object each : dynamic.toList()) {
        if (each instanceof DynamicTest one && one.getDisplayName().equals(parts[2])) {
          one.getExecutable().execute();
        }
      }
    }
  }
}
