package org.pchat.infer;

/** Counts keys that come again, in bounded memory: all of them, or of very many a fair sample. */
public final class KeySample {
  private final ValueSet keys = new ValueSet(ValueSet.CAPACITY);
  private long repeated;

  /** Adds a key of two parts. */
  public void add(long group, long number) {
    long hash = ValueSet.mix(ValueSet.mix(group) + number);
    if (!keys.add(hash) && keys.keeps(hash)) {
      repeated++;
    }
  }

  /** Returns how many keys were there before; of a sample, those in the sample. */
  public long repeated() {
    return repeated;
  }
}
