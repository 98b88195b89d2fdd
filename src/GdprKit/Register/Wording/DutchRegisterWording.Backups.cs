using NodaTime;

namespace GdprKit;

public abstract partial class DutchRegisterWording
{
    /// <inheritdoc/>
    protected override string GoneFromBackups(IReadOnlyList<Period> periods)
    {
        ArgumentNullException.ThrowIfNull(periods);
        return periods.Count switch
        {
            0 => "er is niet vastgelegd wanneer gewiste gegevens uit de laatste back-up zijn",
            1 => $"gewiste gegevens zijn uiterlijk {Period(periods[0])} later ook uit de laatste back-up",
            _ => $"gewiste gegevens zijn uiterlijk {Or(periods.Select(Period))} later ook uit de laatste back-up (wat het langst duurt)",
        };
    }

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
        BackupRotation.GrandfatherFatherSon generations => Generations(generations),
        _ => throw new ArgumentOutOfRangeException(nameof(rotation)),
    };

    private string Generations(BackupRotation.GrandfatherFatherSon rotation)
    {
        (int Count, string Kind)[] kept =
        [
            (rotation.Daily, "dagelijkse"),
            (rotation.Weekly, "wekelijkse"),
            (rotation.Monthly, "maandelijkse"),
            (rotation.Yearly, "jaarlijkse"),
        ];
        kept = [.. kept.Where(generation => generation.Count > 0)];
        return kept is [(1, var kind)]
            ? $"alleen de laatste {kind} back-up wordt bewaard"
            : $"de laatste {And(kept.Select(generation => $"{generation.Count} {generation.Kind}"))} back-ups worden bewaard";
    }
}
