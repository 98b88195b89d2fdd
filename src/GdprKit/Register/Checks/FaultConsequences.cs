using System.Collections.Frozen;

namespace GdprKit;

/// <summary>
/// Leaves out what only follows from another fault: what could not be read looks as if it were missing, and what is missing
/// lacks all of its parts.
/// </summary>
internal static class FaultConsequences
{
    private static readonly FrozenSet<string> Absences = FrozenSet.Create(
        StringComparer.Ordinal,
        RegisterFaultMessages.LanguageMissing,
        RegisterFaultMessages.TextMissing,
        RegisterFaultMessages.NoActivity,
        RegisterFaultMessages.ControllerMissing,
        RegisterFaultMessages.ContactMissing,
        RegisterFaultMessages.AuthorityMissing,
        RegisterFaultMessages.BasisMissing,
        RegisterFaultMessages.BasisLawMissing,
        RegisterFaultMessages.NothingListed,
        RegisterFaultMessages.ConditionMissing,
        RegisterFaultMessages.ConditionLawMissing,
        RegisterFaultMessages.CategoryLawMissing,
        RegisterFaultMessages.TransferMissing,
        RegisterFaultMessages.SafeguardMissing,
        RegisterFaultMessages.RetentionMissing,
        RegisterFaultMessages.RetentionTermMissing,
        RegisterFaultMessages.EventsMissing,
        RegisterFaultMessages.RetentionSourceMissing,
        RegisterFaultMessages.BackupsMissing,
        RegisterFaultMessages.RotationMissing);

    public static IEnumerable<RegisterFault> LeaveOut(IReadOnlyCollection<RegisterFault> found, IReadOnlyCollection<RegisterFault> readingFaults)
    {
        var misread = readingFaults.Select(fault => fault.Path).ToHashSet(StringComparer.Ordinal);
        var aroundMisread = misread.SelectMany(Above).ToHashSet(StringComparer.Ordinal);
        var absent = found.Where(IsAbsence).Select(fault => fault.Path).ToHashSet(StringComparer.Ordinal);
        return found.Where(fault =>
            !misread.Contains(fault.Path)
            && !Above(fault.Path).Any(path => misread.Contains(path) || absent.Contains(path))
            && !(IsAbsence(fault) && aroundMisread.Contains(fault.Path))
            && !DoubtfulFaults.Contains(fault, readingFaults));
    }

    private static bool IsAbsence(RegisterFault fault) => Absences.Contains(fault.Id);

    private static IEnumerable<string> Above(string path)
    {
        for (var end = path.LastIndexOf('/'); end >= 0; end = end == 0 ? -1 : path.LastIndexOf('/', end - 1))
        {
            yield return path[..end];
        }
    }
}
