using GdprKit.Ledger;
using NodaTime;

namespace GdprKit.Requests;

/// <summary>How entries about an erasure become its state.</summary>
internal static class ErasureFold
{
    public static StreamFold<ErasureOrder> Create() => new StreamFold<ErasureOrder>("erasure", version: 2, new(), static () => ErasureJson.Default.ErasureOrder)
        .On(ErasureEntries.Ordered, static (_, entry) => Ordered(entry))
        .On(ErasureEntries.RowsGone, static (state, entry) => state.At(ErasurePlaceKind.Store, entry.Facts.Place, place => place with
        {
            Deleted = place.Deleted + entry.Facts.Deleted,
            Emptied = place.Emptied + entry.Facts.Emptied,
            Categories = place.Categories.Concat(entry.Facts.Categories).Distinct().Order().ToValueList(),
        }))
        .On(ErasureEntries.PlaceAnswered, static (state, entry) => state.At(entry.Facts.Kind, entry.Facts.Place, place => place with
        {
            Answer = entry.Facts.Answer,
            On = entry.Facts.On,
            Deleted = place.Deleted + entry.Facts.Items,
            ErasableFrom = entry.Facts.ErasableFrom,
            Kept = entry.Facts.Kept ?? [],
            NextAt = entry.Facts.NextAt,
            Failures = 0,
        }).Moved(entry.RecordedAt))
        .On(ErasureEntries.PlacePostponed, static (state, entry) => state.At(entry.Facts.Kind, entry.Facts.Place, place => place with
        {
            Failures = entry.Facts.Failed ? place.Failures + 1 : 0,
            NextAt = entry.Facts.NextAt,
        }))
        .On(ErasureEntries.PersonTold, static (state, entry) => state with { IsAnswered = true, ToldAt = entry.RecordedAt })
        .On(ErasureEntries.Completed, static (state, entry) => state with { Status = ErasureOrderStatus.Completed, Since = entry.RecordedAt })
        .On(ErasureEntries.Ended, static (state, entry) => state with { Status = ErasureOrderStatus.Ended, Since = entry.RecordedAt })
        .On(ErasureEntries.Repeated, static (state, entry) => state with
        {
            Status = ErasureOrderStatus.Ordered,
            Since = entry.RecordedAt,
            RepeatedAfter = entry.Facts.Restore,
            Places = state.Places.Select(place => place.IsByHand ? place : place with { Answer = ErasurePlaceAnswer.Unspecified, NextAt = state.OrderedAt, Failures = 0 }).ToValueList(),
        })
        .Tell(ErasureEntries.Ordered, ErasureWords.OfOrdered)
        .Tell(ErasureEntries.RowsGone, ErasureWords.OfRowsGone)
        .Tell(ErasureEntries.PlaceAnswered, ErasureWords.OfPlaceAnswered)
        .Tell(ErasureEntries.PlacePostponed, ErasureWords.OfPlacePostponed)
        .Tell(ErasureEntries.PersonTold, ErasureWords.OfPersonTold)
        .Tell(ErasureEntries.Completed, ErasureWords.OfCompleted)
        .Tell(ErasureEntries.Ended, ErasureWords.OfEnded)
        .Tell(ErasureEntries.Repeated, static (_, words) => ErasureWords.OfRepeated(words))
        .KeptAs(OwnRecordKind.ErasureOrder, StreamStatus.Of(ErasureOrderStatus.Completed), StreamStatus.Of(ErasureOrderStatus.Ended));

    private static ErasureOrder Ordered(Entry<ErasureOrdered> entry) => new ErasureOrder
    {
        Id = EntryId.Parse(entry.Stream.Key.ToString()),
        Status = ErasureOrderStatus.Ordered,
        Since = entry.RecordedAt,
        OrderedAt = entry.RecordedAt,
        On = entry.Facts.On,
        Kind = entry.Facts.Kind,
        IsRequested = entry.Facts.Request is not null,
        IsAnswered = entry.Facts.Request is null,
        IsSuppressed = entry.Facts.IsSuppressed,
        Places = entry.Facts.Places.Select(place => place.IsByHand ? place : place with { NextAt = entry.RecordedAt }).ToValueList(),
    }.Moved(entry.RecordedAt);

    private static ErasureOrder At(this ErasureOrder order, ErasurePlaceKind kind, Key<ErasurePlace> key, Func<ErasurePlaceState, ErasurePlaceState> change) =>
        order with { Places = order.Places.Select(place => place.Kind == kind && place.Key == key ? change(place) : place).ToValueList() };

    private static ErasureOrder Moved(this ErasureOrder order, Instant at) =>
        order is { Status: ErasureOrderStatus.Ordered, HasEveryAnswer: true } ? order with { Status = ErasureOrderStatus.Waiting, Since = at } : order;
}
