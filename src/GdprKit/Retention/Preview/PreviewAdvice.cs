using GdprKit.Mapping;
using Microsoft.Extensions.Logging;

namespace GdprKit.Retention;

/// <summary>Asks stores which indexes the counts of a preview miss. What fails is said, and no preview fails for it.</summary>
internal sealed partial class PreviewAdvice(ILogger? logger)
{
    private readonly List<MissingIndex> _missing = [];
    private readonly HashSet<string> _unknown = new(StringComparer.Ordinal);

    /// <summary>What was found; of indexes of which one serves for the others, that one.</summary>
    public IndexAdvice Found => new() { Missing = Needed([.. _missing.Distinct()]).ToValueList(), Unknown = _unknown.Order(StringComparer.Ordinal).ToValueList() };

    private static IEnumerable<MissingIndex> Needed(List<MissingIndex> missing) => missing.Where((index, i) =>
        !missing.Where((other, j) => j != i && index.IsServedBy(other) && (j < i || !other.IsServedBy(index))).Any());

    /// <summary>Asks about the counts of an entity.</summary>
    /// <param name="store">Its store.</param>
    /// <param name="entity">The entity.</param>
    /// <param name="requests">What is counted of it.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async ValueTask AskAsync(IPersonalDataStore store, PlannedEntity entity, ValueList<RowRequest> requests, CancellationToken cancellationToken)
    {
        if (store is not IIndexAdvisor advisor || _unknown.Contains(entity.Store))
        {
            return;
        }

#pragma warning disable CA1031 // Advice must not stop what it is about, whatever a store throws.
        try
        {
            if (await advisor.FindMissingIndexesAsync(entity.Entity, requests, cancellationToken).ConfigureAwait(false) is { } missing)
            {
                _missing.AddRange(missing);
            }
            else
            {
                _unknown.Add(entity.Store);
            }
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            _unknown.Add(entity.Store);
            if (logger is not null)
            {
                CannotLook(logger, exception, RetentionMessages.IndexesUnknown, entity.Store);
            }
        }
#pragma warning restore CA1031
    }

    [LoggerMessage(6003, LogLevel.Warning, "{Id}: the indexes of {Store} could not be looked at, so the preview gives no advice about them. What was counted is not affected. The exception says what the database answered; see whether this application may read its catalogue.")]
    private static partial void CannotLook(ILogger logger, Exception exception, string id, string store);
}
