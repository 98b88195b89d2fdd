namespace GdprKit.Mapping;

/// <summary>The words, Dutch and English, by which a class shows that its objects are people.</summary>
internal static class PeopleWords
{
    private static readonly Dictionary<string, PeopleWord> All = new[]
    {
        Words("customers", "klanten", "customers", "a customer", PeopleRole.Customer, "customer", "client", "buyer", "shopper", "klant", "koper", "afnemer"),
        Words("guests", "gasten", "guests", "a guest", PeopleRole.Customer, "guest", "gast"),
        Words("renters", "huurders", "renters", "a renter", PeopleRole.Customer, "renter", "huurder"),
        Words("members", "leden", "members", "a member", PeopleRole.Member, "member", "lid", "leden"),
        Words("applicants", "sollicitanten", "applicants", "an applicant", PeopleRole.Applicant, "applicant", "candidate", "jobcandidate", "sollicitant", "kandidaat"),
        Words("subscribers", "abonnees", "subscribers", "a subscriber", PeopleRole.Subscriber, "subscriber", "abonnee", "newslettersubscriber", "newslettersubscription", "nieuwsbriefabonnee"),
        Words("users", "gebruikers", "users", "a user", PeopleRole.User, "user", "account", "gebruiker"),
        Words("authors", "auteurs", "authors", "an author", PeopleRole.Author, "author", "writer", "auteur", "schrijver"),
        Words("artists", "artiesten", "artists", "an artist", PeopleRole.Author, "artist", "artiest"),
        Words("actors", "acteurs", "actors", "an actor", PeopleRole.Author, "actor", "acteur"),
        Words("speakers", "sprekers", "speakers", "a speaker", PeopleRole.Author, "speaker", "spreker"),
        Words("suppliers", "leveranciers", "suppliers", "a supplier", PeopleRole.Supplier, "supplier", "vendor", "leverancier"),
        Words("employees", "medewerkers", "employees", "an employee", PeopleRole.Employee, "employee", "staff", "staffmember", "worker", "colleague", "salesperson", "medewerker", "werknemer", "personeel", "personeelslid", "collega"),
        Words("teachers", "docenten", "teachers", "a teacher", PeopleRole.Employee, "teacher", "instructor", "docent", "leraar"),
        Words("contacts", "contactpersonen", "contact persons", "a contact person", PeopleRole.Unspecified, "contact", "contactperson", "contactpersoon"),
        Words("relations", "relaties", "business relations", "a business relation", PeopleRole.Unspecified, "relatie", "lead", "prospect"),
        Words("people", "personen", "people", "a person", PeopleRole.Unspecified, "person", "people", "persoon", "personen", "individual"),
        Words("patients", "patiënten", "patients", "a patient", PeopleRole.Unspecified, "patient"),
        Words("students", "studenten", "students", "a student", PeopleRole.Unspecified, "student"),
        Words("pupils", "leerlingen", "pupils", "a pupil", PeopleRole.Unspecified, "pupil", "leerling", "cursist"),
        Words("participants", "deelnemers", "participants", "a participant", PeopleRole.Unspecified, "participant", "attendee", "deelnemer"),
        Words("visitors", "bezoekers", "visitors", "a visitor", PeopleRole.Unspecified, "visitor", "bezoeker"),
        Words("donors", "donateurs", "donors", "a donor", PeopleRole.Unspecified, "donor", "donateur"),
        Words("volunteers", "vrijwilligers", "volunteers", "a volunteer", PeopleRole.Unspecified, "volunteer", "vrijwilliger"),
        Words("passengers", "passagiers", "passengers", "a passenger", PeopleRole.Unspecified, "passenger", "passagier"),
        Words("drivers", "chauffeurs", "drivers", "a driver", PeopleRole.Unspecified, "driver", "chauffeur"),
        Words("owners", "eigenaren", "owners", "an owner", PeopleRole.Unspecified, "owner", "eigenaar"),
        Words("parents", "ouders", "parents", "a parent", PeopleRole.Unspecified, "guardian", "ouder", "ouders", "voogd"),
    }.SelectMany(words => words).ToDictionary(StringComparer.Ordinal);

    /// <summary>The people whose objects a class holds: the last words of its name say it, <c>StaffMember</c>, not <c>CustomerOrder</c>.</summary>
    public static PeopleWord? Of(EntityDescription entity) => EntityName.FindAtEnd(entity, All);

    private static IEnumerable<KeyValuePair<string, PeopleWord>> Words(string key, string nl, string en, string one, PeopleRole role, params string[] texts) =>
        texts.Select(text => KeyValuePair.Create(text, new PeopleWord(key, LocalizedText.Of(nl, en), one, role)));
}
