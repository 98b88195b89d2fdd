namespace GdprKit.Decisions;

/// <summary>Looks things up where the caller works, in its transaction.</summary>
internal sealed class SharedSource(DecisionAccess access) : IDecisionSource
{
    public ValueTask<T> LookUpAsync<T>(Func<DecisionAccess, CancellationToken, ValueTask<T>> lookUp, CancellationToken cancellationToken) => lookUp(access, cancellationToken);
}
