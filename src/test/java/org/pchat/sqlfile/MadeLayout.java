package org.pchat.sqlfile;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the columns of a table stand in its rows: the fixed ones in their order, bits eight to a
 * byte, then the variable ones.
 *
 * @param columns the columns
 * @param offsets where each stands; negative for a variable one, counted from -1
 * @param bits the bit of each in its byte
 * @param fixedEnd the byte behind the fixed ones
 * @param variables how many are variable
 */
record MadeLayout(
    List<MadeColumn> columns,
    List<Integer> offsets,
    List<Integer> bits,
    int fixedEnd,
    int variables) {
  static MadeLayout of(List<MadeColumn> columns) {
    List<Integer> offsets = new ArrayList<>();
    List<Integer> bits = new ArrayList<>();
    int at = 4;
    int variables = 0;
    int bitByte = 0;
    int nextBit = 8;
    for (MadeColumn column : columns) {
      int bit = 0;
      if (column.isVariable()) {
        offsets.add(- ++variables);
      } else if (column.type() == MadeColumn.BIT) {
        if (nextBit == 8) {
          bitByte = at++;
          nextBit = 0;
        }
        bit = nextBit++;
        offsets.add(bitByte);
      } else {
        offsets.add(at);
        at += column.length();
      }
      bits.add(bit);
    }
    return new MadeLayout(List.copyOf(columns), offsets, bits, at, variables);
  }
}
