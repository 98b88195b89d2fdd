using NodaTime;

namespace GdprKit;

/// <summary>The names and explanations of what a register can declare.</summary>
public sealed class PlainWordsTests
{
    private static readonly RegisterWording Dutch = RegisterWording.In(Language.Dutch);
    private static readonly RegisterWording English = RegisterWording.In(Language.English);

    private static readonly Citation Law = new("art. 52 AWR");
    private static readonly LocalizedText Copy = LocalizedText.Of("op verzoek bij ons", "from us on request");

    private static readonly LawfulBasis[] Bases =
    [
        new LawfulBasis.Consent(),
        new LawfulBasis.Contract(),
        new LawfulBasis.LegalObligation(Law),
        new LawfulBasis.VitalInterest(),
        new LawfulBasis.PublicTask(Law),
        new LawfulBasis.LegitimateInterest(LocalizedText.Of("klachten goed af te handelen", "to settle complaints well")) { BalancingTest = "BA-1" },
    ];

    private static readonly TransferSafeguard[] Safeguards =
    [
        new TransferSafeguard.AdequacyDecision(new Citation("besluit (EU) 2023/1795")),
        new TransferSafeguard.StandardClauses(Copy),
        new TransferSafeguard.BindingCorporateRules(Copy),
        new TransferSafeguard.OtherSafeguard(LocalizedText.Of("een gedragscode", "a code of conduct"), Copy),
        new TransferSafeguard.CompellingInterest(LocalizedText.Of("een fout herstellen", "repairing a fault"), LocalizedText.Of("versleuteling", "encryption")),
        .. Declared<TransferDerogation>().Select(ground => new TransferSafeguard.Derogation(ground)),
    ];

    public static TheoryData<string, string> Explanations => new()
    {
        { Dutch.NameWithArticle(Bases[0]), "toestemming (art. 6 lid 1 onder a AVG)" },
        { English.NameWithArticle(Bases[5]), "legitimate interest (Art. 6(1)(f) GDPR)" },
        { Dutch.Explanation(Bases[2]), "De wet verplicht ons hiertoe (art. 52 AWR)." },
        { English.Explanation(Bases[2]), "The law obliges us to do this (art. 52 AWR)." },
        { Dutch.Explanation(Bases[5]), "Ons belang is om klachten goed af te handelen. Wij hebben dat belang afgewogen tegen jouw belangen." },
        { English.Explanation(Bases[5]), "Our interest is to settle complaints well. We have weighed that interest against yours." },
        {
            Dutch.NameWithArticle(new SpecialCategoryCondition(SpecialCategoryGround.HealthCare, Law)),
            "gezondheidszorg (art. 9 lid 2 onder h AVG)"
        },
        {
            English.Explanation(new SpecialCategoryCondition(SpecialCategoryGround.HealthCare, Law)),
            "This is needed for care, treatment or health at work (art. 52 AWR)."
        },
        { Dutch.NameWithArticle(Safeguards[1]), "modelcontract (art. 46 lid 2 onder c AVG)" },
        {
            Dutch.Explanation(new Transfer { Country = CountryCode.Parse("US"), Safeguard = Safeguards[1] }),
            "Gegevens gaan naar de Verenigde Staten, buiten de Europese Economische Ruimte. Een modelcontract dat de Europese Commissie heeft goedgekeurd, beschermt de gegevens. Zo krijg je een kopie: op verzoek bij ons."
        },
        {
            English.Explanation(new Transfer { Organisation = "Interpol", Safeguard = Safeguards[0] }),
            "Data go to Interpol, an international organisation. The European Commission has decided that data are protected well enough there (besluit (EU) 2023/1795)."
        },
        {
            Dutch.Explanation(new DataProvision(ProvisionRequirement.NeededForContract)),
            "Deze gegevens zijn nodig voor de overeenkomst met jou. Geef je ze niet, dan kunnen wij die overeenkomst niet sluiten of uitvoeren."
        },
        {
            English.Explanation(new DataProvision(ProvisionRequirement.Voluntary, LocalizedText.Of("dan mis je korting", "then you miss a discount"))),
            "You do not have to give these data. Then you miss a discount."
        },
        {
            Dutch.Explanation(new DataSource(LocalizedText.Of("de Kamer van Koophandel", "the trade register"), IsPubliclyAccessible: true)),
            "Wij krijgen gegevens over je van de Kamer van Koophandel. Die bron is openbaar: iedereen kan de gegevens daar vinden."
        },
        {
            English.Explanation(new DataSource(LocalizedText.Of("je werkgever", "your employer"), IsPubliclyAccessible: false)),
            "We get data about you from your employer."
        },
    };

