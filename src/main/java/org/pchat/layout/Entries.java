package org.pchat.layout;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.pchat.problem.Location;

/** The entries of an archive, for those who need more of it than one entry. */
public interface Entries {
  /** Returns their names, in order. */
  List<String> names();

  /** Opens an entry; the caller closes it. */
  InputStream open(String name) throws IOException;

  /** Returns the place that is the whole of an entry. */
  Location where(String name);
}
