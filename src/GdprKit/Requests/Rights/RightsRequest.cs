using System.Text.Json.Serialization;
using GdprKit.Ledger;
using GdprKit.Requests;
using NodaTime;

namespace GdprKit;

/// <summary>What a person asked by Art. 15 to 21, and what came of it.</summary>
/// <remarks>
/// Streams of the kind <c>rights-request</c> with the id of the request as key, about the person, or about nobody while no one knows who asks. Due when the last day ends on which the
/// answer is in time. While it is open and not for erasure, nothing of the person goes. Immutable. Safe for use by several threads.
/// </remarks>
public sealed record RightsRequest : IStreamState<RightsRequest>
{
    /// <summary>Its id.</summary>
    public EntryId Id { get; init; }

    /// <summary>How far it has come.</summary>
    public RightsRequestStatus Status { get; init; }

    /// <summary>Since when.</summary>
    public Instant Since { get; init; }

    /// <summary>Which right the person exercises.</summary>
    public RightsRequestKind Kind { get; init; }

    /// <summary>To which activity the person objects, or which is to be restricted; <see langword="null"/> for direct marketing, for all of them, and for other kinds.</summary>
    public Key<ProcessingActivity>? Activity { get; init; }

    /// <summary>Whether it is an objection to direct marketing, by the register of the day of receipt: then nothing is weighed, and it cannot be refused (Art. 21(3)).</summary>
    public bool IsAgainstMarketing { get; init; }

    /// <summary>How it came.</summary>
    public RightsRequestChannel Through { get; init; }

    /// <summary>What showed who made it.</summary>
    public RightsRequestOrigin From { get; init; }

    /// <summary>On which day it was received, where the controller is.</summary>
    public LocalDate ReceivedOn { get; init; }

    /// <summary>When the answer is due.</summary>
    public RightsRequestDates Dates { get; init; } = RightsRequestDates.None;

    /// <summary>The question to the person that is not answered yet; <see langword="null"/> when there is none.</summary>
    public RightsRequestQuestion? Question { get; init; }

    /// <summary>The times during which the period stood still.</summary>
    public ValueList<ClarificationPause> Pauses { get; init; } = [];

    /// <summary>Whether the person said what was meant, after having been asked.</summary>
    public bool IsClarified { get; init; }

    /// <summary>Whether the person showed who it is, after having been asked.</summary>
    public bool IsIdentityConfirmed { get; init; }

    /// <summary>On which day it was told that the answer takes up to three months; <see langword="null"/> when it was not.</summary>
    public LocalDate? ExtendedOn { get; init; }

    /// <summary>On which day it was last opened again; <see langword="null"/> when it never was.</summary>
    public LocalDate? ReopenedOn { get; init; }

    /// <summary>On which ground it was refused, or a part of it.</summary>
    public RightsRequestGround? Ground { get; init; }

    /// <summary>How it was carried out.</summary>
    public RightsFulfilmentMeans? Means { get; init; }

    /// <summary>The export that was made for it last; <see langword="null"/> when none was.</summary>
    public RightsRequestExport? Export { get; init; }

    /// <summary>The request together with which it is handled.</summary>
    public EntryId? MergedInto { get; init; }

    /// <summary>The last day on which somebody opened its file; <see langword="null"/> when nobody did.</summary>
    public LocalDate? OpenedOn { get; init; }

    /// <summary>Who opened it on that day.</summary>
    public ValueList<Key<Operator>> OpenedBy { get; init; } = [];

    /// <summary>How entries become the state.</summary>
    public static StreamFold<RightsRequest> Fold { get; } = RequestFold.Create();

    /// <summary>Whether it is still to be answered, wholly or in part.</summary>
    [JsonIgnore]
    public bool IsOpen => RequestStates.IsOpen(Status);

    /// <summary>Whether the period stands still, because the person is asked something and was asked promptly.</summary>
    [JsonIgnore]
    public bool IsWaiting => Question is { StopsTheClock: true };

    /// <summary>The day to aim at.</summary>
    [JsonIgnore]
    public LocalDate NominalDue => ExtendedOn is null ? Dates.NominalDue : Dates.NominalExtendedDue;

    /// <summary>The last day on which the answer is in time; while the period stands still, as it was before the question.</summary>
    [JsonIgnore]
    public LocalDate Due => ExtendedOn is null ? Dates.Due : Dates.ExtendedDue;

    /// <summary>When the last day ends where the controller is.</summary>
    [JsonIgnore]
    public Instant DueEnds => ExtendedOn is null ? Dates.DueEnds : Dates.ExtendedDueEnds;

    /// <summary>The stream of a request.</summary>
    /// <param name="subject">Whose it is; <see cref="SubjectRef.None"/> while nobody knows.</param>
    /// <param name="request">Its id.</param>
    public static StreamId StreamOf(SubjectRef subject, EntryId request) => new(Fold.Kind, subject, StreamKey.Of(request));

    /// <summary>Whether it should have been answered. One that waits for the person is not, while its period stands still.</summary>
    /// <param name="now">The instant.</param>
    public bool IsOverdueAt(Instant now) => IsOpen && !IsWaiting && DueEnds <= now;

    /// <summary>Whether it is written down that somebody opened its file on a day.</summary>
    internal bool IsOpenedBy(Key<Operator> by, LocalDate on) => OpenedOn == on && OpenedBy.Contains(by);

    /// <inheritdoc/>
    public StreamIndex ToIndex() => new(RequestStates.Of(Kind, Status), Since, IsOpen ? DueEnds : null);
}
