package org.moderato.facts;

/**
 * What became of an author's latest comments on a site; how many are looked at is the store's to
 * say.
 *
 * @param approved how many stand approved, by a person or by rule
 * @param rejected how many stand rejected
 * @param held how many wait for a person
 */
public record AuthorRecord(int approved, int rejected, int held) {
  /** An author who was never seen before. */
  public static final AuthorRecord NEWCOMER = new AuthorRecord(0, 0, 0);

  public AuthorRecord {
    if (approved < 0 || rejected < 0 || held < 0) {
      throw new IllegalArgumentException("counts must be at least 0");
    }
  }
}
