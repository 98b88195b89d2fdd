using NodaTime;

namespace GdprKit;

/// <summary>A length of time that a register declares, with where it stands, what it is and how it is written in code.</summary>
internal sealed record DeclaredPeriod(string Path, string What, string Call, Period? Period, bool MayBeZero = false)
{
    public static IEnumerable<DeclaredPeriod> AllOf(RegisterDeclarations register) =>
    [
        .. DeclaredRule.AllOf(register).SelectMany(Of),
        .. register.Backups.SelectMany(Of),
        .. register.Activities.Where(activity => activity.Consent?.ValidFor is not null).Select(activity => new DeclaredPeriod(
            $"{RegisterPath.Of(activity)}/consent/validFor", $"period after which consent to the activity '{activity.Key}' expires", "ValidFor(period)", activity.Consent!.ValidFor)),
        new("/ownRecords/evidence", "period for which evidence is kept", "OwnRecords(new OwnRecords { Evidence = … })", register.OwnRecords.Evidence),
    ];

    // Nothing added to an anchor ends with the anchor ("the end of the month of the invoice"); nothing added to the day itself
    // is a deadline ("gone on the day of the event") or one end of several, but no duty to keep.
    private static IEnumerable<DeclaredPeriod> Of(DeclaredRule declared) =>
        declared.Ends.Select(end => new DeclaredPeriod(
            $"{end.Path}/period",
            $"period of the rule '{declared.Rule.Key}'",
            "For(period)",
            end.End.Period,
            MayBeZero: end.End.Anchor is not RetentionAnchor.Exact
                || declared.Rule.Side is not RetentionSide.MustKeep
                || declared.Rule.Term is RetentionTerm.LatestOf));

    private static IEnumerable<DeclaredPeriod> Of(BackupSchedule backup)
    {
        var path = RegisterPath.Of(backup);
        return
        [
            new($"{path}/interval", $"interval of the backups '{backup.Key}'", "Every(interval)", backup.Interval),
            .. backup.Rotation is BackupRotation.KeepFor kept
                ? [new DeclaredPeriod($"{path}/rotation/keepFor", $"period for which the backups '{backup.Key}' are kept", "KeptFor(period)", kept.Period)]
                : Enumerable.Empty<DeclaredPeriod>(),
        ];
    }
}
