using GdprKit.Ledger;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace GdprKit;

/// <summary>What the public reads of an audience's notice: the version that holds, or before anything holds what the register says.</summary>
/// <param name="Audience">For whom.</param>
/// <param name="Published">Every version that was published, the latest first; none where nothing is published or no ledger is kept.</param>
/// <param name="Holding">The version that holds; <see langword="null"/> before one does.</param>
internal sealed record NoticeOnDisplay(NoticeAudience Audience, ValueList<NoticeVersion> Published, NoticeVersion? Holding)
{
    /// <summary>When this was so, where it cannot be told whether it still is; <see langword="null"/> where it is.</summary>
    public Instant? KnownAt { get; init; }

    /// <summary>The version that will hold.</summary>
    public NoticeVersion? Announced => Published is [var latest, ..] && latest != Holding ? latest : null;

    /// <summary>The versions that held before, the latest first; those that never came to hold are left out.</summary>
    public IEnumerable<NoticeVersion> Earlier => Published.Where(version => version.EffectiveUntil <= Holding?.EffectiveFrom && version.EffectiveUntil > version.EffectiveFrom);

    /// <summary>Looks at what holds now, by one look-up of what is known already.</summary>
    public static async ValueTask<NoticeOnDisplay> FindAsync(IServiceProvider services, NoticeAudience audience, CancellationToken cancellationToken)
    {
        if (!KeptLedger.IsIn(services))
        {
            return new NoticeOnDisplay(audience, [], null);
        }

        try
        {
            var published = await services.GetRequiredService<NoticeVersions>().ListAsync(audience, cancellationToken).ConfigureAwait(false);
            var now = services.GetRequiredService<IClock>().GetCurrentInstant();
            return new NoticeOnDisplay(audience, published, published.FirstOrDefault(version => version.HoldsAt(now)));
        }
        catch (LedgerException fault) when (fault.IsNotKept)
        {
            return new NoticeOnDisplay(audience, [], null);
        }
    }

    /// <summary>The languages in which it can be read.</summary>
    public ValueList<Language> LanguagesIn(ProcessingRegister register) => Holding?.Texts.Select(text => text.Language).ToValueList() ?? register.Languages.ToValueList();

    /// <summary>The digest of what is read in a language; <see langword="null"/> where nothing is.</summary>
    public Digest? TextIn(Language language, PrivacyNotices notices) => Holding is { } holding
        ? holding.Texts.FirstOrDefault(text => text.Language == language)?.Digest
        : notices.TryGet(language, Audience, out var notice) ? notice.Digest : null;

    /// <summary>Whether it can be read at all.</summary>
    public bool IsReadableIn(PrivacyNotices notices) => Holding is not null || notices.TryGet(notices.Register.MainLanguage, Audience, out _);
}
