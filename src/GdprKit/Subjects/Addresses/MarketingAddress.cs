using GdprKit.Subjects;

namespace GdprKit;

/// <summary>The address to which marketing is to be sent, in the one form in which two spellings of it are equal.</summary>
/// <remarks>
/// <para>
/// <b>E-mail:</b> blanks around it are dropped, letters are composed (Unicode NFC) and made small, an internationalised domain is written
/// in ASCII (IDNA). Tags and dots of the local part stay: who owns <c>ann+shop@…</c> is for the provider to know. A display name, a comment or
/// a second <c>@</c> makes it unreadable.
/// </para>
/// <para>
/// <b>Phone and text message:</b> <c>+</c>, the country calling code and the subscriber's number, digits only (E.164); <c>00</c> is <c>+</c>,
/// <c>(0)</c> is dropped, and a national number gets the calling code of the country.
/// </para>
/// <para>
/// <b>Post:</b> letters and digits only, without accents, made small, in the order given; write the parts always in the same order, for example postal code and
/// house number with its addition.
/// </para>
/// <para>Identifies a person, so it belongs in no log: <see cref="ToString"/> withholds it. Immutable. Safe for use by several threads.</para>
/// </remarks>
public sealed record MarketingAddress
{
    private MarketingAddress(MarketingChannel channel, string? canonical) => (Channel, Canonical) = (channel, canonical);

    /// <summary>The channel.</summary>
    public MarketingChannel Channel { get; }

    /// <summary>Whether it has a canonical form. What has none is refused to the list, and denied by the send gate.</summary>
    public bool IsReadable => Canonical is not null;

    internal string? Canonical { get; }

    /// <summary>An e-mail address.</summary>
    /// <param name="address">The address.</param>
    public static MarketingAddress Email(string? address) => new(MarketingChannel.Email, CanonicalEmail.Of(address));

    /// <summary>A number to call.</summary>
    /// <param name="number">The number as people write it.</param>
    /// <param name="country">The country of a national number; <see langword="null"/> makes a national number unreadable.</param>
    public static MarketingAddress Phone(string? number, CountryCode? country = null) => new(MarketingChannel.Phone, CanonicalPhone.Of(number, country));

    /// <summary>A number for text messages.</summary>
    /// <inheritdoc cref="Phone"/>
    public static MarketingAddress TextMessage(string? number, CountryCode? country = null) => new(MarketingChannel.TextMessage, CanonicalPhone.Of(number, country));

    /// <summary>An address for letters.</summary>
    /// <param name="address">What tells one house from another, always in the same order.</param>
    public static MarketingAddress Post(string? address) => new(MarketingChannel.Post, CanonicalPost.Of(address));

    /// <summary>The channel; the address is withheld.</summary>
    public override string ToString() => $"{Channel} address (withheld)";
}
