using System.Text;

namespace GdprKit.EntityFrameworkCore;

/// <summary>
/// A condition on a row made of single statements, each of which is met or not. The form in which what two statements say of each
/// other is used before a database is asked.
/// </summary>
internal abstract record Formula
{
    private Formula()
    {
    }

    public static Formula Always { get; } = new Known(true);

    public static Formula Never { get; } = new Known(false);

    /// <summary>The opposite, in which again only single statements are negated.</summary>
    public abstract Formula Opposite { get; }

    /// <summary>Whether a database must look at other rows for it.</summary>
    public abstract bool IsHeavy { get; }

    public static Formula And(IEnumerable<Formula> parts) => parts.ToValueList() switch { [] => Always, [var only] => only, var several => new All(several) };

    public static Formula Or(IEnumerable<Formula> parts) => parts.ToValueList() switch { [] => Never, [var only] => only, var several => new Any(several) };

    // The opposite has an opposite in its turn, so neither is part of what a formula prints.
    protected virtual bool PrintMembers(StringBuilder builder) => false;

    /// <summary>What is known of every row.</summary>
    public sealed record Known(bool IsMet) : Formula
    {
        public override Formula Opposite => IsMet ? Never : Always;

        public override bool IsHeavy => false;
    }

    /// <summary>One statement, or that it is not met.</summary>
    public abstract record Single(bool IsMet) : Formula;

    /// <summary>Something that the database says of a row.</summary>
    public sealed record Said(Statement Statement, bool IsMet) : Single(IsMet)
    {
        public override Formula Opposite => this with { IsMet = !IsMet };

        public override bool IsHeavy => Statement.IsHeavy;
    }

    /// <summary>That a row has a date, and it is a bound or later.</summary>
    /// <param name="Time">The date.</param>
    /// <param name="Bound">The bound, or <see langword="null"/> when any date is enough.</param>
    /// <param name="IsMet">Whether it is so; else the row has no date, or an earlier one.</param>
    public sealed record Reaches(RowTime Time, object? Bound, bool IsMet) : Single(IsMet)
    {
        public override Formula Opposite => this with { IsMet = !IsMet };

        public override bool IsHeavy => Time.IsHeavy;
    }

    /// <summary>Every part.</summary>
    public sealed record All(ValueList<Formula> Parts) : Formula
    {
        public override Formula Opposite => new Any(Parts.Select(part => part.Opposite).ToValueList());

        public override bool IsHeavy => Parts.Any(part => part.IsHeavy);
    }

    /// <summary>Some part.</summary>
    public sealed record Any(ValueList<Formula> Parts) : Formula
    {
        public override Formula Opposite => new All(Parts.Select(part => part.Opposite).ToValueList());

        public override bool IsHeavy => Parts.Any(part => part.IsHeavy);
    }
}
