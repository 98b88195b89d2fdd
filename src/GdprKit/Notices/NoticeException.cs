namespace GdprKit;

/// <summary>What is to be recorded about privacy notices is refused. Nothing was written.</summary>
/// <remarks>Its message holds no key of a person, no ref and no fact.</remarks>
public sealed class NoticeException : Exception
{
    internal NoticeException(string id, string fault, string remedy)
        : base($"{id}: {fault} {remedy}") => (Id, Fault, Remedy) = (id, fault, remedy);

    /// <summary>The id; all ids stand in MESSAGES.md.</summary>
    public string Id { get; }

    /// <summary>What is wrong, in a sentence.</summary>
    public string Fault { get; }

    /// <summary>What to do, in a sentence.</summary>
    public string Remedy { get; }
}
