using NodaTime;

namespace GdprKit.Register;

/// <summary>A set of backups.</summary>
internal static class BackupScheduleJson
{
    public static BackupSchedule Read(Key<BackupSchedule> key, JsonObjectReader from)
    {
        from.Require("name", "interval", "rotation");
        return new BackupSchedule
        {
            Key = key,
            Name = from.Localized("name") ?? LocalizedText.Empty,
            Interval = from.Period("interval") ?? Period.Zero,
            Rotation = from.Object("rotation", BackupRotationJson.Read)!,
        };
    }

    public static void Write(JsonObjectWriter to, BackupSchedule backup)
    {
        to.Localized("name", backup.Name);
        to.Period("interval", backup.Interval);
        to.Object("rotation", backup.Rotation, BackupRotationJson.Write);
    }
}
