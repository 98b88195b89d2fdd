using NodaTime;

namespace GdprKit;

public partial class EnglishRegisterWording
{
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
        BackupRotation.GrandfatherFatherSon(var daily, var weekly, var monthly, var yearly) => "the last " + And(new[]
        {
            Counted(daily, "daily", "daily"),
            Counted(weekly, "weekly", "weekly"),
            Counted(monthly, "monthly", "monthly"),
            Counted(yearly, "yearly", "yearly"),
        }.Where(part => part.Length > 0)) + (daily + weekly + monthly + yearly == 1 ? " backup is kept" : " backups are kept"),
        _ => throw new ArgumentOutOfRangeException(nameof(rotation)),
    };
}