    public static TheoryData<BackupSchedule, string, string> Backups => new()
    {
        {
            Backup(Period.FromDays(1), new BackupRotation.KeepFor(Period.FromMonths(3))),
            "elke dag een back-up; elke back-up wordt 3 maanden bewaard",
            "a backup every day; each backup is kept for 3 months"
        },
        {
            Backup(Period.FromWeeks(2), new BackupRotation.KeepLast(14)),
            "elke 2 weken een back-up; de laatste 14 back-ups worden bewaard",
            "a backup every 2 weeks; the last 14 backups are kept"
        },
        {
            Backup(Period.FromMonths(1), new BackupRotation.KeepLast(1)),
            "elke maand een back-up; alleen de laatste back-up wordt bewaard",
            "a backup every month; only the last backup is kept"
        },
        {
            Backup(Period.FromYears(1), new BackupRotation.GrandfatherFatherSon(7, 4, 12, 0)),
            "elk jaar een back-up; de laatste 7 dagelijkse, 4 wekelijkse en 12 maandelijkse back-ups worden bewaard",
            "a backup every year; the last 7 daily, 4 weekly and 12 monthly backups are kept"
        },
        {
            Backup(Period.FromWeeks(1), new BackupRotation.GrandfatherFatherSon(0, 1, 0, 0)),
            "elke week een back-up; alleen de laatste wekelijkse back-up wordt bewaard",
            "a backup every week; only the last weekly backup is kept"
        },
    };

    [Theory]
    [MemberData(nameof(Explanations))]
    public void A_declaration_is_explained_to_the_person(string explanation, string expected) => explanation.Should().Be(expected);

    [Fact]
    public void That_interests_were_weighed_is_said_only_where_that_is_declared()
    {
        var interest = LocalizedText.Of("fraude te voorkomen", "to prevent fraud");

        Dutch.Explanation(new LawfulBasis.LegitimateInterest(interest)).Should().Be("Ons belang is om fraude te voorkomen.");
        English.Explanation(new LawfulBasis.LegitimateInterest(interest)).Should().Be("Our interest is to prevent fraud.");
        Dutch.Explanation(new LawfulBasis.LegitimateInterest(interest) { BalancingTest = "BA-1" }).Should().EndWith("afgewogen tegen jouw belangen.");
    }

    [Theory]
    [MemberData(nameof(Backups))]
    public void Backups_are_a_plain_sentence(BackupSchedule schedule, string dutch, string english)
    {
        Dutch.Sentence(schedule).Should().Be(dutch);
        English.Sentence(schedule).Should().Be(english);
    }

    [Fact]
    public void Erased_data_leave_the_last_backup_after_an_interval_and_the_rotation()
    {
        var schedule = Backup(Period.FromDays(1), new BackupRotation.KeepFor(Period.FromMonths(3)));

        Dutch.GoneFromBackups(schedule).Should().Be("gewiste gegevens zijn uiterlijk 3 maanden en 1 dag later ook uit de laatste back-up");
        English.GoneFromBackups(schedule).Should().Be("erased data are also gone from the last backup no more than 3 months and 1 day later");
    }

