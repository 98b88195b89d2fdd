using GdprKit.Ledger;
using GdprKit.Subjects;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace GdprKit.Requests;

/// <summary>What erasures are made of.</summary>
/// <param name="Retention">What is kept, how long, and why.</param>
/// <param name="Places">Whose answer an erasure needs.</param>
/// <param name="Streams">The streams.</param>
/// <param name="Store">Where the ledger is kept.</param>
/// <param name="Subjects">Who is who.</param>
/// <param name="Requests">The requests.</param>
/// <param name="Suppression">The suppression list.</param>
/// <param name="Backups">When what is erased is gone from backups too.</param>
/// <param name="Tags">By what rows are known again after a restore; <see langword="null"/> without a key ring.</param>
/// <param name="Clock">The clock.</param>
/// <param name="Compacts">Whether what is left of rows in places that nobody reads is removed afterwards.</param>
/// <param name="Logger">Is told which place did not answer; <see langword="null"/> for nobody.</param>
internal sealed record ErasureSurroundings(
    DataRetention Retention,
    ErasurePlaces Places,
    LedgerStreams Streams,
    ILedgerStore Store,
    ISubjectDirectory Subjects,
    RightsRequests Requests,
    SuppressionList Suppression,
    BackupSets Backups,
    MatchTags? Tags,
    IClock Clock,
    bool Compacts,
    ILogger<ErasureRunner>? Logger)
{
    /// <summary>The erasures that go on.</summary>
    public static HeadFilter UnderWay =>
        HeadFilter.Of(ErasureOrder.Fold.Kind) with { Statuses = [StreamStatus.Of(ErasureOrderStatus.Ordered), StreamStatus.Of(ErasureOrderStatus.Waiting)] };

    public Instant Now => LedgerTime.Floor(Clock.GetCurrentInstant());

    /// <summary>Whether something keeps the rows of a person from going.</summary>
    public ValueTask<bool> IsProtectedAsync(SubjectRef person, CancellationToken cancellationToken) =>
        Streams.ReadHeadsAsync(HeadFilter.About(person), cancellationToken).AnyAsync(Places.Shield.IsShielding, cancellationToken);

    /// <summary>The stream of an order; <see langword="null"/> when there is none.</summary>
    public async ValueTask<StreamId?> LocateAsync(EntryId order, CancellationToken cancellationToken) => order.IsDefault ? null
        : (await Streams.ReadHeadsAsync(HeadFilter.Of(ErasureOrder.Fold.Kind) with { Key = StreamKey.Of(order) }, cancellationToken)
            .FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false))?.Stream;
}
