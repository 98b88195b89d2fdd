using NodaTime;

namespace GdprKit;

/// <summary>Who decides why and how personal data are processed (Art. 4(7)), and how that party is reached.</summary>
public sealed record DataController
{
    /// <summary>The name of the organisation.</summary>
    public required string Name { get; init; }

    /// <summary>Where it is established; decides the supervisory authority and the holidays.</summary>
    public required CountryCode Country { get; init; }

    /// <summary>How to reach it (Art. 13(1)(a)).</summary>
    public required ContactDetails Contact { get; init; }

    /// <summary>The number in the trade register (in the Netherlands the KvK number), or <see langword="null"/>.</summary>
    public string? RegistrationNumber { get; init; }

    /// <summary>
    /// The zone in which days begin and end for every period and deadline.
    /// </summary>
    /// <value>The default is <c>Europe/Amsterdam</c>.</value>
    public DateTimeZone TimeZone { get; init; } = DefaultTimeZone;

    /// <summary>The last day of the financial year.</summary>
    /// <value>The default is 31 December.</value>
    public AnnualDate FinancialYearEnd { get; init; } = DefaultFinancialYearEnd;

    /// <summary>The representative in the Union of a controller outside it (Art. 27), or <see langword="null"/>.</summary>
    public ContactParty? Representative { get; init; }

    /// <summary>The data protection officer (Art. 37), or <see langword="null"/>.</summary>
    public ContactParty? DataProtectionOfficer { get; init; }

    /// <summary>The controllers that decide together with this one (Art. 26).</summary>
    public ValueList<JointController> JointControllers { get; init; } = [];

    /// <summary>Where people can complain. The builder and the register file fill in the authority of <see cref="Country"/> when none is given.</summary>
    public required SupervisoryAuthority SupervisoryAuthority { get; init; }

    /// <summary>Where people exercise their rights.</summary>
    /// <value>The default is the controller's own contact details.</value>
    public RightsContact Rights { get; init; } = new();

    internal static DateTimeZone DefaultTimeZone { get; } = DateTimeZoneProviders.Tzdb["Europe/Amsterdam"];

    internal static AnnualDate DefaultFinancialYearEnd { get; } = new(12, 31);
}
