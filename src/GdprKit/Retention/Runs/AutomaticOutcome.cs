using GdprKit.Ledger;
using NodaTime;

namespace GdprKit;

/// <summary>What the application decided about what is past its period, without anybody.</summary>
public abstract record AutomaticOutcome
{
    private AutomaticOutcome()
    {
    }

    /// <summary>It approved a run.</summary>
    /// <param name="Run">The id of the run.</param>
    public sealed record Approved(EntryId Run) : AutomaticOutcome;

    /// <summary>Nothing is past its period.</summary>
    public sealed record NothingDue : AutomaticOutcome;

    /// <summary>A run is approved or under way already, or somebody else decides just now.</summary>
    public sealed record AnotherRun : AutomaticOutcome;

    /// <summary>The rules are new: it waits, so that somebody can see what they do.</summary>
    /// <param name="Until">The first instant at which it approves by itself.</param>
    public sealed record NewRules(Instant Until) : AutomaticOutcome;

    /// <summary>It would be too much; somebody has to look at the preview and approve it.</summary>
    /// <param name="Reason">What would be too much, with its id and the remedy.</param>
    public sealed record TooMuch(string Reason) : AutomaticOutcome;
}
