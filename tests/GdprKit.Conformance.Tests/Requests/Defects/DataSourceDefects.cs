namespace GdprKit.Conformance.Requests;

/// <summary>What sources of personal data get wrong, each with the promise that it breaks.</summary>
internal static class DataSourceDefects
{
    public static IReadOnlyDictionary<string, Func<DefectiveSource, DefectiveSource>> ByPromise { get; } = new Dictionary<string, Func<DefectiveSource, DefectiveSource>>
    {
        ["Hands_out_everything_about_the_person"] = sound => sound with { Texts = texts => texts.Take(2) },
        ["Hands_out_files_whole"] = sound => sound with { File = file => [.. file.Take(65_536)] },
        ["Hands_out_nothing_of_anybody_else"] = sound => sound with { IsMeant = (person, other) => person.Key[0] == other.Key[0] },
        ["Hands_out_nothing_of_somebody_unknown"] = sound => sound with { IsHelpful = true },
        ["Names_what_it_hands_out"] = sound => sound with { Category = new("undeclared") },
        ["Stops_reading_when_cancelled"] = sound => sound with { CannotBeStopped = true },
        ["Throws_when_it_cannot_tell"] = sound => sound with { IsTalkative = true },
    };
}
