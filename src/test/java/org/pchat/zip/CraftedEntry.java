package org.pchat.zip;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a {@link CraftedZip}: true when made, and every statement of it may be made false.
 */
public final class CraftedEntry {
  public byte[] name;
  public byte[] localName;
  public byte[] data;
  public int flags;
  public int localFlags;
  public int method;
  public int localMethod;
  public int madeBy = 20;
  public int date = 0x21;
  public long crc;
  public long localCrc;
  public long compressedSize;
  public long localCompressedSize;
  public long size;
  public long localSize;
  public byte[] extra = {};
  public byte[] localExtra = {};
  public byte[] comment = {};
  public int disk;
  public int external;
  public byte[] behind = {};
  public boolean hasLocal = true;
  public @Nullable Long offset;

  private CraftedEntry(String name, byte[] content, byte[] data, int method) {
    this.name = name.getBytes(StandardCharsets.UTF_8);
    this.localName = this.name;
    this.data = data;
    this.method = method;
    this.localMethod = method;
    var checksum = new CRC32();
    checksum.update(content);
    this.crc = checksum.getValue();
    this.localCrc = crc;
    this.size = content.length;
    this.localSize = size;
    this.compressedSize = data.length;
    this.localCompressedSize = compressedSize;
    flags(1 << 11);
  }

  public static CraftedEntry stored(String name, String content) {
    return stored(name, content.getBytes(StandardCharsets.UTF_8));
  }

  public static CraftedEntry stored(String name, byte[] content) {
    return new CraftedEntry(name, content, content, 0);
  }

  public static CraftedEntry deflated(String name, String content) {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    return new CraftedEntry(name, bytes, deflate(bytes), 8);
  }

  private static byte[] deflate(byte[] bytes) {
    var packed = new ByteArrayOutputStream();
    try (var out = new DeflaterOutputStream(packed, new Deflater(9, true))) {
      out.write(bytes);
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
    return packed.toByteArray();
  }

  public CraftedEntry flags(int bits) {
    flags = bits;
    localFlags = bits;
    return this;
  }

  public CraftedEntry method(int number) {
    method = number;
    localMethod = number;
    return this;
  }

  /** Puts other data in the place of the true one, and says so in both headers. */
  public CraftedEntry data(byte[] other) {
    data = other;
    compressedSize = other.length;
    localCompressedSize = other.length;
    return this;
  }

  /** Claims another size of the content in both headers. */
  public CraftedEntry size(long claimed) {
    size = claimed;
    localSize = claimed;
    return this;
  }

  public CraftedEntry rawName(byte[] bytes) {
    name = bytes;
    localName = bytes;
    return flags(0);
  }

  /** Moves CRC and sizes behind the data. */
  public CraftedEntry withDescriptor(boolean signed, boolean wide) {
    flags(flags | 8);
    localCrc = 0;
    localSize = 0;
    localCompressedSize = 0;
    var bytes = new LittleEndian();
    if (signed) {
      bytes.u32(0x08074b50);
    }
    bytes.u32(crc);
    behind =
        wide ? bytes.u64(compressedSize, size).bytes() : bytes.u32(compressedSize, size).bytes();
    return this;
  }

  public byte[] local() {
    if (!hasLocal) {
      return new byte[0];
    }
    return new LittleEndian()
        .u32(0x04034b50)
        .u16(20, localFlags, localMethod, 0, date)
        .u32(localCrc, localCompressedSize, localSize)
        .u16(localName.length, localExtra.length)
        .raw(localName, localExtra, data, behind)
        .bytes();
  }

  public byte[] central(long trueOffset) {
    long place = offset == null ? trueOffset : offset;
    return new LittleEndian()
        .u32(0x02014b50)
        .u16(madeBy, 20, flags, method, 0, date)
        .u32(crc, compressedSize, size)
        .u16(name.length, extra.length, comment.length, disk, 0)
        .u32(external, place)
        .raw(name, extra, comment)
        .bytes();
  }

  public static byte[] extraField(int id, byte[] value) {
    return new LittleEndian().u16(id, value.length).raw(value).bytes();
  }

  public static byte[] zip64Field(long... values) {
    return extraField(1, new LittleEndian().u64(values).bytes());
  }
}
