namespace GdprKit.Transparency;

/// <summary>A note, a key, a checkpoint or tiles are not what they should be. Nothing was written that claims otherwise.</summary>
/// <remarks>Its message holds no private key.</remarks>
public sealed class TransparencyException : Exception
{
    internal TransparencyException(string id, string fault, string remedy)
        : base($"{id}: {fault} {remedy}") => (Id, Fault, Remedy) = (id, fault, remedy);

    /// <summary>The id; all ids stand in MESSAGES.md.</summary>
    public string Id { get; }

    /// <summary>What is wrong, in a sentence.</summary>
    public string Fault { get; }

    /// <summary>What to do, in a sentence.</summary>
    public string Remedy { get; }
}
