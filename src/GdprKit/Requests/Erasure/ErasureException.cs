namespace GdprKit;

/// <summary>What is to be done about an erasure is refused. Nothing was written, and nothing went.</summary>
/// <remarks>Its message holds no key of a person and no ref.</remarks>
public sealed class ErasureException : GdprKitException
{
    internal ErasureException(string id, string fault, string remedy)
        : base(id, fault, remedy)
    {
    }
}
