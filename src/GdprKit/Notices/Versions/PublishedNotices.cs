using GdprKit.Ledger;
using NodaTime;

namespace GdprKit.Notices;

/// <summary>What was published for one audience: which version holds, and which is announced.</summary>
/// <remarks>Streams of the kind <c>notice</c>, about nobody, with the audience as key. They never expire: every version is served for ever.</remarks>
internal sealed record PublishedNotices : IStreamState<PublishedNotices>
{
    private static readonly StreamKey PublicKey = StreamKey.Parse("public");

    private static readonly StreamKey PeopleKey = StreamKey.Parse("people");

    /// <summary>The version that held when the last one was published; nothing when there was none.</summary>
    public NoticeLine? Earlier { get; init; }

    /// <summary>The version published last.</summary>
    public NoticeLine? Latest { get; init; }

    /// <summary>When the last one was published.</summary>
    public Instant Since { get; init; }

    public static StreamFold<PublishedNotices> Fold { get; } = new StreamFold<PublishedNotices>("notice", version: 1, new(), static () => NoticesJson.Default.PublishedNotices)
        .On(NoticeEntries.Published, static (state, entry) => new()
        {
            Earlier = state.At(entry.RecordedAt),
            Latest = new NoticeLine(
                entry.Facts.Version,
                entry.Facts.Significance is ChangeSignificance.Editorial && state.Latest is { } before ? before.TellsOf : entry.Facts.Version,
                entry.Facts.EffectiveFrom ?? entry.RecordedAt),
            Since = entry.RecordedAt,
        })
        .Tell(NoticeEntries.Published, static (entry, words) => entry.Facts.Significance is ChangeSignificance.Editorial
            ? words.Choose("Er is een verbeterde tekst van de privacyverklaring gepubliceerd.", "A corrected text of the privacy notice was published.")
            : words.Choose("Er is een nieuwe privacyverklaring gepubliceerd.", "A new privacy notice was published."));

    /// <summary>The version that holds at an instant that is not before the last publication.</summary>
    public NoticeLine? At(Instant instant) => Latest?.EffectiveFrom <= instant ? Latest : Earlier;

    public StreamIndex ToIndex() => new(StreamStatus.Parse("published"), Since, Latest?.EffectiveFrom > Since ? Latest.EffectiveFrom : null);

    public static StreamKey KeyOf(NoticeAudience audience) => audience is NoticeAudience.Own own ? PeopleKey / StreamKey.Of(own.People) : PublicKey;

    public static StreamId StreamOf(NoticeAudience audience) => new(Fold.Kind, SubjectRef.None, KeyOf(audience));

    /// <summary>Every version up to a head, the latest first; from memory where nothing was published since it was read.</summary>
    /// <exception cref="NoticeException">GDPR1307: a summary is gone.</exception>
    public static async ValueTask<ValueList<NoticeVersion>> ReadAsync(StreamHead head, ILedgerStore store, NoticeMemory memory, CancellationToken cancellationToken)
    {
        if (memory.Find(head) is { } known)
        {
            return known;
        }

        var history = await VersionHistory.ReadAsync(AudienceOf(head.Stream.Key), head, store, cancellationToken).ConfigureAwait(false);
        var versions = await history.WithSummariesAsync(ReadSummaryAsync, cancellationToken).ConfigureAwait(false);
        memory.Remember(head, versions);
        return versions;

        async ValueTask<LocalizedText> ReadSummaryAsync(Digest summary, CancellationToken token) =>
            NoticeWords.Read(await store.ReadContentAsync(summary, token).ConfigureAwait(false) ?? throw NoticeRefusals.TextMissing());
    }

    /// <summary>For whom the versions of a stream are.</summary>
    public static NoticeAudience AudienceOf(StreamKey key) => key == PublicKey
        ? NoticeAudience.Everybody
        : NoticeAudience.Of(Key<SubjectKind>.Parse(key.ToString()[(PeopleKey.ToString().Length + 1)..]));
}
