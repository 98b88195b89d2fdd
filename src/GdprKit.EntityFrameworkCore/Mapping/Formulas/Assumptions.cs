using System.Collections.Immutable;

namespace GdprKit.EntityFrameworkCore;

/// <summary>What is already known of a row, and what follows from it: who bought something in 2024 bought something after 2020.</summary>
internal sealed record Assumptions
{
    public static readonly Assumptions None = new();

    private ImmutableDictionary<Statement, bool> Statements { get; init; } = ImmutableDictionary<Statement, bool>.Empty;

    /// <summary>Of a date the latest bound that it reaches, and the earliest that it does not.</summary>
    private ImmutableDictionary<RowTime, (Formula.Reaches? Reached, Formula.Reaches? Missed)> Dates { get; init; } =
        ImmutableDictionary<RowTime, (Formula.Reaches? Reached, Formula.Reaches? Missed)>.Empty;

    /// <summary>What is known of the rows that meet a formula, at the least.</summary>
    public static Assumptions Of(Formula formula) => formula switch
    {
        Formula.Single single => None.With(single),
        Formula.All all => all.Parts.OfType<Formula.Single>().Aggregate(None, (known, single) => known.With(single)),
        _ => None,
    };

    /// <summary>These, and one more that they do not decide.</summary>
    public Assumptions With(Formula.Single single) => single switch
    {
        Formula.Said said => this with { Statements = Statements.SetItem(said.Statement, said.IsMet) },
        Formula.Reaches { IsMet: true } reaches => this with { Dates = Dates.SetItem(reaches.Time, (reaches, Of(reaches.Time).Missed)) },
        Formula.Reaches reaches => this with { Dates = Dates.SetItem(reaches.Time, (Of(reaches.Time).Reached, reaches)) },
        _ => this,
    };

    /// <summary>Whether something is met; <see langword="null"/> when that does not follow.</summary>
    public bool? Decide(Formula.Single single) => single switch
    {
        Formula.Said said => Statements.TryGetValue(said.Statement, out var isMet) ? isMet == said.IsMet : null,
        Formula.Reaches reaches when Of(reaches.Time).Reached is { } reached && !IsLater(reaches.Bound, reached.Bound) => reaches.IsMet,
        Formula.Reaches reaches when Of(reaches.Time).Missed is { } missed && !IsLater(missed.Bound, reaches.Bound) => !reaches.IsMet,
        _ => null,
    };

    private (Formula.Reaches? Reached, Formula.Reaches? Missed) Of(RowTime time) => Dates.GetValueOrDefault(time);

    private static bool IsLater(object? bound, object? other) => bound is not null && (other is null || Moment.Of(bound) > Moment.Of(other));
}
