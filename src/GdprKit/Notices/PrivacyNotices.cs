using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Options;

namespace GdprKit;

/// <summary>The privacy notices of a host's register: the public one, and those of people with one of their own, in every language.</summary>
/// <remarks>All are written when the service is made, so that asking for one costs a look-up. Safe for use by several threads.</remarks>
public sealed class PrivacyNotices
{
    private readonly FrozenDictionary<(Language Language, NoticeAudience Audience), PrivacyNotice> _notices;

    /// <summary>Writes all notices.</summary>
    /// <param name="register">The register.</param>
    /// <param name="options">What the host says otherwise.</param>
    /// <exception cref="InvalidNoticeException">A notice is incomplete; the exception carries all faults of all notices.</exception>
    public PrivacyNotices(ProcessingRegister register, IOptions<NoticeOptions> options)
    {
        ArgumentNullException.ThrowIfNull(register);
        ArgumentNullException.ThrowIfNull(options);
        Register = register;
        _notices = WriteAll(register, options.Value).ToFrozenDictionary(notice => (notice.Language, notice.Audience));
    }

    /// <summary>The register they are written from.</summary>
    public ProcessingRegister Register { get; }

    /// <summary>Every notice, in no order.</summary>
    internal IEnumerable<PrivacyNotice> All => _notices.Values;

    /// <summary>The public notice in a language of the register.</summary>
    /// <param name="language">One of the register's languages.</param>
    /// <exception cref="KeyNotFoundException">The register does not use that language, or everybody has a notice of their own.</exception>
    public PrivacyNotice In(Language language) => _notices[(language, NoticeAudience.Everybody)];

    /// <summary>The notice for an audience in a language, where there is one.</summary>
    /// <param name="language">The language.</param>
    /// <param name="audience">The audience.</param>
    /// <param name="notice">The notice, or <see langword="null"/>.</param>
    public bool TryGet(Language language, NoticeAudience audience, [NotNullWhen(true)] out PrivacyNotice? notice) =>
        _notices.TryGetValue((language, audience), out notice);

    internal static List<PrivacyNotice> WriteAll(ProcessingRegister register, NoticeOptions options)
    {
        var notices = new List<PrivacyNotice>();
        var faults = new List<NoticeFault>();
        foreach (var language in register.Languages)
        {
            foreach (var audience in NoticeAudience.AllOf(register))
            {
                try
                {
                    notices.Add(PrivacyNotice.From(register, language, audience, options));
                }
                catch (InvalidNoticeException exception)
                {
                    faults.AddRange(exception.Faults);
                }
            }
        }

        return faults.Count == 0 ? notices : throw new InvalidNoticeException(faults.Distinct().ToValueList());
    }
}
