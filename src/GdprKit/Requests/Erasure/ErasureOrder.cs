using System.Text.Json.Serialization;
using GdprKit.Ledger;
using GdprKit.Requests;
using NodaTime;

namespace GdprKit;

/// <summary>An order to erase the data of a person, and how far it has come at every place.</summary>
/// <remarks>
/// Streams of the kind <c>erasure</c>, about the person, with the id of the request as key, or one of its own. Due when a place is to be asked next, or when it can be completed. Immutable.
/// Safe for use by several threads.
/// </remarks>
public sealed record ErasureOrder : IStreamState<ErasureOrder>
{
    /// <summary>How many places an erasure can have: 200, which fit into a head.</summary>
    public const int MostPlaces = 200;

    /// <summary>Its id: that of the request, where there is one.</summary>
    public EntryId Id { get; init; }

    /// <summary>How far it has come.</summary>
    public ErasureOrderStatus Status { get; init; }

    /// <summary>Since when.</summary>
    public Instant Since { get; init; }

    /// <summary>On which day it was ordered, where the controller is. What arrived later is not meant.</summary>
    public LocalDate On { get; init; }

    /// <summary>When it was ordered.</summary>
    public Instant OrderedAt { get; init; }

    /// <summary>Whether it was asked for by a request.</summary>
    public bool IsRequested { get; init; }

    /// <summary>Whether the person was told what was done, or nobody asked for it. Nothing that leads to the person is removed before.</summary>
    public bool IsAnswered { get; init; }

    /// <summary>When the person was told; <see langword="null"/> when that was not, or nobody asked for it.</summary>
    public Instant? ToldAt { get; init; }

    /// <summary>The kind of the person.</summary>
    public Key<SubjectKind> Kind { get; init; }

    /// <summary>Whether addresses of the person were put on the suppression list with the order.</summary>
    public bool IsSuppressed { get; init; }

    /// <summary>After which restore of an older copy of the database it was carried out again, last; <see langword="null"/> when it was not.</summary>
    public EntryId? RepeatedAfter { get; init; }

    /// <summary>Whose answer is needed, ordered.</summary>
    public ValueList<ErasurePlaceState> Places { get; init; } = [];

    /// <summary>How entries become the state.</summary>
    public static StreamFold<ErasureOrder> Fold { get; } = ErasureFold.Create();

    /// <summary>Whether every place has answered, so that the person can be told.</summary>
    [JsonIgnore]
    public bool HasEveryAnswer => Places.All(place => place.HasAnswered);

    /// <summary>Whether something stays for a time.</summary>
    [JsonIgnore]
    public bool HasRest => Places.Any(place => place.Answer is ErasurePlaceAnswer.Waiting);

    /// <summary>The day on which the last of what went was erased; that of the order as long as nothing is.</summary>
    [JsonIgnore]
    public LocalDate ErasedOn => Places.Where(place => place.On is not null).Select(place => place.On!.Value).DefaultIfEmpty(On).Max();

    /// <summary>Whether it goes on.</summary>
    [JsonIgnore]
    public bool IsUnderWay => Status is ErasureOrderStatus.Ordered or ErasureOrderStatus.Waiting;

    /// <summary>Whether there is nothing left to do but to remove what leads to the person.</summary>
    [JsonIgnore]
    internal bool CanComplete => IsUnderWay && IsAnswered && HasEveryAnswer && !HasRest;

    /// <summary>The stream of an order.</summary>
    /// <param name="subject">The person.</param>
    /// <param name="order">Its id.</param>
    public static StreamId StreamOf(SubjectRef subject, EntryId order) => new(Fold.Kind, subject, StreamKey.Of(order));

    /// <summary>How far it has come at a place; <see langword="null"/> when the order is not about it.</summary>
    /// <param name="place">The place.</param>
    public ErasurePlaceState? Find(ErasurePlace place)
    {
        ArgumentNullException.ThrowIfNull(place);
        return Places.FirstOrDefault(each => each.Kind == place.Kind && each.Key == place.Key);
    }

    /// <inheritdoc/>
    public StreamIndex ToIndex() => new(StreamStatus.Of(Status), Since, !IsUnderWay ? null : CanComplete ? OrderedAt : Places.Where(place => !place.IsByHand).Min(place => place.NextAt));
}
