namespace GdprKit.Samples.Scenarios.Running;

/// <summary>A mailing that was prepared, and what became of each mail of it.</summary>
/// <param name="Activity">What it is for.</param>
/// <param name="Queued">The addresses that it was prepared for, by the number of the customer.</param>
internal sealed record Mailing(Key<ProcessingActivity> Activity, IReadOnlyDictionary<int, string> Queued)
{
    /// <summary>Whether each was sent, and why.</summary>
    public Dictionary<int, ProcessingDecision> Outcomes { get; } = [];

    /// <summary>Whether the mail to somebody was sent, and why.</summary>
    /// <exception cref="ExpectationException">There was none.</exception>
    public ProcessingDecision OutcomeOf(int number, string person) => Outcomes.TryGetValue(number, out var outcome)
        ? outcome
        : throw new ExpectationException(Queued.ContainsKey(number) ? "the mailing was not sent yet" : $"{person} was not on the list");
}
