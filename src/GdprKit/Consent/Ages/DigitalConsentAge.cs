using NodaTime;

namespace GdprKit;

/// <summary>From which age children of a country consent themselves, since a day (Art. 8(1)).</summary>
/// <param name="Country">The country whose law it is.</param>
/// <param name="Age">The age in years, from 13 to 16; who has it consents.</param>
/// <param name="ValidFrom">The first day on which it applies.</param>
public sealed record DigitalConsentAge(CountryCode Country, int Age, LocalDate ValidFrom);
