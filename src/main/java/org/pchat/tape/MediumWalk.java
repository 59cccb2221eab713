package org.pchat.tape;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pchat.problem.BackupProblem;
import org.pchat.problem.Location;
import org.pchat.problem.MalformedArchiveException;
import org.pchat.problem.Problem;

/** Walks over a medium from block to block, and gathers its sets. */
final class MediumWalk {
  private static final int SQL_SERVER = 0x1200;
  private static final int LONGEST_CONFIG = 1 << 24;

  private final ByteSource file;
  private final List<BackupSet> sets = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private Stripe stripe = new Stripe("", 1, 1);
  private @Nullable SetGathering current;

  private MediumWalk(ByteSource file) {
    this.file = file;
  }

  /** Walks to the end of the file. */
  static MediumWalk over(ByteSource file) throws IOException {
    var walk = new MediumWalk(file);
    long position = walk.tape();
    try {
      while (position < file.length()) {
        position = walk.block(position);
      }
      walk.finish();
    } catch (MalformedArchiveException cut) {
      if (cut.problem().code() != BackupProblem.TRUNCATED || walk.sets.isEmpty()) {
        throw cut;
      }
      walk.cut();
    }
    if (walk.sets.isEmpty()) {
      throw file.malformed(BackupProblem.NO_SET);
    }
    return walk;
  }

  private void finish() {
    if (current != null) {
      throw file.malformed(BackupProblem.TRUNCATED, file.length(), "a backup set");
    }
  }

  private void cut() {
    problems.add(Problem.of(BackupProblem.LAST_SET_CUT, Location.of(file.name()), file.length()));
  }

  Stripe stripe() {
    return stripe;
  }

  List<BackupSet> sets() {
    return List.copyOf(sets);
  }

  List<Problem> problems() {
    return List.copyOf(problems);
  }

  private long tape() throws IOException {
    Block tape = Block.read(file, 0);
    if (!tape.is("TAPE")) {
      throw file.malformed(BackupProblem.NO_BLOCK, 0);
    }
    if (tape.u16(86) != SQL_SERVER) {
      throw file.malformed(BackupProblem.NOT_SQL_SERVER, tape.text(80));
    }
    return streams(tape);
  }

  /** Takes in a block and returns where the next begins. */
  private long block(long position) throws IOException {
    Block block = Block.read(file, position);
    if (block.is("SFMB")) {
      return position + Math.max(block.firstEvent(), 1);
    }
    if (block.is("SSET")) {
      finish();
      current = new SetGathering(block);
    }
    if (current != null) {
      current.block(block);
    }
    long next = streams(block);
    if (block.is("ESET") && current != null) {
      BackupSet set = current.set();
      if (set == null) {
        throw file.malformed(BackupProblem.NO_SET);
      }
      sets.add(set);
      current = null;
    }
    return next;
  }

  /** Takes in the streams of a block and returns where the next block begins. */
  private long streams(Block block) throws IOException {
    long at = block.position() + block.firstEvent();
    while (true) {
      Stream stream = Stream.read(file, at);
      if (stream.is("SPAD")) {
        return stream.end();
      }
      stream(block, stream);
      at = stream.next();
    }
  }

  private void stream(Block block, Stream stream) throws IOException {
    if (stream.is("RAID") && stream.length() >= 26) {
      stripe = stripe(file.read(stream.start(), 26, "the RAID stream"));
    } else if (stream.is("MQCI") && current != null && stream.length() <= LONGEST_CONFIG) {
      int length = (int) stream.length();
      current.config(SetConfig.read(file.read(stream.start(), length, "the configuration")));
    } else if (current != null) {
      current.stream(block, stream);
    }
  }

  private static Stripe stripe(ByteBuffer raid) {
    byte[] mediaSet = new byte[16];
    raid.get(0, mediaSet);
    return new Stripe(
        HexFormat.of().formatHex(mediaSet), raid.getShort(24), Math.max(1, raid.getShort(20)));
  }
}
