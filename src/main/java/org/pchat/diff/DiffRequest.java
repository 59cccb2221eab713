package org.pchat.diff;

import java.util.Set;
import org.pchat.model.Field;
import org.pchat.model.Kind;
import org.pchat.model.Watch;
import org.pchat.spill.SortSpace;

/**
 * How two snapshots are to be compared.
 *
 * @param match how records are matched
 * @param kinds the kinds of records that are compared
 * @param ignored fields whose differences do not count
 * @param selection the part that is compared
 * @param thorough whether parts are read although their fingerprints say that they are equal
 * @param strict whether records of the same content but other bytes are told
 * @param details whether each difference is kept for {@link Diff#details}
 * @param watch stops the job
 * @param space what each sort may take
 */
public record DiffRequest(
    Match match,
    Set<Kind<?>> kinds,
    Set<Field<?>> ignored,
    DiffSelection selection,
    boolean thorough,
    boolean strict,
    boolean details,
    Watch watch,
    SortSpace space) {
  /** Copies the sets. */
  public DiffRequest {
    kinds = Set.copyOf(kinds);
    ignored = Set.copyOf(ignored);
  }

  /** Returns the comparison of everything, with details. */
  public static DiffRequest everything() {
    return new DiffRequest(
        Match.AUTO,
        Set.copyOf(Kind.ALL),
        Set.of(),
        DiffSelection.ALL,
        false,
        false,
        true,
        Watch.NONE,
        SortSpace.defaults());
  }

  /** Returns the same with another way to match. */
  public DiffRequest with(Match newMatch) {
    return new DiffRequest(
        newMatch, kinds, ignored, selection, thorough, strict, details, watch, space);
  }

  /** Returns the same for another part. */
  public DiffRequest with(DiffSelection newSelection) {
    return new DiffRequest(
        match, kinds, ignored, newSelection, thorough, strict, details, watch, space);
  }

  /** Returns the same for other kinds of records. */
  public DiffRequest withKinds(Set<Kind<?>> newKinds) {
    return new DiffRequest(
        match, newKinds, ignored, selection, thorough, strict, details, watch, space);
  }

  /** Returns the same with other fields that do not count. */
  public DiffRequest ignoring(Set<Field<?>> fields) {
    return new DiffRequest(
        match, kinds, fields, selection, thorough, strict, details, watch, space);
  }

  /** Returns the same, reading everything or only what fingerprints do not call equal. */
  public DiffRequest thorough(boolean newThorough) {
    return new DiffRequest(
        match, kinds, ignored, selection, newThorough, strict, details, watch, space);
  }

  /** Returns the same, telling or not telling differences of spelling. */
  public DiffRequest strict(boolean newStrict) {
    return new DiffRequest(
        match, kinds, ignored, selection, thorough, newStrict, details, watch, space);
  }

  /** Returns the same with or without details. */
  public DiffRequest details(boolean newDetails) {
    return new DiffRequest(
        match, kinds, ignored, selection, thorough, strict, newDetails, watch, space);
  }

  /** Returns the same with another watch. */
  public DiffRequest with(Watch newWatch) {
    return new DiffRequest(
        match, kinds, ignored, selection, thorough, strict, details, newWatch, space);
  }
}
