package dev.mayfly.walk;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs tests by name in a process of its own, whose folder is a copy of the project: {@code
 * package.ClassTest#method}, with {@code :word} behind it for one dynamic test or one parameter.
 */
public final class GuardRun {
  private GuardRun() {}

  /** Prints what the first test that fails says. */
  public static void main(String[] guards) throws Throwable {
    for (String guard : guards) {
      try {
        run(guard);
      } catch (Throwable failure) {
        Throwable why = failure;
        while (why instanceof InvocationTargetException
            || why instanceof ExceptionInInitializerError) {
          why = why.getCause();
        }
        if (Boolean.getBoolean("mayfly.goldens.update")) {
          continue; // An update run writes and fails.
        }
        System.out.println(guard.replaceFirst(".*\\.(\\w+)#.*", "$1") + ": " + why.getMessage());
        System.out.flush();
        Runtime.getRuntime().halt(0);
      }
    }
  }

  private static final Set<Class<?>> PREPARED = new HashSet<>();

  private static void run(String guard) throws Throwable {
    String[] parts = guard.split("[#:]");
    Class<?> type = Class.forName(parts[0]);
    for (Method method : type.getDeclaredMethods()) {
      if (method.isAnnotationPresent(BeforeAll.class) && PREPARED.add(type)) {
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
