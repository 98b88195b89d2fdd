using NodaTime;
using NodaTime.Text;

namespace GdprKit.Hosting;

/// <summary>What is wrong with sets of backups, since when, and what to do: for the log and the health check, in English as every message of GdprKit.</summary>
internal static class BackupFaults
{
    private static readonly RegisterWording Words = RegisterWording.In(Language.English);

    /// <summary>The faults of all sets, in the order in which they are declared.</summary>
    /// <param name="sets">How the sets stand.</param>
    /// <param name="areReported">Whether a script is to tell of every set which backups there are.</param>
    public static IReadOnlyList<string> Of(IEnumerable<BackupSetStanding> sets, bool areReported) => [.. sets.SelectMany(set => Of(set, areReported))];

    private static IEnumerable<string> Of(BackupSetStanding set, bool areReported)
    {
        var name = $"'{set.Schedule.Key}' ({Words.Text(set.Schedule.Name)})";
        if (set.OverdueSince is { } overdue)
        {
            yield return $"Of the backups {name} one is there that should be gone since {Day(overdue)}. Remove it, and tell which there are (BackupSets.ReportAsync); or record until when it is kept (BackupSets.DelayAsync).";
        }

        if (set.LateSince is { } late)
        {
            yield return $"Of the backups {name} {(set.Recorded.Newest is null ? "there is none since" : "the next should have been made by")} {Day(late)}. See why none is made, and tell which there are (BackupSets.ReportAsync).";
        }

        if (areReported && set.Recorded.ReportedAt is null)
        {
            yield return $"Of the backups {name} nobody ever told which there are. Let the script that makes them tell it (BackupSets.ReportAsync).";
        }
    }

    private static string Day(LocalDate day) => LocalDatePattern.Iso.Format(day);
}
