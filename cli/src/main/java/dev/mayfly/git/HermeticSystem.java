package dev.mayfly.git;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/**
 * All that JGit gets to know of the machine. JGit's own reader runs {@code git --version}, reads
 * the configuration of system and user, writes {@code ~/.config/jgit/config} and measures clocks by
 * writing probe files next to whatever it opens; this one does none of that.
 */
final class HermeticSystem extends SystemReader.Delegate {
  private HermeticSystem() {
    super(SystemReader.getInstance());
    setPlatformChecker();
  }

  /** JGit knows one system reader per process; the first use of this package sets it for good. */
  static void install() {
    synchronized (HermeticSystem.class) {
      if (!(SystemReader.getInstance() instanceof HermeticSystem)) {
        SystemReader.setInstance(new HermeticSystem());
      }
    }
  }

  @Override
  public String getHostname() {
    return "localhost";
  }

  @Override
  public @Nullable String getenv(String variable) {
    return null;
  }

  @Override
  public FileBasedConfig openUserConfig(@Nullable Config parent, FS fs) {
    return new FixedConfig(parent, fs);
  }

  @Override
  public FileBasedConfig openSystemConfig(@Nullable Config parent, FS fs) {
    return new FixedConfig(parent, fs);
  }

  @Override
  public FileBasedConfig openJGitConfig(@Nullable Config parent, FS fs) {
    return new FixedConfig(parent, fs);
  }

  @Override
  public @Nullable Path getXdgConfigDirectory(FS fs) {
    return null;
  }

  @Override
  public @Nullable Path getXdgCacheDirectory(FS fs) {
    return null;
  }

  /** A configuration without a file: what would be there anyway, and the little we insist on. */
  private static final class FixedConfig extends FileBasedConfig {
    FixedConfig(@Nullable Config parent, FS fs) {
      super(parent, null, fs);
      setBoolean("gc", null, "autoDetach", false);
      setInt("gc", null, "auto", 0);
      setInt("gc", null, "autoPackLimit", 0);
      setBoolean("http", null, "followRedirects", false);
      setBoolean("http", null, "sslVerify", true);
      setString("core", null, "trustFolderStat", "false");
    }

    @Override
    public void load() {
      // Nothing to load.
    }

    @Override
    public void save() {
      // Nothing is kept.
    }

    @Override
    public boolean isOutdated() {
      return false;
    }

    /** Two seconds is the coarsest clock of any file system; a known value stops the probing. */
    @Override
    public long getTimeUnit(
        String section, @Nullable String subsection, String name, long fallback, TimeUnit unit) {
      return section.equals("filesystem")
          ? unit.convert(2, TimeUnit.SECONDS)
          : super.getTimeUnit(section, subsection, name, fallback, unit);
    }
  }
}
