using GdprKit.Notices;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using NodaTime;

namespace GdprKit;

/// <summary>Links that only this application makes and reads, sealed with ASP.NET Core Data Protection.</summary>
internal sealed class NoticeLinks(IDataProtectionProvider protection, IOptions<NoticeLinkOptions> options, IClock clock) : INoticeLinks
{
    private const string Purpose = "GdprKit.NoticeLink/1";

    private readonly IDataProtector _protector = SealedField.ProtectorOf(protection, Purpose, null);

    public Uri Read(NoticeVersion version, Language language)
    {
        ArgumentNullException.ThrowIfNull(version);
        return At($"versions/{version.Digest}/{language}");
    }

    public Uri Confirm(SubjectRef person, NoticeVersion version, Language language, Instant until)
    {
        ArgumentNullException.ThrowIfNull(version);
        var link = new SealedLink(person.ToString(), version.Digest.ToString(), language.Code, SealedField.ToNumber(until));
        return At($"confirm/{SealedField.Seal(link, SealedLinkJson.Default.SealedLink, _protector)}");
    }

    /// <summary>Reads the last part of a link; <see langword="null"/> when this application did not make it.</summary>
    public OpenedLink? Open(string? text) =>
        SealedField.Open(text, SealedLinkJson.Default.SealedLink, _protector) is { } link
            && SubjectRef.TryParse(link.Person, out var person)
            && Digest.TryParse(link.Version, out var version)
            && Language.TryParse(link.Language, out var language)
                ? new OpenedLink(person, version, language, SealedField.ToNumber(clock.GetCurrentInstant()) >= link.Until)
                : null;

    private Uri At(string path) => new($"{(options.Value.FindAddress?.Invoke() ?? options.Value.Address!).AbsoluteUri.TrimEnd('/')}/{path}");
}
