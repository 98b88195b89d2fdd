namespace GdprKit;

/// <summary>
/// Faults that may be none: what could not be read in one place can be what is missing in another. A reference is not wrong
/// because the key of what it refers to is, and nothing is unused that an unreadable activity may use.
/// </summary>
internal static class DoubtfulFaults
{
    public static bool Contains(RegisterFault fault, IReadOnlyCollection<RegisterFault> misread) => fault.Id switch
    {
        RegisterFaultMessages.UnknownReference => misread.Any(other => HidesWhat(fault.Path, other)),
        RegisterFaultMessages.Unused or RegisterFaultMessages.CategoryUnused => misread.Any(other => HidesUseOf(Steps(fault.Path)[0], Steps(other.Path))),
        RegisterFaultMessages.RulesConflict => misread.Any(other => Steps(other.Path) is ["conflictChoices", ..]),
        RegisterFaultMessages.ArrangementMissing => misread.Any(other => Steps(other.Path) is ["controller"] or ["controller", "jointControllers", ..]),
        _ => false,
    };

    private static bool HidesWhat(string reference, RegisterFault misread)
    {
        var isKey = misread.Id == RegisterFileMessages.MalformedKey;
        var place = Steps(misread.Path);
        return Collection(Steps(reference)) is { } collection
            ? place.Length == (isKey ? 2 : 1) && place[0] == collection
            : place is ["activities"] or ["activities", _] or ["activities", _, "retention"] || (isKey && place is ["activities", _, "retention", _]);
    }

    /// <summary>Where what is referred to is declared; <see langword="null"/> for rules, which stand in their activities.</summary>
    private static string? Collection(string[] reference) => reference switch
    {
        [.., "prevails" or "yields"] => null,
        [.., "fallback" or "birthDate"] or [.., "events", _] => "events",
        _ => reference[^2],
    };

    private static bool HidesUseOf(string collection, string[] misread) =>
        misread is ["activities"] or ["activities", _] || (misread is ["activities", _, var property, ..] && property == (collection == "events" ? "retention" : collection));

    private static string[] Steps(string path) => path.Split('/')[1..];
}
