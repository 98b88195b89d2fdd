using NodaTime;
using static GdprKit.ShopKeys;

namespace GdprKit;

public sealed class RetentionWordingTests
{
    private static readonly Key<RetentionEvent> LastVisit = Key<RetentionEvent>.Parse("last-visit");
    private static readonly Key<RetentionEvent> Birth = Key<RetentionEvent>.Parse("birth");

    private static readonly ProcessingRegister Shop = TestRegisters.Shop(register => register
        .Event(LastVisit, "je laatste bezoek", "your last visit")
        .Event(Birth, "je geboorte", "your birth"));

    private static readonly RetentionTerm.After InvoiceYear = After(InvoiceDate, Period.FromYears(7)) with { Anchor = RetentionAnchor.EndOfCalendarYear };
    private static readonly RetentionTerm.After Purchase = After(LastPurchase, Period.FromYears(2));

    public static TheoryData<string, RetentionRule, string, string> Rules => new()
    {
        {
            "a statute from the end of a calendar year",
            Rule(InvoiceYear) with { Strength = RetentionStrength.Statute, Source = new Citation("art. 52 AWR") },
            "bewaard tot 7 jaar na het einde van het kalenderjaar van de factuur (art. 52 AWR)",
            "kept until 7 years after the end of the calendar year of the invoice (art. 52 AWR)"
        },
        {
            "an own period after an event",
            Rule(Purchase),
            "bewaard tot 2 jaar na je laatste aankoop",
            "kept until 2 years after your last purchase"
        },
        {
            "the end of a financial year",
            Rule(InvoiceYear with { Anchor = RetentionAnchor.EndOfFinancialYear }),
            "bewaard tot 7 jaar na het einde van het boekjaar van de factuur",
            "kept until 7 years after the end of the financial year of the invoice"
        },
        {
            "the end of a month",
            Rule(After(EmploymentEnded, Period.FromMonths(1)) with { Anchor = RetentionAnchor.EndOfMonth }),
            "bewaard tot 1 maand na het einde van de maand van het einde van je dienstverband",
            "kept until 1 month after the end of the month of the end of your employment"
        },
        {
            "no period after an anchor",
            Rule(InvoiceYear with { Period = Period.Zero }),
            "bewaard tot het einde van het kalenderjaar van de factuur",
            "kept until the end of the calendar year of the invoice"
        },
        {
            "no period after an event",
            Rule(After(EmploymentEnded, Period.Zero)),
            "bewaard tot het einde van je dienstverband",
            "kept until the end of your employment"
        },
        {
            "several events of which the last counts",
            Rule(Purchase with { Events = [LastPurchase, LastVisit] }),
            "bewaard tot 2 jaar na je laatste aankoop of je laatste bezoek (wat het laatst was)",
            "kept until 2 years after your last purchase or your last visit (whichever was last)"
        },
        {
            "an event for when there is no other",
            Rule(Purchase with { Fallback = LastVisit }),
            "bewaard tot 2 jaar na je laatste aankoop of, als die dag er niet is, na je laatste bezoek",
            "kept until 2 years after your last purchase or, if there is no such day, after your last visit"
        },
        {
            "an anchor with an event for when there is no other and no period",
            Rule(InvoiceYear with { Period = Period.Zero, Fallback = LastPurchase }),
            "bewaard tot het einde van het kalenderjaar van de factuur of, als die dag er niet is, het einde van het kalenderjaar van je laatste aankoop",
            "kept until the end of the calendar year of the invoice or, if there is no such day, the end of the calendar year of your last purchase"
        },
        {
            "the latest of two ends",
            Rule(new RetentionTerm.LatestOf([Purchase, InvoiceYear])),
            "bewaard tot 2 jaar na je laatste aankoop of 7 jaar na het einde van het kalenderjaar van de factuur (wat het laatst komt)",
            "kept until 2 years after your last purchase or 7 years after the end of the calendar year of the invoice (whichever comes last)"
        },
        {
            "the latest of ends that are long",
            Rule(new RetentionTerm.LatestOf([Purchase with { Events = [LastPurchase, LastVisit] }, InvoiceYear])),
            "bewaard tot de laatste van deze dagen: 2 jaar na je laatste aankoop of je laatste bezoek (wat het laatst was); 7 jaar na het einde van het kalenderjaar van de factuur",
            "kept until the last of these days: 2 years after your last purchase or your last visit (whichever was last); 7 years after the end of the calendar year of the invoice"
        },
        {
            "an age",
            Rule(new RetentionTerm.UntilAge(Birth, 18)),
            "bewaard tot je 18 wordt",
            "kept until you turn 18"
        },
        {
            "consent",
            Rule(new RetentionTerm.WhileConsentStands()),
            "bewaard zolang je toestemming geldt",
            "kept for as long as your consent stands"
        },
        {
            "no end, with the reason",
            Rule(new RetentionTerm.Indefinitely(LocalizedText.Of("Wij bewaren ons archief voor later.", "We keep our archive for later."))),
            "bewaard zonder einddatum: Wij bewaren ons archief voor later",
            "kept without an end date: We keep our archive for later"
        },
        {
            "a minimum",
            Rule(InvoiceYear) with { Side = RetentionSide.MustKeep, Strength = RetentionStrength.Statute, Source = new Citation("art. 52 AWR") },
            "minstens bewaard tot 7 jaar na het einde van het kalenderjaar van de factuur (art. 52 AWR)",
            "kept at least until 7 years after the end of the calendar year of the invoice (art. 52 AWR)"
        },
        {
            "a maximum",
            Rule(After(EmploymentEnded, Period.FromWeeks(4))) with
            {
                Side = RetentionSide.MustBeGone, Strength = RetentionStrength.Guideline, Source = new Citation("NVP Sollicitatiecode"),
            },
            "uiterlijk gewist 4 weken na het einde van je dienstverband (richtlijn: NVP Sollicitatiecode)",
            "erased no later than 4 weeks after the end of your employment (guideline: NVP Sollicitatiecode)"
        },
        {
            "a maximum at an event",
            Rule(After(EmploymentEnded, Period.Zero)) with { Side = RetentionSide.MustBeGone, Then = DisposalAction.Blank },
            "uiterlijk leeggemaakt op de dag van het einde van je dienstverband",
            "blanked no later than the day of the end of your employment"
        },
        {
            "a maximum at an anchor",
            Rule(InvoiceYear with { Period = Period.Zero }) with { Side = RetentionSide.MustBeGone },
            "uiterlijk gewist aan het einde van het kalenderjaar van de factuur",
            "erased no later than the end of the calendar year of the invoice"
        },
        {
            "a maximum at an age",
            Rule(new RetentionTerm.UntilAge(Birth, 16)) with { Side = RetentionSide.MustBeGone, Then = DisposalAction.Anonymise },
            "uiterlijk geanonimiseerd op de dag dat je 16 wordt",
            "anonymised no later than the day you turn 16"
        },
        {
            "a maximum at the end of consent",
            Rule(new RetentionTerm.WhileConsentStands()) with { Side = RetentionSide.MustBeGone },
            "uiterlijk gewist op de dag dat je toestemming stopt",
            "erased no later than the day your consent ends"
        },
        {
            "a maximum at the latest of ends that are long",
            Rule(new RetentionTerm.LatestOf([Purchase, InvoiceYear with { Period = Period.Zero }])) with { Side = RetentionSide.MustBeGone },
            "uiterlijk gewist op de laatste van deze dagen: 2 jaar na je laatste aankoop; het einde van het kalenderjaar van de factuur",
            "erased no later than the last of these days: 2 years after your last purchase; the end of the calendar year of the invoice"
        },
        {
            "blanking",
            Rule(Purchase) with { Then = DisposalAction.Blank },
            "bewaard tot 2 jaar na je laatste aankoop, daarna leeggemaakt",
            "kept until 2 years after your last purchase, then blanked"
        },
        {
            "anonymising after a law",
            Rule(InvoiceYear) with { Then = DisposalAction.Anonymise, Strength = RetentionStrength.Statute, Source = new Citation("art. 52 AWR") },
            "bewaard tot 7 jaar na het einde van het kalenderjaar van de factuur (art. 52 AWR), daarna geanonimiseerd",
            "kept until 7 years after the end of the calendar year of the invoice (art. 52 AWR), then anonymised"
        },
        {
            "archiving, of some categories",
            Rule(Purchase) with { Then = DisposalAction.Archive, Categories = [EmailAddress, Name] },
            "e-mailadres en naam: bewaard tot 2 jaar na je laatste aankoop, daarna afgeschermd",
            "e-mail address and name: kept until 2 years after your last purchase, then archived"
        },
        {
            "an own choice that leans on a law",
            Rule(Purchase) with { Source = new Citation("art. 3:310 BW") },
            "bewaard tot 2 jaar na je laatste aankoop (onze keuze, zie art. 3:310 BW)",
            "kept until 2 years after your last purchase (our choice, see art. 3:310 BW)"
        },
        {
            "a law that begins",
            Rule(Purchase) with { Effective = new EffectiveInterval(new LocalDate(2027, 1, 1)) },
            "bewaard tot 2 jaar na je laatste aankoop; dit geldt vanaf 1 januari 2027",
            "kept until 2 years after your last purchase; this applies from 1 January 2027"
        },
        {
            "a law that ends",
            Rule(Purchase) with { Effective = new EffectiveInterval(null, new LocalDate(2028, 3, 1)) },
            "bewaard tot 2 jaar na je laatste aankoop; dit geldt tot en met 29 februari 2028",
            "kept until 2 years after your last purchase; this applies up to and including 29 February 2028"
        },
        {
            "a law between two days",
            Rule(Purchase) with { Effective = new EffectiveInterval(new LocalDate(2027, 1, 1), new LocalDate(2030, 1, 1)) },
            "bewaard tot 2 jaar na je laatste aankoop; dit geldt van 1 januari 2027 tot en met 31 december 2029",
            "kept until 2 years after your last purchase; this applies from 1 January 2027 up to and including 31 December 2029"
        },
    };

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_is_a_plain_sentence_in_both_languages(string about, RetentionRule rule, string dutch, string english)
    {
        RegisterWording.In(Language.Dutch).Sentence(rule, Shop).Should().Be(dutch, about);
        RegisterWording.In(Language.English).Sentence(rule, Shop).Should().Be(english, about);
    }

