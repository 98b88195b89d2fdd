using NodaTime;

namespace GdprKit;

public partial class DutchRegisterWording
{
    /// <inheritdoc/>
    protected override string Frequency(Period interval)
    {
        ArgumentNullException.ThrowIfNull(interval);
        return interval switch
        {
            { Years: 1, Months: 0, Weeks: 0, Days: 0 } => "elk jaar een back-up",
            { Years: 0, Months: 1, Weeks: 0, Days: 0 } => "elke maand een back-up",
            { Years: 0, Months: 0, Weeks: 1, Days: 0 } => "elke week een back-up",
            { Years: 0, Months: 0, Weeks: 0, Days: 1 } => "elke dag een back-up",
            _ => $"elke {Period(interval)} een back-up",
        };
    }

    /// <inheritdoc/>
    protected override string Rotation(BackupRotation rotation) => rotation switch
    {
        BackupRotation.KeepFor { Period: var period } => $"elke back-up wordt {Period(period)} bewaard",
        BackupRotation.KeepLast { Count: 1 } => "alleen de laatste back-up wordt bewaard",
        BackupRotation.KeepLast { Count: var count } => $"de laatste {count} back-ups worden bewaard",
        BackupRotation.GrandfatherFatherSon(var daily, var weekly, var monthly, var yearly) => "de laatste " + And(new[]
        {
            Counted(daily, "dagelijkse", "dagelijkse"),
            Counted(weekly, "wekelijkse", "wekelijkse"),
            Counted(monthly, "maandelijkse", "maandelijkse"),
            Counted(yearly, "jaarlijkse", "jaarlijkse"),
        }.Where(part => part.Length > 0)) + (daily + weekly + monthly + yearly == 1 ? " back-up wordt bewaard" : " back-ups worden bewaard"),
        _ => throw new ArgumentOutOfRangeException(nameof(rotation)),
    };
}
