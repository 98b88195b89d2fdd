using GdprKit.Ledger;
using GdprKit.Notices;
using NodaTime;

namespace GdprKit;

/// <summary>The telling of one material version to everybody whose data are held: what the entries of one stream come to.</summary>
/// <remarks>
/// Streams of the kind <c>notice-campaign</c>, about nobody, with the digest of the version as key. Whom it is for is not copied: who has no delivery yet
/// is found when it is sent, so opening one is one entry, whatever the audience. Immutable. Safe for use by several threads.
/// </remarks>
public sealed record NoticeCampaign : IStreamState<NoticeCampaign>
{
    /// <summary>How far it has come.</summary>
    public CampaignStatus Status { get; init; }

    /// <summary>Since when.</summary>
    public Instant Since { get; init; }

    /// <summary>When it was opened.</summary>
    public Instant OpenedAt { get; init; }

    /// <summary>When it was started first; <see langword="null"/> when not yet.</summary>
    public Instant? StartedAt { get; init; }

    /// <summary>How people are told.</summary>
    public CampaignTerms Terms { get; init; } = new();

    /// <summary>How entries become the state.</summary>
    public static StreamFold<NoticeCampaign> Fold { get; } = new StreamFold<NoticeCampaign>("notice-campaign", version: 1, new(), static () => NoticesJson.Default.NoticeCampaign)
        .On(CampaignEntries.Opened, static (state, entry) => Moved(state, entry, CampaignStatus.Opened) with { OpenedAt = entry.RecordedAt })
        .On(CampaignEntries.Started, static (state, entry) => Moved(state, entry, CampaignStatus.Running) with { StartedAt = state.StartedAt ?? entry.RecordedAt, Terms = entry.Facts.Terms })
        .On(CampaignEntries.Paused, static (state, entry) => Moved(state, entry, CampaignStatus.Paused))
        .On(CampaignEntries.Resumed, static (state, entry) => Moved(state, entry, CampaignStatus.Running))
        .On(CampaignEntries.Stopped, static (state, entry) => Moved(state, entry, CampaignStatus.Stopped))
        .Tell(CampaignEntries.Opened, static (_, words) => words.Choose("Iedereen moet over een nieuwe privacyverklaring worden geïnformeerd.", "Everybody is to be told of a new privacy notice."))
        .Tell(CampaignEntries.Started, static (_, words) => words.Choose("Het informeren over de privacyverklaring is begonnen.", "Telling people of the privacy notice began."))
        .Tell(CampaignEntries.Paused, static (_, words) => words.Choose("Het informeren is onderbroken.", "Telling people was paused."))
        .Tell(CampaignEntries.Resumed, static (_, words) => words.Choose("Het informeren gaat verder.", "Telling people goes on."))
        .Tell(CampaignEntries.Stopped, static (_, words) => words.Choose("Het informeren is gestopt.", "Telling people was stopped."))
        .KeptAs(OwnRecordKind.Evidence);

    /// <summary>The stream of a material version.</summary>
    /// <param name="tellsOf">The digest of the version.</param>
    public static StreamId StreamOf(Digest tellsOf) => new(Fold.Kind, SubjectRef.None, StreamKey.Of(tellsOf));

    /// <inheritdoc/>
    public StreamIndex ToIndex() => new(StreamStatus.Of(Status), Since);

    private static NoticeCampaign Moved<TFacts>(NoticeCampaign state, Entry<TFacts> entry, CampaignStatus status)
        where TFacts : class => state with { Status = status, Since = entry.RecordedAt };
}
