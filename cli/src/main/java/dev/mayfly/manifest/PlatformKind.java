package dev.mayfly.manifest;

import java.util.List;

/** One part of the platform set: which files it brings, if any. */
interface PlatformKind {
  List<PlatformFile> files(PlatformContext context);
}
