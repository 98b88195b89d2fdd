using CsCheck;
using NodaTime;

namespace GdprKit;

internal static partial class RegisterGen
{
    private static readonly Gen<ContactDetails> Contact =
        from email in Gen.OneOf("info@example.nl", "vragen@example.org", null)
        from phone in Gen.OneOf("+31 20 000 0000", "(020) 000 0000", null)
        from website in Gen.OneOf("https://www.example.nl", "HTTPS://Example.nl/contact", null)
        from street in Gen.Null(Word)
        let address = street is null && (email ?? phone ?? website) is not null ? null : new PostalAddress(street ?? "Dijk 1", "1000 AA", "Amsterdam", CountryCode.Parse("NL"))
        select new ContactDetails { Email = email, Phone = phone, Website = website is null ? null : new Uri(website), Address = address };

    private static readonly Gen<ContactParty> Party = Gen.Select(Word, Contact).Select((name, contact) => new ContactParty(name, contact));

    private static Gen<DataController> Controller(Gen<LocalizedText> text) =>
        from name in Word
        from country in Gen.OneOf("NL", "BE", "US")
        from contact in Contact
        from number in Gen.Null(Gen.Const("00000000"))
        from zone in Gen.OneOf("Europe/Amsterdam", "Europe/Brussels", "America/New_York")
        from yearEnd in Gen.OneOf(new AnnualDate(12, 31), new AnnualDate(6, 30), new AnnualDate(2, 29))
        from representative in Gen.Null(Party)
        from officer in Gen.Null(Party)
        from partners in Gen.Select(Contact, text).Array[0, 2]
        from page in Gen.OneOf("/privacy/centre", "https://www.example.nl/privacy", null)
        from rightsEmail in Gen.OneOf("privacy@example.nl", null)
        from rightsPhone in Gen.OneOf("020 000 0001", null)
        select new DataController
        {
            Name = name,
            Country = CountryCode.Parse(country),
            Contact = contact,
            RegistrationNumber = number,
            TimeZone = DateTimeZoneProviders.Tzdb[zone],
            FinancialYearEnd = yearEnd,
            Representative = representative,
            DataProtectionOfficer = officer,
            JointControllers = partners.Select((partner, index) => new JointController($"Partner {index}", partner.Item1, partner.Item2)).Reverse().ToValueList(),
            SupervisoryAuthority = SupervisoryAuthority.TryFind(CountryCode.Parse(country), out var known)
                ? known
                : new SupervisoryAuthority("Toezichthouder", new Uri("https://toezicht.example")),
            Rights = new RightsContact { Page = page is null ? null : new Uri(page, UriKind.RelativeOrAbsolute), Email = rightsEmail, Phone = rightsPhone },
        };

    private static Gen<SubjectKind[]> People(Gen<LocalizedText> text) =>
        from keys in Keys<SubjectKind>("people", 1, 3)
        from people in Each(keys, key => Gen.Select(text, Gen.Bool).Select((label, own) => new SubjectKind { Key = key, Label = label, HasOwnNotice = own }))
        select people;

    private static Gen<RetentionEvent[]> Events(Gen<LocalizedText> text) =>
        from keys in Keys<RetentionEvent>("event", 1, 4)
        from events in Each(keys, key => Gen.Select(text, Gen.Null(text)).Select((label, description) => new RetentionEvent { Key = key, Label = label, Description = description }))
        select events;

    private static Gen<DataCategory[]> Categories(Gen<LocalizedText> text)
    {
        return from keys in Keys<DataCategory>("category", 1, 6) from categories in Each(keys, One) select categories;

        Gen<DataCategory> One(Key<DataCategory> key) =>
            from label in text
            from description in Gen.Null(text)
            from sensitivity in Case<DataSensitivity>()
            from law in Law
            from term in Gen.OneOf("pd:EmailAddress", "pd:Purchase", null)
            select new DataCategory
            {
                Key = key,
                Label = label,
                Description = description,
                Sensitivity = sensitivity,
                Law = sensitivity is DataSensitivity.NationalNumber or DataSensitivity.CriminalOffence ? law : null,
                Term = term is null ? null : DpvTerm.Parse(term),
            };
    }

    private static Gen<Recipient[]> Recipients(Gen<LocalizedText> text, ValueList<JointController> partners)
    {
        return from keys in Keys<Recipient>("recipient", 0, 4) from recipients in Each(keys, One) select recipients;

        Gen<Recipient> One(Key<Recipient> key) =>
            from name in Word
            from role in Case<RecipientRole>()
            from task in text
            from country in Gen.OneOf("NL", "DE", "US", "CH")
            from transfers in Transfers(text, country)
            let isPartner = role is RecipientRole.JointController && !partners.IsEmpty
            select new Recipient
            {
                Key = key,
                Name = isPartner ? partners[0].Name : name,
                Role = isPartner || role is not RecipientRole.JointController ? role : RecipientRole.Processor,
                Task = task,
                Country = CountryCode.Parse(country),
                Transfers = transfers.ToValueList(),
            };
    }

    private static Gen<Transfer[]> Transfers(Gen<LocalizedText> text, string country) =>
        from others in Gen.Shuffle(new[] { "JP", "IN", "organisation" }, 0, 3)
        let destinations = CountryCode.Parse(country).IsInEuropeanEconomicArea ? others : others.Append(country).ToArray()
        from safeguards in Safeguard(text).Array[destinations.Length]
        from assessment in Gen.Null(Word)
        select destinations.Zip(safeguards, (destination, safeguard) => new Transfer
        {
            Country = destination.Length == 2 ? CountryCode.Parse(destination) : null,
            Organisation = destination.Length == 2 ? null : destination,
            Safeguard = safeguard,
            Assessment = assessment,
        }).ToArray();

    private static Gen<TransferSafeguard> Safeguard(Gen<LocalizedText> text) => Gen.OneOf<TransferSafeguard>(
        Law.Select(decision => (TransferSafeguard)new TransferSafeguard.AdequacyDecision(decision)),
        text.Select(copy => (TransferSafeguard)new TransferSafeguard.StandardClauses(copy)),
        text.Select(copy => (TransferSafeguard)new TransferSafeguard.BindingCorporateRules(copy)),
        Gen.Select(text, text).Select((description, copy) => (TransferSafeguard)new TransferSafeguard.OtherSafeguard(description, copy)),
        Case<TransferDerogation>().Select(ground => (TransferSafeguard)new TransferSafeguard.Derogation(ground)),
        Gen.Select(text, text).Select((interest, safeguards) => (TransferSafeguard)new TransferSafeguard.CompellingInterest(interest, safeguards)));

    private static Gen<BackupSchedule[]> Backups(Gen<LocalizedText> text)
    {
        return from keys in Keys<BackupSchedule>("backup", 0, 2) from backups in Each(keys, One) select backups;

        Gen<BackupSchedule> One(Key<BackupSchedule> key) =>
            from name in text
            from interval in Gen.OneOf(Period.FromDays(1), Period.FromWeeks(1), Period.FromMonths(1))
            from rotation in Gen.OneOf<BackupRotation>(
                Length.Select(period => (BackupRotation)new BackupRotation.KeepFor(period)),
                Gen.Int[1, 60].Select(count => (BackupRotation)new BackupRotation.KeepLast(count)),
                Gen.Select(Gen.Int[0, 31], Gen.Int[0, 5], Gen.Int[0, 12], Gen.Int[1, 7]).Select((d, w, m, y) => (BackupRotation)new BackupRotation.GrandfatherFatherSon(d, w, m, y)))
            select new BackupSchedule { Key = key, Name = name, Interval = interval, Rotation = rotation };
    }
}
