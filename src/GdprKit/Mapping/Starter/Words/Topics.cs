namespace GdprKit.Mapping;

/// <summary>The words, Dutch and English, by which a class shows what its rows are about.</summary>
internal static class Topics
{
    public static readonly Topic Account = Named("account", "accountgegevens", "account details");

    public static readonly Topic Employment = Named("employment", "functie en dienstverband", "job and employment") with { Of = PeopleRole.Employee };

    public static readonly Topic Membership = Named("membership", "lidmaatschap", "membership") with { Of = PeopleRole.Member };

    /// <summary>What a row of a person holds and no word describes.</summary>
    public static readonly Topic Other = Named("other-details", "overige gegevens", "other details");

    private static readonly TopicEvent LastPurchase = TopicEvent.Of("last-purchase", "je laatste aankoop", "your last purchase");

    private static readonly Topic Purchases = Named("purchases", "aankopen", "purchases") with { Happened = TopicEvent.Of("purchase", "de aankoop", "the purchase"), Latest = LastPurchase };

    private static readonly Topic Invoices = Named("invoices", "facturen", "invoices") with { Happened = TopicEvent.Of("invoice", "de factuur", "the invoice"), Latest = LastPurchase };

    private static readonly Topic Payments = Named("payments", "betalingen", "payments") with
    {
        Happened = TopicEvent.Of("payment", "de betaling", "the payment"),
        Latest = TopicEvent.Of("last-payment", "je laatste betaling", "your last payment"),
    };

    private static readonly Topic Rentals = Named("rentals", "wat je huurde", "what you rented") with
    {
        Happened = TopicEvent.Of("rental", "de huur", "the rental"),
        Latest = TopicEvent.Of("last-rental", "de laatste keer dat je huurde", "the last time you rented"),
    };

    private static readonly Topic Bookings = Named("bookings", "boekingen en afspraken", "bookings and appointments") with
    {
        Happened = TopicEvent.Of("booking", "de boeking of afspraak", "the booking or appointment"),
        Latest = TopicEvent.Of("last-booking", "je laatste boeking of afspraak", "your last booking or appointment"),
    };

    private static readonly Dictionary<string, Topic> All = new[]
    {
        Words(Purchases, "order", "purchase", "sale", "basket", "cart", "bestelling", "aankoop", "aankopen", "verkoop", "verkopen", "winkelwagen"),
        Words(Invoices, "invoice", "bill", "creditnote", "factuur", "facturen", "creditnota"),
        Words(Payments, "payment", "transaction", "contribution", "donation", "betaling", "transactie", "contributie", "donatie", "gift"),
        Words(Rentals, "rental", "verhuur", "huur"),
        Words(Bookings, "booking", "reservation", "appointment", "boeking", "reservering", "afspraak", "afspraken"),
        Words(Named("subscriptions", "abonnementen", "subscriptions"), "subscription", "abonnement"),
        Words(Named("messages", "vragen, klachten en berichten", "questions, complaints and messages"), "message", "ticket", "question", "complaint", "conversation", "chat", "bericht", "vraag", "vragen", "klacht"),
        Words(Named("reviews", "beoordelingen en reacties", "reviews and comments"), "review", "rating", "comment", "post", "beoordeling", "reactie", "reacties"),
        Words(Named("usage", "gebruik van onze diensten", "use of our services"), "session", "visit", "activity", "log", "sessie", "bezoek"),
        Words(Named("enrolments", "inschrijvingen en deelname", "enrolments and attendance"), "enrollment", "enrolment", "registration", "attendance", "inschrijving", "aanmelding", "deelname", "aanwezigheid"),
        Words(Named("preferences", "voorkeuren", "preferences"), "preference", "interest", "setting", "voorkeur", "interesse", "instelling"),
        Words(Named("documents", "documenten", "documents"), "document", "attachment", "file", "bijlage", "bestand"),
        Words(Account, "claim", "login", "token", "role", "credential", "profile", "rol", "rollen", "profiel"),
        Words(Employment, "shift", "absence", "leave", "timesheet", "payslip", "assignment", "rooster", "verlof", "verzuim", "urenregistratie", "loonstrook", "dienstverband"),
        Words(Membership, "membership", "lidmaatschap"),
    }.SelectMany(words => words).ToDictionary(StringComparer.Ordinal);

    public static Topic? Of(EntityDescription entity) => EntityName.FindLast(entity, All);

    /// <summary>What a row of such people holds where nothing else is said.</summary>
    public static Topic For(PeopleRole role) => role switch
    {
        PeopleRole.Employee => Employment,
        PeopleRole.Member => Membership,
        PeopleRole.User => Account,
        _ => Other,
    };

    private static Topic Named(string category, string nl, string en) => new(category, LocalizedText.Of(nl, en));

    private static IEnumerable<KeyValuePair<string, Topic>> Words(Topic topic, params string[] texts) => texts.Select(text => KeyValuePair.Create(text, topic));
}
