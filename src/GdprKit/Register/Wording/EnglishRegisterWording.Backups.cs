using NodaTime;

namespace GdprKit;

public abstract partial class EnglishRegisterWording
{
    /// <inheritdoc/>
    protected override string GoneFromBackups(IReadOnlyList<Period> periods)
    {
        ArgumentNullException.ThrowIfNull(periods);
        return periods.Count switch
        {
            0 => "it was not declared when erased data are gone from the last backup",
            1 => $"erased data are also gone from the last backup no more than {Period(periods[0])} later",
            _ => $"erased data are also gone from the last backup no more than {Or(periods.Select(Period))} later (whichever takes longest)",
        };
    }

    /// <inheritdoc/>
    protected override string Frequency(Period interval)
    {
        ArgumentNullException.ThrowIfNull(interval);
        return interval switch
        {
            { Years: 1, Months: 0, Weeks: 0, Days: 0 } => "a backup every year",
            { Years: 0, Months: 1, Weeks: 0, Days: 0 } => "a backup every month",
            { Years: 0, Months: 0, Weeks: 1, Days: 0 } => "a backup every week",
            { Years: 0, Months: 0, Weeks: 0, Days: 1 } => "a backup every day",
            _ => $"a backup every {Period(interval)}",
        };
    }

    /// <inheritdoc/>
    protected override string Rotation(BackupRotation rotation) => rotation switch
    {
        BackupRotation.KeepFor { Period: var period } => $"each backup is kept for {Period(period)}",
        BackupRotation.KeepLast { Count: 1 } => "only the last backup is kept",
        BackupRotation.KeepLast { Count: var count } => $"the last {count} backups are kept",
        BackupRotation.GrandfatherFatherSon generations => Generations(generations),
        _ => throw new ArgumentOutOfRangeException(nameof(rotation)),
    };

    private string Generations(BackupRotation.GrandfatherFatherSon rotation)
    {
        (int Count, string Kind)[] kept =
        [
            (rotation.Daily, "daily"),
            (rotation.Weekly, "weekly"),
            (rotation.Monthly, "monthly"),
            (rotation.Yearly, "yearly"),
        ];
        kept = [.. kept.Where(generation => generation.Count > 0)];
        return kept is [(1, var kind)]
            ? $"only the last {kind} backup is kept"
            : $"the last {And(kept.Select(generation => $"{generation.Count} {generation.Kind}"))} backups are kept";
    }
}
