package org.pchat.pages;

import java.util.Map;
import java.util.TreeMap;

/** Which server made databases of which internal version. */
final class DatabaseVersions {
  private static final TreeMap<Integer, String> FIRST =
      new TreeMap<>(
          Map.of(
              515, "SQL Server 7",
              539, "SQL Server 2000",
              611, "SQL Server 2005",
              655, "SQL Server 2008",
              660, "SQL Server 2008 R2",
              706, "SQL Server 2012",
              782, "SQL Server 2014",
              852, "SQL Server 2016",
              868, "SQL Server 2017",
              895, "SQL Server 2019"));

  static {
    FIRST.put(950, "SQL Server 2022");
    FIRST.put(990, "SQL Server 2025");
    FIRST.put(1000, "a SQL Server after 2025");
  }

  private DatabaseVersions() {}

  static String name(int version) {
    Map.Entry<Integer, String> entry = FIRST.floorEntry(version);
    return entry == null ? "no SQL Server that is known" : entry.getValue();
  }
}
