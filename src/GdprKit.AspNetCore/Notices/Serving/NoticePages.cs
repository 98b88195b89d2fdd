using System.Collections.Concurrent;
using System.Text;
using GdprKit.Documents;
using Microsoft.Extensions.DependencyInjection;

namespace GdprKit;

/// <summary>
/// Writes notices as pages, each once: what is shown depends on the version that holds, on the last one that was published, on the language, the form
/// and the address, and on nothing else. Safe for use by several threads.
/// </summary>
internal sealed class NoticePages
{
    // Whoever asks under ever other addresses fills no memory.
    private const int MostRemembered = 256;

    private readonly ConcurrentDictionary<PageKey, NoticePage> _pages = [];

    public async ValueTask<NoticePage> GetAsync(
        IServiceProvider services, NoticeOnDisplay shown, Language language, NoticeFormat format, NoticeAddress address, CancellationToken cancellationToken)
    {
        var latest = shown.Published is [var last, ..] ? last.Digest : default(Digest?);
        var key = new PageKey(shown.Audience, latest, shown.Holding?.Digest, language, format, address);
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

    private static async ValueTask<NoticePage> WriteAsync(
        IServiceProvider services, NoticeOnDisplay shown, Language language, NoticeFormat format, NoticeAddress address, CancellationToken cancellationToken)
    {
        var notices = services.GetRequiredService<PrivacyNotices>();
        var text = shown.Holding is { } version
            ? await services.GetRequiredService<NoticeVersions>().ReadTextAsync(version, language, cancellationToken).ConfigureAwait(false)
            : notices.TryGet(language, shown.Audience, out var notice) ? notice.Document : throw new KeyNotFoundException(WebMessages.NoOwnNotice);
        var translations = shown.LanguagesIn(notices.Register).Where(other => other != language).Select(address.In).ToArray();
        var placed = format.IsExact ? text : NoticePlace.Around(text, shown, address, notices.Register.Controller.TimeZone);
        var body = Encoding.UTF8.GetBytes(format.Write(placed, translations));
        return new NoticePage(body, DocumentResponse.TagOf(body), [.. translations.Select(Alternate), .. NoticePlace.Versions(shown, address, language)]);
    }

    private static string Alternate(DocumentTranslation translation) => $"<{translation.Address}>; rel=\"alternate\"; hreflang=\"{translation.Language}\"";

    private sealed record PageKey(NoticeAudience Audience, Digest? Latest, Digest? Holding, Language Language, NoticeFormat Format, NoticeAddress Address);
}
