using NodaTime;
using static GdprKit.SampleRules;

namespace GdprKit;

public sealed class FieldRetentionWordingTests
{
    private static readonly RetentionWording Dutch = RetentionWording.In(Language.Dutch);

    private static readonly RetentionWording English = RetentionWording.In(Language.English);

    private static readonly ProcessingRegister Shop = TestRegisters.Shop();

    [Fact]
    public void A_field_is_explained_by_all_that_keeps_it_the_longest_first()
    {
        var field = Assess(ShopKeys.Name, Facts((ShopKeys.InvoiceDate, Day(2020, 7, 14)), (ShopKeys.LastPurchase, Day(2021, 2, 3))), ShopKeys.Orders, ShopKeys.Invoicing, ShopKeys.Claims);

        Dutch.Explain(field, Shop).Should().Equal(
            "We bewaren dit tot en met 31 december 2027. Vanaf 1 januari 2028 moeten we het wissen.",
            "Voor “Facturen” (wettelijke verplichting) is dit nodig tot en met 31 december 2027. Regel: bewaard tot 7 jaar na het einde van het boekjaar van de factuur (art. 52 lid 4 AWR). De factuur: 14 juli 2020. Het einde van dat boekjaar: 31 december 2020. 7 jaar later: 31 december 2027.",
            "Voor “Klachten” (gerechtvaardigd belang) is dit nodig tot en met 14 juli 2025. Regel: bewaard tot 5 jaar na de factuur. De factuur: 14 juli 2020. 5 jaar later: 14 juli 2025.",
            "Voor “Bestellingen” (overeenkomst) is dit nodig tot en met 3 februari 2023. Regel: bewaard tot 2 jaar na je laatste aankoop. Je laatste aankoop: 3 februari 2021. 2 jaar later: 3 februari 2023.");
        English.Explain(field, Shop).Should().HaveCount(4).And.HaveElementAt(3,
            "For “Orders” (contract) this is needed up to and including 3 February 2023. Rule: kept until 2 years after your last purchase. Your last purchase: 3 February 2021. 2 years later: 3 February 2023.");
    }

    [Fact]
    public void An_activity_without_a_day_comes_first_and_says_what_stands_in_the_way()
    {
        var field = Assess(ShopKeys.EmailAddress, Facts((ShopKeys.LastPurchase, Day(2021, 2, 3))), ShopKeys.Orders, ShopKeys.Newsletter);

        Dutch.Explain(field, Shop).Take(2).Should().Equal(
            "Er is geen dag bekend waarop we dit mogen wissen.",
            "Dit hoort bij “Nieuwsbrief” (toestemming). Regel: bewaard zolang je toestemming geldt. We weten niet of je toestemming nog geldt. Tot dat duidelijk is, bewaren we dit.");
        English.Explain(field, Shop)[1].Should().StartWith("This belongs to “Newsletter” (consent).").And.EndWith("Until that is clear, we keep this.");
    }

    [Fact]
    public void What_keeps_the_field_for_a_time_is_said_with_every_activity()
    {
        var facts = Facts((ShopKeys.InvoiceDate, Day(2020, 7, 14))) with { Suspensions = [new RetentionSuspension(SuspensionKind.LegalHold, Day(2020, 1, 1), null)] };

        var texts = Dutch.Explain(Assess(ShopKeys.Name, facts, ShopKeys.Invoicing), Shop);

        texts[0].Should().Be("Er is geen dag bekend waarop we dit mogen wissen.");
        texts[1].Should().StartWith("Dit hoort bij “Facturen”").And.EndWith("Door een juridische procedure mag het voorlopig niet weg.");
    }

    [Fact]
    public void The_time_in_the_archive_is_told()
    {
        var register = TestRegisters.Shop(declare => declare.Activity(Key<ProcessingActivity>.Parse("service"), service => service
            .Name("Klantenservice", "Customer service").Purpose("Wij helpen je.", "We help you.").OnContract().About(ShopKeys.Customers).Uses(ShopKeys.EmailAddress)
            .Keep(Key<RetentionRule>.Parse("in-use"), keep => keep.For(Period.FromYears(1)).After(ShopKeys.LastPurchase).ThenArchive())
            .Keep(Key<RetentionRule>.Parse("archived"), keep => keep.For(Period.FromYears(3)).After(ShopKeys.LastPurchase))));
        var facts = Facts((ShopKeys.LastPurchase, Day(2021, 2, 3))) with { Activities = [Key<ProcessingActivity>.Parse("service")] };

        var texts = English.Explain(new RetentionSchedule(register).Assess(ShopKeys.EmailAddress, facts), register);

        texts[1].Should().Contain("needed up to and including 3 February 2024. From 4 February 2022 we no longer use it in our daily work. Rule:");
    }

    [Fact]
    public void Without_an_activity_nobody_knows_and_it_is_kept()
    {
        var field = Assess(ShopKeys.Name, Facts());

        Dutch.Explain(field, Shop).Should().Equal("Niets wat we doen gaat over dit gegeven. Niemand weet daarom wanneer het weg mag. Tot dat duidelijk is, bewaren we het.");
        English.Explain(field, Shop).Should().Equal("Nothing we do is about this. That is why nobody knows when it may go. Until that is clear, we keep it.");
    }

    [Fact]
    public void Every_disposal_and_every_reason_has_words_of_its_own()
    {
        foreach (var words in new[] { Dutch, English })
        {
            AreToldApart(Declared<FieldDisposal>().Select(words.Name));
            AreToldApart(Declared<DependentDisposal>().Select(words.Name));
            AreToldApart(Declared<DependentDisposal>().Select(words.Explanation));
            AreToldApart(Declared<UnresolvedReason>().Select(words.Explanation));
            AreToldApart(Declared<UnresolvedReason>().Select(words.Remedy));
        }
    }

    private static void AreToldApart(IEnumerable<string> texts) =>
        texts.Should().OnlyHaveUniqueItems().And.OnlyContain(text => !text.Contains("niet vastgelegd") && !text.Contains("not declared") && text.Length > 5);

    private static T[] Declared<T>()
        where T : struct, Enum => Enum.GetValues<T>()[1..];

    private static FieldRetention Assess(Key<DataCategory> category, RetentionFacts facts, params ReadOnlySpan<Key<ProcessingActivity>> activities) =>
        new RetentionSchedule(Shop).Assess(category, facts with { Activities = ValueList.Create(activities) });
}