    [Fact]
    public void Without_its_categories_a_rule_only_says_how_long()
    {
        var rule = Rule(Purchase) with { Categories = [Name] };

        RegisterWording.In(Language.Dutch).HowLong(rule, Shop).Should().Be("bewaard tot 2 jaar na je laatste aankoop");
    }

    [Fact]
    public void Every_action_has_a_word_after_which_data_are_kept()
    {
        foreach (var action in Enum.GetValues<DisposalAction>().Where(action => action is not (DisposalAction.Unspecified or DisposalAction.Delete)))
        {
            var rule = Rule(Purchase) with { Then = action };

            RegisterWording.In(Language.Dutch).HowLong(rule, Shop).Should().MatchRegex(", daarna (?!gewist)").And.NotEndWith(" ");
            RegisterWording.In(Language.English).HowLong(rule, Shop).Should().MatchRegex(", then (?!erased)").And.NotEndWith(" ");
        }
    }

    private static RetentionTerm.After After(Key<RetentionEvent> happened, Period period) => new()
    {
        Events = [happened],
        Anchor = RetentionAnchor.Exact,
        Period = period,
    };

    private static RetentionRule Rule(RetentionTerm term) => new()
    {
        Key = Key<RetentionRule>.Parse("rule"),
        Term = term,
        Side = RetentionSide.Both,
        Then = DisposalAction.Delete,
        Strength = RetentionStrength.Own,
    };
}
