using NodaTime;

namespace GdprKit;

/// <summary>
/// Whether a period became longer or shorter. Periods are compared by the days on which they end, for every day of four years on which
/// they may begin: a month is not thirty days, and which of the two is longer depends on the month.
/// </summary>
internal sealed class LengthComparison(ProcessingRegister before, ProcessingRegister after)
{
    // Four years hold every day of the year, 29 February included.
    private static readonly LocalDate[] Days = [.. Enumerable.Range(0, (4 * 365) + 1).Select(new LocalDate(2023, 1, 1).PlusDays)];

    public LengthChange Of(RegisterElement element, RegisterPart earlier, RegisterPart later) => element switch
    {
        RegisterElement.RetentionRule => Of(earlier.Declared.Rule, later.Declared.Rule),
        RegisterElement.Backup => Of(earlier.Declared.Backup, later.Declared.Backup),
        RegisterElement.ConsentPeriod when earlier.Declared.Activity?.Consent?.ValidFor is { } was && later.Declared.Activity?.Consent?.ValidFor is { } becomes => Of(was, becomes),
        RegisterElement.OwnEvidence => Of(before.OwnRecords.Evidence, after.OwnRecords.Evidence),
        _ => LengthChange.Unspecified,
    };

    // A rule that also changed its side, its action, its categories or its authority did not only become longer or shorter.
    private LengthChange Of(RetentionRule? earlier, RetentionRule? later) =>
        earlier is null || later is null || earlier != later with { Term = earlier.Term, Source = earlier.Source }
            ? LengthChange.Unspecified
            : Of(earlier.Term, later.Term);

    private LengthChange Of(RetentionTerm earlier, RetentionTerm later) => (earlier, later) switch
    {
        (RetentionTerm.Indefinitely, not RetentionTerm.Indefinitely) => LengthChange.Shorter,
        (not RetentionTerm.Indefinitely, RetentionTerm.Indefinitely) => LengthChange.Longer,
        _ => ComparableEnds.Of(earlier, later, after.Controller.FinancialYearEnd) is { } ends ? Of(ends) : LengthChange.Unspecified,
    };

    // A set that goes shortens how long erased data live on, unless it was the only one: then nobody can say any more how long that is.
    private LengthChange Of(BackupSchedule? earlier, BackupSchedule? later) => (earlier, later) switch
    {
        ({ } one, { } other) => Of(one.GoneAfterAtMost, other.GoneAfterAtMost),
        ({ }, null) when after.Backups.Count > 0 => LengthChange.Shorter,
        _ => LengthChange.Unspecified,
    };

    private static LengthChange Of(Period earlier, Period later) => Of(Days.Select(day => (day + earlier, day + later)));

    private static LengthChange Of(IEnumerable<(LocalDate Earlier, LocalDate Later)> ends)
    {
        var (isLonger, isShorter) = (false, false);
        foreach (var (earlier, later) in ends)
        {
            isLonger |= later > earlier;
            isShorter |= later < earlier;
        }

        return (isLonger, isShorter) switch
        {
            (true, false) => LengthChange.Longer,
            (false, true) => LengthChange.Shorter,
            (false, false) => LengthChange.Same,
            _ => LengthChange.Unspecified,
        };
    }
}
