namespace GdprKit.Register;

/// <summary>How long GdprKit keeps what it remembers itself.</summary>
internal static class OwnRecordsJson
{
    public static OwnRecords? UnlessDefault(OwnRecords records) => records == new OwnRecords() ? null : records;

    public static OwnRecords Read(JsonObjectReader from) => new() { Evidence = from.Period("evidence") ?? OwnRecords.DefaultEvidence };

    public static void Write(JsonObjectWriter to, OwnRecords records) => to.Period("evidence", records.Evidence);
}
