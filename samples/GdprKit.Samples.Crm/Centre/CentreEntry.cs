using NodaTime;

namespace GdprKit.Samples.Crm.Centre;

/// <summary>What comes of the link by which somebody asks to be let into their privacy centre.</summary>
public abstract record CentreEntry
{
    private CentreEntry()
    {
    }

    /// <summary>The person is let in.</summary>
    /// <param name="Person">Who.</param>
    /// <param name="Until">From when the link opens nothing any more.</param>
    public sealed record Admitted(SubjectId Person, Instant Until) : CentreEntry
    {
        /// <summary>Nothing; who it is is withheld.</summary>
        public override string ToString() => nameof(Admitted);
    }

    /// <summary>The link is ours, and too old.</summary>
    public sealed record TooOld : CentreEntry;

    /// <summary>The link is none of ours, or damaged, or the data of whom it was for are gone. Which of these is nobody's business.</summary>
    public sealed record Refused : CentreEntry;
}
