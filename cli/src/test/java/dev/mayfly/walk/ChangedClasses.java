package dev.mayfly.walk;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The project's classes and files once more, those that were changed before all others. The
 * libraries are loaded once for all.
 */
final class ChangedClasses extends URLClassLoader {
  private static final String OURS = "dev.mayfly.";

  private ChangedClasses(URL[] folders) {
    super(folders, ChangedClasses.class.getClassLoader());
  }

  /** Behind these folders, those of this process's class path. */
  static ChangedClasses in(List<Path> changed) throws MalformedURLException {
    List<URL> folders = new ArrayList<>();
    for (Path folder :
        Stream.concat(
                changed.stream(),
                Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                    .map(Path::of)
                    .filter(Files::isDirectory))
            .toList()) {
      folders.add(folder.toUri().toURL());
    }
    return new ChangedClasses(folders.toArray(URL[]::new));
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.startsWith(OURS)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? findClass(name) : loaded;
    }
  }

  @Override
  public @Nullable URL getResource(String name) {
    URL ours = findResource(name);
    return ours == null ? super.getResource(name) : ours;
  }

  @Override
  public Enumeration<URL> getResources(String name) throws IOException {
    Enumeration<URL> ours = findResources(name);
    return ours.hasMoreElements() ? ours : super.getResources(name);
  }
}
