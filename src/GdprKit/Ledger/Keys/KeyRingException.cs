namespace GdprKit.Ledger;

/// <summary>The key ring cannot be used. Its message holds no key, no address and nobody's number.</summary>
public sealed class KeyRingException : GdprKitException
{
    /// <summary>Makes the exception; for who keeps keys elsewhere.</summary>
    /// <param name="id">The id, for example <c>GDPR3180</c>.</param>
    /// <param name="fault">What is wrong, in a sentence.</param>
    /// <param name="remedy">What to do, in a sentence.</param>
    /// <param name="cause">What led to it, or <see langword="null"/>.</param>
    public KeyRingException(string id, string fault, string remedy, Exception? cause = null)
        : base(id, fault, remedy, cause)
    {
    }
}
