namespace GdprKit.Decisions;

/// <summary>Stands for keys that nobody named: who asks the list is told, and who has no list is not.</summary>
internal sealed class NoSuppressionKeys : ISuppressionKeys
{
    public ValueTask<ValueList<ValueList<Digest>>> HashAsync(ValueList<string> texts, CancellationToken cancellationToken) => throw SuppressionKeysException.None();
}
