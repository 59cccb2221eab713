package org.pchat.infer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.pchat.model.Kind;

/**
 * The fields by kind: model field, type, published column ({@code -} for none), and other names.
 *
 * <p>Published names are those of the database {@code mgc} (docs/format.md); others come from the
 * programming interface, the cmdlets and common usage.
 */
final class FieldTable {
  private static final String AUDIT =
      """
      addedBy PRINCIPAL %1$saddedby addedby createdby creator madeby
      addedOn TIME %1$saddedon addedon created createdon createdat creationtime creationdate added dateadded whencreated createddate timecreated createtime
      updatedBy PRINCIPAL %1$supdatedby updatedby modifiedby changedby lastmodifiedby lastupdatedby lastchangedby editedby
      updatedOn TIME %1$supdatedon updatedon updated updatedat modified modifiedon modifiedat changed changedon changedat lastmodified lastupdated lastchanged whenchanged updatetime modificationtime
      """;

  private static final String NODE =
      """
      guid GUID nodeguid guid uuid entityguid uniqueid globalid id identity key identifier
      uri URI - uri address url link
      id NUMBER_KEY nodeid id number no nr dbid databaseid rowid key identifier num
      name NAME nodename name title label displayname caption
      description TEXT nodedesc description desc about summary purpose
      invite FLAG invite invite invites invitation invitations sendinvitations enableinvitations
      purgedOn DATETIME purgedon purgedon purged lastpurged lastpurge purgedat purgetime
      """;

  private static final String PRINCIPALS =
      """
      guid GUID pringuid guid uuid objectguid entityguid uniqueid globalid id identity key identifier oid
      uri URI prinuri uri sip sipuri sipaddress primarysipaddress primaryuri address imaddress signinaddress signin contact
      id NUMBER_KEY prinid id number no nr dbid databaseid rowid key identifier num
      type WORD printypeid type kind principaltype typeid class usertype entitytype
      name LABEL prinname name commonname cn fullname realname
      displayName LABEL prindisplayname displayname display friendlyname shownas
      company LABEL princompanyname company companyname organisation organization firm employer
      email EMAIL prinemail email mail emailaddress mailaddress smtp smtpaddress primaryemail
      adPath DISTINGUISHED_NAME prinadpath adpath activedirectorypath dn distinguishedname ldappath directorypath path ad addn
      upn EMAIL prinaduserprincipalname upn userprincipalname aduserprincipalname logon logonname login
      disabled WORD prindisabled disabled state status accountstate isdisabled accountstatus
      poolId NUMBER prinpoolid pool poolid
      policyId NUMBER prinpolicyid policy policyid
      verifiedOn DATETIME prinverifiedon verifiedon verified lastverified lastrefresh refreshed refreshedon verifiedat checked checkedon
      """
          + AUDIT.formatted("prin");

  private static final String CATEGORIES =
      NODE
          + """
          parent CATEGORY parentid parent parentcategory parentnode up
          logged FLAG logged logged islogged enablechathistory chathistory history keephistory log enablehistory keepshistory
          filePost FLAG filepost filepost fileupload fileuploads uploads upload enablefileupload files filesharing allowuploads allowfiles
          """
          + AUDIT.formatted("node");

  private static final String ROOMS =
      NODE
          + """
          category CATEGORY parentid category parent parentcategory parentnode cat group
          disabled FLAG disabled disabled isdisabled off closed archived
          disabled COUNTERFLAG - enabled isenabled active isactive
          behavior WORD behavior behavior behaviour type roomtype mode style
          visibility WORD visibility visibility privacy visible access visibilitytype
          addIn ADD_IN siopid addin siop webapp
          lastMessageId NUMBER lastchatid lastmessageid lastmessage lastchat lastchatid lastmsg lastid lastnumber maxchatid maxmessageid lastmessagenumber lastsequence lastno highestid
          """
          + AUDIT.formatted("node");

  private static final String ADD_INS =
      """
      guid GUID siopid guid uuid id identity key identifier uniqueid
      id NUMBER_KEY - id number no nr key num
      name NAME siopname name title label displayname caption
      url URL siopurl url uri address link href location page
      """;

  private static final String ROLES =
      """
      node NODE prinrolenodeid node room category target on object channel chatroom where place resource
      principal PRINCIPAL prinroleprinid principal user member who person subject grantee trustee account participant holder sip
      role WORD prinroletypeid role roletype type right permission rolename kind as level
      updatedBy PRINCIPAL prinroleupdatedby updatedby grantedby setby assignedby changedby modifiedby by givenby addedby
      """;

  private static final String SCOPES =
      """
      node NODE scopenodeid node category target on object where place resource
      principal PRINCIPAL scopeprinid principal user member who person subject grantee trustee account participant holder sip
      access WORD scopeisdenied access denied isdenied deny effect type permission decision kind mode rule
      access COUNTERFLAG - allow allowed isallowed granted
      updatedBy PRINCIPAL scopeupdatedby updatedby grantedby setby assignedby changedby modifiedby by givenby addedby
      """;

  private static final String MESSAGES =
      """
      room ROOM channelid room channel chatroom node space place in where conversation
      id SEQUENCE chatid id number no nr num seq sequence sequencenumber index position ordinal n key identifier
      sent TIME chatdate sent date time timestamp when at created createdon createdat posted postedon postedat senton sentat datetime datesent ts sendtime senttime timesent dateposted
      author PRINCIPAL userid author user sender from by poster postedby sentby writer creator createdby who principal speaker sip writtenby owner
      alert FLAG isalert alert isalert important isimportant highimportance urgent isurgent highpriority
      text CONTENT content text content body plaintext plain messagecontent message msg chat plainbody textbody words said value
      rtf RTF rtf rtf richtext rich rtfcontent messagertfcontent rtfbody formatted richbody rtftext richcontent
      """;

  private static final Map<Kind<?>, List<FieldSpec>> FIELDS = new HashMap<>();

  /** What a kind is called, as a prefix of its columns and as the name of its element. */
  private static final Map<Kind<?>, Set<String>> KIND_WORDS = new HashMap<>();

  static {
    put(
        Kind.PRINCIPAL,
        PRINCIPALS,
        "tbl prin principal user person member account contact participant entity p u");
    put(Kind.CATEGORY, CATEGORIES, "tbl node category cat c");
    put(Kind.ROOM, ROOMS, "tbl node room chatroom chat channel chan r");
    put(Kind.ADD_IN, ADD_INS, "tbl siop add in addin a");
    put(Kind.ROLE, ROLES, "tbl prin role permission");
    put(Kind.SCOPE, SCOPES, "tbl scope");
    put(Kind.MESSAGE, MESSAGES, "tbl chat message msg post m");
  }

  private FieldTable() {}

  private static void put(Kind<?> kind, String table, String words) {
    List<FieldSpec> specs = new ArrayList<>();
    for (String line : table.lines().toList()) {
      List<String> cells = List.of(line.split(" ", -1));
      specs.add(
          new FieldSpec(
              cells.get(0),
              FieldSpec.Type.valueOf(cells.get(1)),
              cells.get(2),
              Set.copyOf(cells.subList(3, cells.size()))));
    }
    FIELDS.put(kind, List.copyOf(specs));
    KIND_WORDS.put(kind, Set.of(words.split(" ", -1)));
  }

  static List<FieldSpec> of(Kind<?> kind) {
    return Objects.requireNonNull(FIELDS.get(kind));
  }

  /** Returns the words that may stand before the names of a kind's columns and say nothing. */
  static Set<String> words(Kind<?> kind) {
    return Objects.requireNonNull(KIND_WORDS.get(kind));
  }
}
