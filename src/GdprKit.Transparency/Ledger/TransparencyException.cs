namespace GdprKit.Transparency;

/// <summary>A note, a key, a checkpoint or tiles are not what they should be. Nothing was written that claims otherwise.</summary>
/// <remarks>Its message holds no private key.</remarks>
public sealed class TransparencyException : GdprKitException
{
    internal TransparencyException(string id, string fault, string remedy, Exception? cause = null)
        : base(id, fault, remedy, cause)
    {
    }
}
