using System.Collections.Concurrent;
using System.Text;
using GdprKit.Documents;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace GdprKit;

/// <summary>
/// Writes notices as pages, each once: what is shown depends on the version that holds, on the last one that was published, on the language, the form
/// and the address, and while the ledger does not answer on when it last did. Safe for use by several threads.
/// </summary>
/// <param name="known">Where the texts are.</param>
internal sealed class NoticePages(KnownNotices known)
{
    // Whoever asks under ever other addresses fills no memory.
    private const int MostRemembered = 256;

    private readonly ConcurrentDictionary<PageKey, NoticePage> _pages = [];

    public async ValueTask<NoticePage> GetAsync(
        IServiceProvider services, NoticeOnDisplay shown, Language language, NoticeFormat format, NoticeAddress address, CancellationToken cancellationToken)
    {
        var latest = shown.Published is [var last, ..] ? last.Digest : default(Digest?);
        var key = new PageKey(shown.Audience, latest, shown.Holding?.Digest, shown.KnownAt, language, format, address);
        if (_pages.TryGetValue(key, out var page))
        {
            return page;
        }

        page = await WriteAsync(services, shown, language, format, address, cancellationToken).ConfigureAwait(false);
        if (_pages.Count >= MostRemembered)
        {
            _pages.Clear();
        }

        _pages[key] = page;
        return page;
    }

    private async ValueTask<NoticePage> WriteAsync(
        IServiceProvider services, NoticeOnDisplay shown, Language language, NoticeFormat format, NoticeAddress address, CancellationToken cancellationToken)
    {
        var notices = services.GetRequiredService<PrivacyNotices>();
        var text = shown.Holding is { } version
            ? await known.ReadAsync(services, version, language, cancellationToken).ConfigureAwait(false)
            : notices.TryGet(language, shown.Audience, out var notice) ? notice.Document : throw new KeyNotFoundException(WebMessages.NoOwnNotice);
        var translations = shown.LanguagesIn(notices.Register).Where(other => other != language).Select(address.In).ToArray();
        var placed = format.IsExact ? text : NoticePlace.Around(text, shown, address, notices.Register.Controller.TimeZone);
        var body = Encoding.UTF8.GetBytes(format.Write(placed, translations));
        return new NoticePage(body, DocumentResponse.TagOf(body), [.. translations.Select(Alternate), .. NoticePlace.Versions(shown, address, language)]);
    }

    private static string Alternate(DocumentTranslation translation) => $"<{translation.Address}>; rel=\"alternate\"; hreflang=\"{translation.Language}\"";

    private sealed record PageKey(NoticeAudience Audience, Digest? Latest, Digest? Holding, Instant? KnownAt, Language Language, NoticeFormat Format, NoticeAddress Address);
}
