using NodaTime;

namespace GdprKit.Conformance.Requests;

/// <summary>What vaults of exports get wrong, each with the promise that it breaks.</summary>
internal static class VaultDefects
{
    public static IReadOnlyDictionary<string, Func<DefectiveVault, DefectiveVault>> ByPromise { get; } = new Dictionary<string, Func<DefectiveVault, DefectiveVault>>
    {
        ["Gives_back_what_was_written"] = sound => sound with { Read = content => content.Length > 1_000_000 ? content[..1_000_000] : [.. content, 0] },
        ["Knows_nothing_that_was_never_there"] = sound => sound with { GivesEmptyForNothing = true },
        ["Removes_one_file_and_no_other"] = sound => sound with { RemovesAll = true },
        ["Removes_what_is_due_and_nothing_else"] = sound => sound with { Early = Duration.FromSeconds(1) },
        ["Several_use_it_at_once"] = sound => sound with { IsOfOne = true },
        ["Stops_when_cancelled"] = sound => sound with { CannotBeStopped = true },
    };
}
