namespace GdprKit;

/// <summary>What is to be done with the data, as far as a restriction or an objection makes a difference (Art. 18(2)).</summary>
public enum ProcessingOperation
{
    /// <summary>Nothing was said; judged as <see cref="Use"/>.</summary>
    Unspecified = 0,

    /// <summary>They are used: read, sent, combined, decided upon.</summary>
    Use,

    /// <summary>They stay where they are, and nothing else happens to them.</summary>
    Store,
}
