
namespace GdprKit.Conformance.Requests;

/// <summary>What targets of erasures get wrong, each with the promise that it breaks.</summary>
internal static class TargetDefects
{
    public static IReadOnlyDictionary<string, Func<DefectiveTarget, DefectiveTarget>> ByPromise { get; } = new Dictionary<string, Func<DefectiveTarget, DefectiveTarget>>
    {
        ["Erases_everything_of_the_person"] = sound => sound with { Keeps = true },
        ["Erases_nothing_of_anybody_else"] = sound => sound with { IsMeant = (person, other) => string.Equals(person.Key[0], other.Key[0], StringComparison.OrdinalIgnoreCase) },
        ["Erasing_what_is_not_there_is_no_fault"] = sound => sound with { Answer = removed => removed > 0 ? new ErasureAnswer.Erased(removed) : throw new KeyNotFoundException() },
        ["Gives_no_answer_while_it_cannot_be_reached"] = sound => sound with { IsSilent = true },
        ["Keeps_its_key"] = sound => sound with { HasManyKeys = true },
        ["Stops_erasing_when_cancelled"] = sound => sound with { CannotBeStopped = true },
    };
}
