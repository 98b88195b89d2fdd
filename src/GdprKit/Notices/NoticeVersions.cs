using GdprKit.Documents;
using GdprKit.Ledger;
using GdprKit.Notices;
using NodaTime;

namespace GdprKit;

/// <summary>
/// The published versions of the privacy notice: publishes what the register says, and tells which version holds, which is announced and which
/// there were. In the host's transaction where there is one.
/// </summary>
/// <remarks>
/// <para>
/// A version is never changed and never removed, because consents and acknowledgements refer to it. Each audience has versions of its own: a change
/// that concerns staff only asks no customer anything. One that is published before an announced version came to hold takes its place.
/// </para>
/// <para>As safe for use by several threads as its store is; of the life of its store.</para>
/// </remarks>
public sealed partial class NoticeVersions
{
    private readonly PrivacyNotices _notices;
    private readonly LedgerStreams _streams;
    private readonly ILedgerStore _store;
    private readonly IClock _clock;

    // Thousands say within one unit of work to have read the same version; whoever publishes meanwhile changes the head.
    private readonly NoticeMemory _memory;

    /// <summary>Publishes the notices of a register in a ledger.</summary>
    /// <param name="notices">The notices of the register.</param>
    /// <param name="streams">The streams of the ledger.</param>
    /// <param name="store">Where the ledger is kept.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="memory">Remembers what was read, also for others; <see langword="null"/> to remember it here only.</param>
    public NoticeVersions(PrivacyNotices notices, LedgerStreams streams, ILedgerStore store, IClock clock, NoticeMemory? memory = null)
    {
        ArgumentNullException.ThrowIfNull(notices);
        ArgumentNullException.ThrowIfNull(streams);
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(clock);
        (_notices, _streams, _store, _clock, _memory) = (notices, streams, store, clock, memory ?? new NoticeMemory());
    }

    /// <summary>Every version that was published for an audience, the latest first.</summary>
    /// <param name="audience">For whom; <see langword="null"/> for <see cref="NoticeAudience.Everybody"/>.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async ValueTask<ValueList<NoticeVersion>> ListAsync(NoticeAudience? audience = null, CancellationToken cancellationToken = default)
    {
        return await _store.FindHeadsAsync([PublishedNotices.StreamOf(audience ?? NoticeAudience.Everybody)], cancellationToken).ConfigureAwait(false) is [var head]
            ? await ReadAsync(head, cancellationToken).ConfigureAwait(false)
            : [];
    }

    /// <summary>The version that holds, or held at an instant.</summary>
    /// <param name="audience">For whom; <see langword="null"/> for <see cref="NoticeAudience.Everybody"/>.</param>
    /// <param name="at">The instant; <see langword="null"/> for now.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The version; <see langword="null"/> when none did.</returns>
    public async ValueTask<NoticeVersion?> FindCurrentAsync(NoticeAudience? audience = null, Instant? at = null, CancellationToken cancellationToken = default)
    {
        var instant = at ?? _clock.GetCurrentInstant();
        return (await ListAsync(audience, cancellationToken).ConfigureAwait(false)).FirstOrDefault(version => version.HoldsAt(instant));
    }

    /// <summary>The version that is announced: published, and to hold later.</summary>
    /// <param name="audience">For whom; <see langword="null"/> for <see cref="NoticeAudience.Everybody"/>.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The version; <see langword="null"/> when none is.</returns>
    public async ValueTask<NoticeVersion?> FindAnnouncedAsync(NoticeAudience? audience = null, CancellationToken cancellationToken = default) =>
        await ListAsync(audience, cancellationToken).ConfigureAwait(false) is [var latest, ..] && latest.EffectiveFrom > _clock.GetCurrentInstant() ? latest : null;

    /// <summary>A version by its digest, of whichever audience.</summary>
    /// <param name="version">The digest.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The version; <see langword="null"/> when none was published under it.</returns>
    public async ValueTask<NoticeVersion?> FindAsync(Digest version, CancellationToken cancellationToken = default)
    {
        await foreach (var head in _streams.ReadHeadsAsync(HeadFilter.Of(PublishedNotices.Fold.Kind), cancellationToken).ConfigureAwait(false))
        {
            if ((await ReadAsync(head, cancellationToken).ConfigureAwait(false)).FirstOrDefault(each => each.Digest == version) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>The text of a version as it was published.</summary>
    /// <param name="version">The version.</param>
    /// <param name="language">One of its languages.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="NoticeException">GDPR1307: the version has no text in the language, or the text is gone.</exception>
    public async ValueTask<Document> ReadTextAsync(NoticeVersion version, Language language, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(version);
        var text = version.Texts.FirstOrDefault(each => each.Language == language) ?? throw NoticeRefusals.TextMissing();
        return Document.FromJson((await ReadContentAsync(text.Digest, cancellationToken).ConfigureAwait(false)).Bytes.AsSpan());
    }

    /// <summary>What changed from one version to another that concerns their audience.</summary>
    /// <param name="before">The earlier version.</param>
    /// <param name="after">The later version, of the same audience.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="NoticeException">GDPR1307: a register of them is gone.</exception>
    public async ValueTask<ValueList<RegisterChange>> CompareAsync(NoticeVersion before, NoticeVersion after, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return AudienceChanges.Between(
            await ReadRegisterAsync(before, cancellationToken).ConfigureAwait(false), await ReadRegisterAsync(after, cancellationToken).ConfigureAwait(false), after.Audience);
    }

    private ValueTask<ValueList<NoticeVersion>> ReadAsync(StreamHead head, CancellationToken cancellationToken) =>
        PublishedNotices.ReadAsync(head, _store, _memory, cancellationToken);

    private async ValueTask<ProcessingRegister> ReadRegisterAsync(NoticeVersion version, CancellationToken cancellationToken) =>
        ProcessingRegister.FromJson((await ReadContentAsync(version.Register, cancellationToken).ConfigureAwait(false)).Bytes.AsSpan());

    private async ValueTask<LedgerContent> ReadContentAsync(Digest digest, CancellationToken cancellationToken) =>
        await _store.ReadContentAsync(digest, cancellationToken).ConfigureAwait(false) ?? throw NoticeRefusals.TextMissing();
}
