namespace GdprKit.Content;

/// <summary>JSON that has no canonical form (RFC 8785, section 3.1; RFC 7493). Nothing was written.</summary>
public sealed class CanonicalJsonException : FormatException
{
    internal CanonicalJsonException(string id, string fault, string remedy, Exception? cause = null)
        : base($"{id}: {fault} {remedy}", cause) => (Id, Fault, Remedy) = (id, fault, remedy);

    /// <summary>The id, for example <c>GDPR1055</c>; all ids stand in MESSAGES.md.</summary>
    public string Id { get; }

    /// <summary>What is wrong, in a sentence.</summary>
    public string Fault { get; }

    /// <summary>What to do, in a sentence.</summary>
    public string Remedy { get; }
}
