using NodaTime;

namespace GdprKit.Samples.Scenarios.Running;

/// <summary>Somebody whom a scenario calls by name.</summary>
/// <param name="Number">The number that the shop gave.</param>
/// <param name="Born">The day of birth; <see langword="null"/> where the scenario does not tell.</param>
internal sealed record KnownPerson(int Number, LocalDate? Born = null)
{
    /// <summary>The age in whole years; who was born on 29 February is a year older on 1 March of a year that has none.</summary>
    public int? AgeOn(LocalDate day) => Born is { } born
        ? day.Year - born.Year - ((day.Month, day.Day).CompareTo((born.Month, born.Day)) < 0 ? 1 : 0)
        : null;
}
