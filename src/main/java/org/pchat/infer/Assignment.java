package org.pchat.infer;

import java.util.Arrays;

/**
 * Gives each row at most one column and each column at most one row, so that the weights add up to
 * the most (Hungarian method, Kuhn and Munkres).
 */
final class Assignment {
  private final double[][] weights;
  private final int size;
  private final double[] ofRow;
  private final double[] ofColumn;
  private final int[] rowAt;

  private Assignment(double[][] weights, int columns) {
    this.weights = weights;
    this.size = Math.max(weights.length, columns);
    this.ofRow = new double[size + 1];
    this.ofColumn = new double[size + 1];
    this.rowAt = new int[size + 1];
  }

  /**
   * Solves.
   *
   * @param weights by row and column; 0 or less for pairs that may not be
   * @return the column of each row, -1 for none
   */
  static int[] solve(double[][] weights) {
    int columns = weights.length == 0 ? 0 : weights[0].length;
    var assignment = new Assignment(weights, columns);
    for (int row = 1; row <= assignment.size; row++) {
      assignment.augment(row);
    }
    return assignment.chosen(columns);
  }

  private int[] chosen(int columns) {
    int[] chosen = new int[weights.length];
    Arrays.fill(chosen, -1);
    for (int column = 1; column <= columns; column++) {
      int row = rowAt[column];
      if (row >= 1 && row <= chosen.length && weights[row - 1][column - 1] > 0) {
        chosen[row - 1] = column - 1;
      }
    }
    return chosen;
  }

  /** Finds a place for one more row along the cheapest chain of moves. */
  private void augment(int first) {
    double[] least = new double[size + 1];
    int[] from = new int[size + 1];
    boolean[] used = new boolean[size + 1];
    Arrays.fill(least, Double.POSITIVE_INFINITY);
    rowAt[0] = first;
    int column = 0;
    do {
      used[column] = true;
      column = next(column, least, from, used);
    } while (rowAt[column] != 0);
    while (column != 0) {
      rowAt[column] = rowAt[from[column]];
      column = from[column];
    }
  }

  private int next(int column, double[] least, int[] from, boolean[] used) {
    int row = rowAt[column];
    int next = 0;
    double step = Double.POSITIVE_INFINITY;
    for (int j = 1; j <= size; j++) {
      if (!used[j]) {
        double cost = -weight(row, j) - ofRow[row] - ofColumn[j];
        if (cost < least[j]) {
          least[j] = cost;
          from[j] = column;
        }
        if (least[j] < step) {
          step = least[j];
          next = j;
        }
      }
    }
    for (int j = 0; j <= size; j++) {
      if (used[j]) {
        ofRow[rowAt[j]] += step;
        ofColumn[j] -= step;
      } else {
        least[j] -= step;
      }
    }
    return next;
  }

  private double weight(int row, int column) {
    return row > weights.length || column > weights[0].length
        ? 0
        : Math.max(0, weights[row - 1][column - 1]);
  }

  /** Returns what the chosen pairs weigh together. */
  static double total(double[][] weights, int[] chosen) {
    double total = 0;
    for (int row = 0; row < chosen.length; row++) {
      total += chosen[row] < 0 ? 0 : weights[row][chosen[row]];
    }
    return total;
  }
}
