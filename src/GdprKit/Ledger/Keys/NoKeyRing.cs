namespace GdprKit.Ledger;

/// <summary>Stands for a ring that nobody named: who needs one is told, and who needs none is not.</summary>
internal sealed class NoKeyRing : IKeyRing
{
    public ValueTask<ValueList<ValueList<Digest>>> HashAsync(KeyPurpose purpose, ValueList<string> texts, CancellationToken cancellationToken) => throw new KeyRingException(
        KeyMessages.NoRing, "A key ring is needed, and nothing says where it is.", "Call gdpr.UseKeyRingFile(…), or register an IKeyRing.");
}
