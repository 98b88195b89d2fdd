using GdprKit.Consent;
using NodaTime;

namespace GdprKit;

/// <summary>From which age children consent themselves to a service that is offered directly to them, by country and day (Art. 8(1)).</summary>
/// <remarks>
/// Laws change, so this is data: <see cref="With"/> says what the shipped ages do not know yet. A country, or a day, of which nothing is
/// known has the age of the Regulation, 16; higher protects. Immutable. Safe for use by several threads.
/// </remarks>
public sealed class DigitalConsentAges
{
    /// <summary>The age where no law says otherwise: 16.</summary>
    public const int WithoutLaw = 16;

    /// <summary>The lowest age that a law may set: 13.</summary>
    public const int Lowest = 13;

    private readonly ILookup<CountryCode, DigitalConsentAge> _ages;

    private DigitalConsentAges(IEnumerable<DigitalConsentAge> ages) =>
        _ages = ages.OrderByDescending(age => age.ValidFrom).ToLookup(age => age.Country);

    /// <summary>The ages that this version knows, as of 2026: of the European Economic Area and the United Kingdom.</summary>
    public static DigitalConsentAges Shipped { get; } = new(ShippedAges.All);

    /// <summary>These ages and one more; it goes before what was known of its country and day.</summary>
    /// <param name="age">The age.</param>
    /// <exception cref="ArgumentException">GDPR1200: it has no country, or lies outside of 13 to 16.</exception>
    public DigitalConsentAges With(DigitalConsentAge age)
    {
        ArgumentNullException.ThrowIfNull(age);
        return age is { Age: >= Lowest and <= WithoutLaw } && age.Country != default
            ? new DigitalConsentAges(_ages.SelectMany(country => country).Where(known => (known.Country, known.ValidFrom) != (age.Country, age.ValidFrom)).Append(age))
            : throw new ArgumentException(
                $"{ConsentMessages.AgeOutOfRange}: an age of {age.Age} cannot be that of digital consent in '{age.Country.Code}'. Name a country and an age from {Lowest} to {WithoutLaw} (Art. 8(1)).", nameof(age));
    }

    /// <summary>The age on a day.</summary>
    /// <param name="country">The country whose law applies; <see langword="null"/> when it is not known.</param>
    /// <param name="day">The day, in the controller's zone.</param>
    public int On(LocalDate day, CountryCode? country) =>
        _ages[country ?? default].FirstOrDefault(age => age.ValidFrom <= day)?.Age ?? WithoutLaw;
}
