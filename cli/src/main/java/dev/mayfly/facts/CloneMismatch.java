package dev.mayfly.facts;

/** What can be wrong between a clone and what it is made of. */
public enum CloneMismatch {
  SIZE,
  MAJOR,
  LAYOUT,
  AGE,
  COMPLETENESS,
  LONGHORN,
  DRIVER
}
