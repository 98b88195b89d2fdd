using NodaTime;

namespace GdprKit.Notices;

/// <summary>The addresses that mails and letters about a notice lead to. <c>GdprKit.AspNetCore</c> has one that signs them.</summary>
/// <remarks>Safe for use by several threads.</remarks>
public interface INoticeLinks
{
    /// <summary>Where everybody can read a version, for ever.</summary>
    /// <param name="version">The version.</param>
    /// <param name="language">One of its languages.</param>
    Uri Read(NoticeVersion version, Language language);

    /// <summary>Where one person can read the version and say so. Opening it changes nothing; nobody but the application can make or read it.</summary>
    /// <param name="person">The person.</param>
    /// <param name="version">The version.</param>
    /// <param name="language">One of its languages.</param>
    /// <param name="until">Until when it serves; later it leads to <see cref="Read"/>.</param>
    Uri Confirm(SubjectRef person, NoticeVersion version, Language language, Instant until);
}
