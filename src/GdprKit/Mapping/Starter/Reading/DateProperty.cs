using NodaTime;

namespace GdprKit.Mapping;

/// <summary>What dates are about, by their names, and what they mean.</summary>
internal static class DateProperty
{
    private static readonly Type[] Types =
    [
        typeof(DateTime), typeof(DateTimeOffset), typeof(DateOnly),
        typeof(LocalDate), typeof(LocalDateTime), typeof(Instant), typeof(OffsetDateTime), typeof(ZonedDateTime),
    ];

    private static readonly string[] Arrival =
    [
        "created", "createdat", "createdon", "createddate", "createdate", "creationdate", "datecreated", "createdutc", "registered", "registeredat", "registeredon",
        "registrationdate", "signupdate", "signedup", "signedupat", "joined", "joinedat", "joinedon", "joindate", "membersince", "aangemaakt", "aangemaaktop",
        "aanmaakdatum", "inschrijfdatum", "ingeschreven", "ingeschrevenop", "aanmelddatum", "aangemeldop", "lidsinds", "registratiedatum",
    ];

    private static readonly string[] LastActivity =
    [
        "lastlogin", "lastloginat", "lastlogindate", "lastsignin", "lastsigninat", "lastseen", "lastseenat", "lastactive", "lastactiveat", "lastactivity", "lastactivitydate",
        "lastvisit", "lastcontact", "lastcontacted", "laatsteinlog", "laatstingelogd", "laatstgezien", "laatstactief", "laatstebezoek", "laatstecontact",
    ];

    private static readonly string[] End =
    [
        "enddate", "endedat", "endedon", "leftat", "lefton", "leftdate", "leavedate", "leavingdate", "terminationdate", "terminatedat", "terminatedon", "resignedon",
        "resignationdate", "closedat", "closedon", "cancelledat", "cancelledon", "dateoftermination", "uitdienst", "uitdienstdatum", "datumuitdienst", "einddatum",
        "uitgeschrevenop", "uitschrijfdatum", "opgezegdop", "opzegdatum", "lidtot", "vertrekdatum",
    ];

    // What happens to a row later than it came into being.
    private static readonly string[] Later =
    [
        "due", "required", "ship", "shipped", "shipping", "deliver", "delivery", "delivered", "return", "returned", "expires", "expiry", "expiration", "end", "ends", "start",
        "starts", "cancelled", "closed", "valid", "until", "verval", "vervaldatum", "leverdatum", "retour", "retourdatum", "eind", "einddatum", "tot",
    ];

    private static readonly string[] Days = ["birthdate", "birthday", "geboortedatum", "gebdatum", "hiredate", "datumindienst"];

    public static bool IsDate(Type type) => Types.Contains(Nullable.GetUnderlyingType(type) ?? type);

    public static bool IsArrival(PropertyDescription property) => Is(property, Arrival);

    public static bool IsLastActivity(PropertyDescription property) => Is(property, LastActivity);

    public static bool IsEnd(PropertyDescription property) => Is(property, End);

    /// <summary>The date on which a row came into being: when it was ordered, not when it is due.</summary>
    public static PropertyDescription? OfRow(EntityDescription entity)
    {
        var words = NameParts.WordsOf(EntityName.Of(entity));
        return entity.Properties
            .Where(property => IsDate(property.Type) && !property.IsCollection && TechnicalWords.Of(property) is null && !Runs(property).Overlaps(Later))
            .OrderBy(property => Runs(property).Overlaps(words) ? 0 : Runs(property).Overlaps(["date", "datum"]) ? 1 : 2)
            .ThenBy(property => property.Path)
            .FirstOrDefault();
    }

    /// <summary>What the date means, and the words for why it is thought; none where the type says it.</summary>
    public static (TimeMeaning Meaning, string? Because) MeaningOf(PropertyDescription property)
    {
        var type = Nullable.GetUnderlyingType(property.Type) ?? property.Type;
        var stored = property.StoreType ?? "";
        return type != typeof(DateTime) && type != typeof(LocalDateTime) ? (TimeMeaning.Unspecified, null)
            : Runs(property).Contains("utc") ? (TimeMeaning.Utc, "UTC, by its name")
            : IsMoment(stored) ? (TimeMeaning.Utc, $"a moment, by its column, {stored}")
            : stored.Equals("date", StringComparison.OrdinalIgnoreCase) ? (TimeMeaning.Date, "a day, by its column")
            : Runs(property).Overlaps(Days) || IsEnd(property) ? (TimeMeaning.Date, "a day, by its name")
            : (TimeMeaning.ControllerLocal, $"the controller's own time, because a {type.Name} does not say whether it is UTC");
    }

    private static bool IsMoment(string stored) =>
        stored.Contains("with time zone", StringComparison.OrdinalIgnoreCase)
        || stored.Contains("timestamptz", StringComparison.OrdinalIgnoreCase)
        || stored.Contains("datetimeoffset", StringComparison.OrdinalIgnoreCase);

    private static bool Is(PropertyDescription property, string[] names) => IsDate(property.Type) && !property.IsCollection && Runs(property).Overlaps(names);

    private static IReadOnlySet<string> Runs(PropertyDescription property) => NameParts.RunsOf(property.Path.Segments[^1]);
}
