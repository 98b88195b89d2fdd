namespace GdprKit.Decisions;

/// <summary>Gives access to where decisions look things up, for as long as a look-up takes.</summary>
internal interface IDecisionSource
{
    ValueTask<T> LookUpAsync<T>(Func<DecisionAccess, CancellationToken, ValueTask<T>> lookUp, CancellationToken cancellationToken);
}
