namespace GdprKit.Register;

/// <summary>When backups are overwritten: exactly one property says so.</summary>
internal static class BackupRotationJson
{
    public static BackupRotation? Read(JsonObjectReader from) => from.OneOf<BackupRotation>(
        ("keepFor", value => value.AsPeriod() is { } period ? new BackupRotation.KeepFor(period) : null),
        ("keepLast", value => value.AsWholeNumber() is { } count ? new BackupRotation.KeepLast(count) : null),
        ("grandfatherFatherSon", value => value.AsObject(ReadGrandfatherFatherSon)));

    public static void Write(JsonObjectWriter to, BackupRotation rotation)
    {
        switch (rotation)
        {
            case BackupRotation.KeepFor keepFor:
                to.Period("keepFor", keepFor.Period);
                break;
            case BackupRotation.KeepLast keepLast:
                to.WholeNumber("keepLast", keepLast.Count);
                break;
            case BackupRotation.GrandfatherFatherSon generations:
                to.Object("grandfatherFatherSon", generations, WriteGrandfatherFatherSon);
                break;
        }
    }

    private static BackupRotation.GrandfatherFatherSon ReadGrandfatherFatherSon(JsonObjectReader from) => new(
        from.WholeNumber("daily") ?? 0, from.WholeNumber("weekly") ?? 0, from.WholeNumber("monthly") ?? 0, from.WholeNumber("yearly") ?? 0);

    private static void WriteGrandfatherFatherSon(JsonObjectWriter to, BackupRotation.GrandfatherFatherSon generations)
    {
        to.WholeNumber("daily", generations.Daily, byDefault: 0);
        to.WholeNumber("weekly", generations.Weekly, byDefault: 0);
        to.WholeNumber("monthly", generations.Monthly, byDefault: 0);
        to.WholeNumber("yearly", generations.Yearly, byDefault: 0);
    }
}
