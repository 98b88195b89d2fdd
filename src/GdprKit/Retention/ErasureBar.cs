using NodaTime;

namespace GdprKit;

/// <summary>What stands against the erasure that a person asks for.</summary>
public abstract record ErasureBar
{
    private ErasureBar()
    {
    }

    /// <summary>The exception of the Regulation: <c>17(3)(b)</c>; <see langword="null"/> when the data only wait for something else to end.</summary>
    public abstract string? Ground { get; }

    /// <summary>The first day on which the data may be erased; <see langword="null"/> while it is not known.</summary>
    public abstract LocalDate? FirstDeletable { get; }

    /// <summary>A law demands that the data are kept (Art. 17(3)(b)).</summary>
    /// <param name="Outcome">The rule, with its citation, and until when.</param>
    public sealed record Statute(RetentionOutcome Outcome) : ErasureBar
    {
        /// <inheritdoc/>
        public override string Ground => "17(3)(b)";

        /// <inheritdoc/>
        public override LocalDate? FirstDeletable => Outcome.FirstDeletable;
    }

    /// <summary>A suspension runs: a legal claim (Art. 17(3)(e)), a request that is still open, a restriction.</summary>
    /// <param name="Suspension">The suspension; a legal hold, where several run.</param>
    /// <param name="FirstDeletable">The first day that neither it nor another covers.</param>
    public sealed record Suspended(RetentionSuspension Suspension, LocalDate? FirstDeletable) : ErasureBar
    {
        /// <inheritdoc/>
        public override string? Ground => Suspension.Kind is SuspensionKind.LegalHold ? "17(3)(e)" : null;

        /// <inheritdoc/>
        public override LocalDate? FirstDeletable { get; } = FirstDeletable;

        internal static Suspended? On(LocalDate day, ValueList<RetentionSuspension> suspensions) =>
            suspensions.Where(suspension => suspension.Covers(day)).OrderBy(suspension => suspension.Kind is not SuspensionKind.LegalHold).FirstOrDefault() is { } running
                ? new Suspended(running, RetentionSuspension.LastInTheWay(suspensions, day)?.FirstDayAfter)
                : null;
    }
}
