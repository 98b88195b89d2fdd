namespace GdprKit.Decisions;

/// <summary>The keys of the suppression list cannot be used. Its message holds no key and no address.</summary>
public sealed class SuppressionKeysException : GdprKitException
{
    /// <summary>Makes the exception; for who keeps keys elsewhere.</summary>
    /// <param name="id">The id, for example <c>GDPR3180</c>.</param>
    /// <param name="fault">What is wrong, in a sentence.</param>
    /// <param name="remedy">What to do, in a sentence.</param>
    /// <param name="cause">What led to it, or <see langword="null"/>.</param>
    public SuppressionKeysException(string id, string fault, string remedy, Exception? cause = null)
        : base(id, fault, remedy, cause)
    {
    }

    internal static SuppressionKeysException Lacking() => new(
        DecisionMessages.KeyLacking,
        "Addresses are on the suppression list under a key that the key ring does not have, so nobody can tell who is not on it.",
        "Put back the key ring that was used last, or the key that it lacks; FileKeyRing.Rotate keeps the keys of before.");

    internal static SuppressionKeysException None() => new(
        DecisionMessages.NoSuppressionKeys, "The suppression list is used, and nothing says where its keys are.", "Call gdpr.UseSuppressionKeyFile(…), or register an ISuppressionKeys.");
}
