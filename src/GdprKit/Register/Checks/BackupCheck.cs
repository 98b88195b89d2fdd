using NodaTime;

namespace GdprKit;

/// <summary>Of every set of backups it is known when a backup is overwritten.</summary>
internal static class BackupCheck
{
    public static IEnumerable<RegisterFault> Find(RegisterDeclarations register) => register.Backups.IsEmpty
        ? [RegisterFaults.BackupsMissing()]
        : register.Backups.SelectMany(Find);

    private static IEnumerable<RegisterFault> Find(BackupSchedule backup)
    {
        var path = $"{RegisterPath.Of(backup)}/rotation";
        return backup.Rotation switch
        {
            null => [RegisterFaults.RotationMissing(path)],
            BackupRotation.KeepLast { Count: < 1 } => [RegisterFaults.RotationKeepsNothing($"{path}/keepLast")],
            BackupRotation.KeepLast last when IsTooLong(backup.Interval, last.Count) => [TooLong($"{path}/keepLast", backup)],
            BackupRotation.GrandfatherFatherSon generations when IsNothing(generations) => [RegisterFaults.RotationKeepsNothing($"{path}/grandfatherFatherSon")],
            BackupRotation.GrandfatherFatherSon generations when generations.Ages.Any(age => IsTooLong(age)) => [TooLong($"{path}/grandfatherFatherSon", backup)],
            _ => [],
        };
    }

    private static bool IsTooLong(Period? period, int times = 1) => period is not null && PeriodCheck.IsLongerThan(PeriodCheck.MostYears, period, times);

    private static RegisterFault TooLong(string path, BackupSchedule backup) =>
        RegisterFaults.PeriodTooLong(path, $"period for which the backups '{backup.Key}' are kept", PeriodCheck.MostYears);

    private static bool IsNothing(BackupRotation.GrandfatherFatherSon kept) =>
        kept is { Daily: < 0 } or { Weekly: < 0 } or { Monthly: < 0 } or { Yearly: < 0 } or { Daily: 0, Weekly: 0, Monthly: 0, Yearly: 0 };
}
