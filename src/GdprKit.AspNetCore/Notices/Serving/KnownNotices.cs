using System.Collections.Concurrent;
using GdprKit.Documents;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace GdprKit;

/// <summary>
/// Keeps at hand what was published, as it was last read of the ledger, so that a notice stays readable while the ledger does not answer. While it answers, it is
/// asked for every visitor, so that what another instance publishes is read at once. Texts are known by their digest and never change; which one holds is
/// as old as the last look, and said with it. Safe for use by several threads.
/// </summary>
internal sealed class KnownNotices
{
    /// <summary>How long a visitor waits for the ledger where there is something to show without it.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>How long a ledger that did not answer is left alone: what is published is read so late at most once it answers again.</summary>
    public static readonly Duration AskedAgainAfter = Duration.FromSeconds(5);

    private readonly ConcurrentDictionary<NoticeAudience, (ValueList<NoticeVersion> Published, Instant ReadAt)> _published = [];

    private readonly KnownTexts _texts = new();

    private readonly SilentLedger _ledger = new(AskedAgainAfter);

    /// <summary>What the public reads of an audience's notice: as it is, or as it was known last.</summary>
    public async ValueTask<NoticeOnDisplay> FindAsync(IServiceProvider services, NoticeAudience audience, CancellationToken cancellationToken)
    {
        var now = services.GetRequiredService<IClock>().GetCurrentInstant();
        return !_published.TryGetValue(audience, out var known)
            ? await LookAsync(services, audience, now, cancellationToken).ConfigureAwait(false)
            : await _ledger.AskAsync(services, now, token => LookAsync(services, audience, now, token), cancellationToken).ConfigureAwait(false)
                ?? new NoticeOnDisplay(audience, known.Published, known.Published.FirstOrDefault(version => version.HoldsAt(now))) { KnownAt = known.ReadAt };
    }

    /// <summary>A version that was published, with what was published for the same people.</summary>
    /// <returns>The versions, the latest first; <see langword="null"/> when none was published under the digest.</returns>
    public async ValueTask<(NoticeVersion Version, ValueList<NoticeVersion> Published)?> FindAsync(IServiceProvider services, Digest digest, CancellationToken cancellationToken)
    {
        var now = services.GetRequiredService<IClock>().GetCurrentInstant();
        foreach (var (published, _) in _published.Values)
        {
            if (published.FirstOrDefault(version => version.Digest == digest) is { } known)
            {
                var shown = await _ledger.AskAsync(services, now, token => LookAsync(services, known.Audience, now, token), cancellationToken).ConfigureAwait(false);
                return Of(shown?.Published ?? published);
            }
        }

        return await services.GetRequiredService<NoticeVersions>().FindAsync(digest, cancellationToken).ConfigureAwait(false) is { } found
            ? Of((await LookAsync(services, found.Audience, now, cancellationToken).ConfigureAwait(false)).Published)
            : null;

        (NoticeVersion, ValueList<NoticeVersion>)? Of(ValueList<NoticeVersion> published) =>
            published.FirstOrDefault(version => version.Digest == digest) is { } version ? (version, published) : null;
    }

    /// <summary>The text of a version, which is read of the ledger once.</summary>
    public async ValueTask<Document> ReadAsync(IServiceProvider services, NoticeVersion version, Language language, CancellationToken cancellationToken)
    {
        var digest = version.Texts.FirstOrDefault(text => text.Language == language)?.Digest;
        if (digest is { } known && _texts.TryRecall(known, out var text))
        {
            return text;
        }

        text = await services.GetRequiredService<NoticeVersions>().ReadTextAsync(version, language, cancellationToken).ConfigureAwait(false);
        _texts.Remember(digest!.Value, text);
        return text;
    }

    private async ValueTask<NoticeOnDisplay> LookAsync(IServiceProvider services, NoticeAudience audience, Instant now, CancellationToken cancellationToken)
    {
        var shown = await NoticeOnDisplay.FindAsync(services, audience, cancellationToken).ConfigureAwait(false);
        if (!_published.TryGetValue(audience, out var known) || known.Published != shown.Published)
        {
            await KeepAsync(services, shown, cancellationToken).ConfigureAwait(false);
        }

        // Whoever asks for people whom no register knows fills no memory.
        if (shown.Published is not [] || NoticeAudience.AllOf(services.GetRequiredService<ProcessingRegister>()).Contains(audience))
        {
            _published[audience] = (shown.Published, now);
        }

        return shown;
    }

    // Who reads another language, or comes when the announced text holds, may find the ledger silent.
    private async ValueTask KeepAsync(IServiceProvider services, NoticeOnDisplay shown, CancellationToken cancellationToken)
    {
        foreach (var version in new[] { shown.Holding, shown.Announced }.OfType<NoticeVersion>())
        {
            foreach (var language in version.Texts.Select(text => text.Language))
            {
                try
                {
                    await ReadAsync(services, version, language, cancellationToken).ConfigureAwait(false);
                }
                catch (NoticeException)
                {
                    // A text that is missing is said to who asks for it.
                }
            }
        }
    }
}