    [Fact]
    public void Of_several_sets_of_backups_the_slowest_counts()
    {
        var weekly = Key<BackupSchedule>.Parse("weekly");
        var shop = TestRegisters.Shop(register => register.Backup(weekly, backup => backup
            .Name("wekelijkse back-up", "weekly backup").Every(Period.FromWeeks(1)).KeptFor(Period.FromYears(1))));
        var turns = TestRegisters.Shop(register => register.Backup(weekly, backup => backup
            .Name("maandelijkse back-up", "monthly backup").Every(Period.FromDays(1)).KeptFor(Period.FromMonths(1))));

        Dutch.GoneFromBackups(shop).Should().Be("gewiste gegevens zijn uiterlijk 1 jaar en 1 week later ook uit de laatste back-up");
        English.GoneFromBackups(turns).Should().Be("erased data are also gone from the last backup no more than 31 days or 1 month and 1 day later (whichever takes longest)");
    }

    [Fact]
    public void Every_name_fits_in_the_middle_of_a_sentence_and_is_told_apart_from_the_others()
    {
        foreach (var wording in new[] { Dutch, English })
        {
            AreNames(Bases.Select(wording.Name));
            AreNames(Declared<SpecialCategoryGround>().Select(wording.Name));
            AreNames(Declared<MarketingChannel>().Select(wording.Name));
            AreNames(Declared<ProvisionRequirement>().Select(wording.Name));
            AreNames(Declared<DataSensitivity>().Select(wording.Name));
            AreNames(Declared<RecipientRole>().Select(wording.Name));
            AreNames(Safeguards.Select(wording.Name));
            AreNames(Declared<DisposalAction>().Select(wording.Name));
            AreNames(Declared<RetentionStrength>().Select(wording.Name));
        }
    }

    [Fact]
    public void Every_explanation_is_short_sentences_and_is_told_apart_from_the_others()
    {
        foreach (var wording in new[] { Dutch, English })
        {
            AreSentences(Bases.Select(wording.Explanation));
            AreSentences(Declared<SpecialCategoryGround>().Select(ground => wording.Explanation(new SpecialCategoryCondition(ground))));
            AreSentences(Declared<ProvisionRequirement>().Select(requirement => wording.Explanation(new DataProvision(requirement))));
            AreSentences(Declared<DataSensitivity>().Select(wording.Explanation));
            AreSentences(Declared<RecipientRole>().Select(wording.Explanation));
            AreSentences(Safeguards.Select(wording.Explanation));
            AreSentences(Declared<DisposalAction>().Select(wording.Explanation));
            AreSentences(Declared<DataSubjectRight>().Select(wording.Explanation));
        }
    }

    private static void AreNames(IEnumerable<string> names) =>
        names.Should().OnlyHaveUniqueItems().And.OnlyContain(name => char.IsLower(name[0]) && !name.EndsWith('.') && !name.Contains("niet vastgelegd") && !name.Contains("not declared"));

    /// <summary>At level B1 a sentence has about 15 words; none here has more than 30.</summary>
    private static void AreSentences(IEnumerable<string> explanations)
    {
        var all = explanations.ToArray();
        all.Should().OnlyHaveUniqueItems().And.OnlyContain(text => char.IsUpper(text[0]) && text.EndsWith('.'));
        all.Should().NotContain(text => text.Contains("niet vastgelegd") || text.Contains("not declared"));
        all.SelectMany(text => text.Split('.', '?', ':')).Should().OnlyContain(sentence => sentence.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length <= 30);
    }

    private static T[] Declared<T>()
        where T : struct, Enum => Enum.GetValues<T>()[1..];

    private static BackupSchedule Backup(Period interval, BackupRotation rotation) => new()
    {
        Key = ShopKeys.Nightly,
        Name = LocalizedText.Of("back-up", "backup"),
        Interval = interval,
        Rotation = rotation,
    };
}
