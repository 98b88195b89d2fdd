namespace GdprKit.Requests;

/// <summary>The ids of this room's messages; MESSAGES.md lists them all.</summary>
internal static class RequestMessages
{
    public const string DateMalformed = "GDPR1500";

    public const string PauseImpossible = "GDPR1501";

    public const string YearOutside = "GDPR1502";

    public const string KindUnknown = "GDPR1503";

    public const string ChannelUnknown = "GDPR1504";

    public const string ReceivedTwice = "GDPR1505";

    public const string ReceivedAhead = "GDPR1506";

    public const string ReceivedLongAgo = "GDPR1507";

    public const string OperatorMissing = "GDPR1508";

    public const string PersonUnknown = "GDPR1509";

    public const string ActivityUnfit = "GDPR1510";

    public const string TextMissing = "GDPR1511";

    public const string TextUnfit = "GDPR1512";

    public const string RequestUnknown = "GDPR1513";

    public const string DayImpossible = "GDPR1514";

    public const string CannotMove = "GDPR1515";

    public const string IdentityUnasked = "GDPR1516";

    public const string GroundUnfit = "GDPR1517";

    public const string MarketingAbsolute = "GDPR1518";

    public const string Undivided = "GDPR1519";

    public const string ExtensionLate = "GDPR1520";

    public const string MergeUnfit = "GDPR1521";

    public const string AssignedAlready = "GDPR1522";

    public const string RestrictionUnfit = "GDPR1523";

    public const string NobodysEffect = "GDPR1524";

    public const string ObjectionUnfit = "GDPR1525";

    public const string EffectLasts = "GDPR1526";

    public const string FulfilmentUnknown = "GDPR1527";

    public const string ExportRightUnfit = "GDPR1540";

    public const string ExportSourceFailed = "GDPR1541";

    public const string ExportSourceUnfit = "GDPR1542";

    public const string ExportPersonUnknown = "GDPR1543";

    public const string ExportNotGranted = "GDPR1544";

    public const string ExportOfNobody = "GDPR1545";

    public const string ExportDamaged = "GDPR1546";

    public const string ExportPlaceMissing = "GDPR1547";

    public const string ExportTicketMalformed = "GDPR1548";

    public const string ExportUnknown = "GDPR1549";

    public const string ExportPeriodUnfit = "GDPR1550";

    public const string ErasurePersonUnknown = "GDPR1570";

    public const string ErasureRequestUnfit = "GDPR1571";

    public const string ErasureTooManyPlaces = "GDPR1572";

    public const string ErasureUnknown = "GDPR1573";

    public const string ErasurePlaceUnfit = "GDPR1574";

    public const string ErasureAnswerUnfit = "GDPR1575";

    public const string ErasureOver = "GDPR1576";

    public const string ErasureDayImpossible = "GDPR1577";

    public const string ErasureNotAnswered = "GDPR1578";

    public const string ErasurePlacesAlike = "GDPR1579";

    public const string ErasureMissing = "GDPR1580";

    public const string ErasureNotInOrder = "GDPR1581";

    public const string CertificateMalformed = "GDPR1582";

    public const string CertificateUnprovable = "GDPR1583";

    public const string ErasurePlaceFailed = "GDPR6020";

    public const string ErasureUnreadable = "GDPR6021";

    public const string ErasureNotCompacted = "GDPR6022";
}
