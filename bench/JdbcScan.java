import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Properties;

/**
 * The bare ordered scan that an export is held against: every column of every message, in the order
 * of the primary key, by the driver and settings that pchat uses, and nothing done with it: {@code
 * java -cp h2.jar JdbcScan.java FILE} (without .mv.db). Prints how many messages there were.
 */
final class JdbcScan {
  private static final String SETTINGS =
      ";IFEXISTS=TRUE;ACCESS_MODE_DATA=r;MODE=MSSQLServer;DATABASE_TO_UPPER=FALSE"
          + ";CASE_INSENSITIVE_IDENTIFIERS=TRUE;LAZY_QUERY_EXECUTION=1;TRACE_LEVEL_FILE=0";

  private JdbcScan() {}

  public static void main(String[] args) throws Exception {
    var user = new Properties();
    user.setProperty("user", "sa");
    user.setProperty("password", "");
    long messages = 0;
    long characters = 0;
    try (Connection connection =
            new org.h2.Driver().connect("jdbc:h2:file:" + args[0] + SETTINGS, user);
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT channelId, chatId, chatDate, userId, isAlert, content, rtf"
                    + " FROM dbo.tblChat ORDER BY channelId, chatId")) {
      while (rows.next()) {
        messages++;
        String rtf = rows.getString(7);
        characters +=
            rows.getString(6).length()
                + (rtf == null ? 0 : rtf.length())
                + (rows.getInt(1) + rows.getLong(2) + rows.getLong(3) + rows.getInt(4)) % 2
                + (rows.getBoolean(5) ? 1 : 0);
      }
    }
    System.out.println(messages + " " + (characters == 0 ? "?" : "ok"));
  }
}
