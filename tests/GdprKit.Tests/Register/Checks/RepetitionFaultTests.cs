using NodaTime;
using static GdprKit.ShopKeys;

namespace GdprKit;

public sealed class RepetitionFaultTests
{
    [Fact]
    public void Nothing_is_listed_twice_by_an_activity() =>
        Judgement.With(register => register.Activity(Newsletter, activity => activity with
        {
            People = [Customers, Customers],
            Categories = [EmailAddress, EmailAddress],
            Recipients = [MailProgram, MailProgram],
            Sources = [new(LocalizedText.Of("het handelsregister", "the trade register"), true), new(LocalizedText.Of("het handelsregister", "the trade register"), false)],
            Marketing = [MarketingChannel.TextMessage, MarketingChannel.TextMessage],
        })).Should().Equal(
            "GDPR4116 /activities/newsletter/categories/1: The category 'email-address' is listed twice. Remove one of them.",
            "GDPR4116 /activities/newsletter/marketing/1: The channel 'textMessage' is listed twice. Remove one of them.",
            "GDPR4116 /activities/newsletter/people/1: The kind of people 'customers' is listed twice. Remove one of them.",
            "GDPR4116 /activities/newsletter/recipients/1: The recipient 'mail-program' is listed twice. Remove one of them.",
            "GDPR4116 /activities/newsletter/sources/1: The source 'the trade register' is listed twice. Remove one of them.");

    [Fact]
    public void Nothing_is_listed_twice_by_a_retention_rule() =>
        Judgement.With(register => register.Rule(Orders, rule => rule with
        {
            Categories = [Name, EmailAddress, Purchases, Name],
            Term = new RetentionTerm.LatestOf([End(LastPurchase, LastPurchase), End(InvoiceDate), End(InvoiceDate), End(InvoiceDate) with { Fallback = InvoiceDate }]),
        })).Should().Equal(
            "GDPR4116 /activities/orders/retention/orders/categories/3: The category 'name' is listed twice. Remove one of them.",
            "GDPR4116 /activities/orders/retention/orders/latestOf/0/events/1: The event 'last-purchase' is listed twice. Remove one of them.",
            "GDPR4116 /activities/orders/retention/orders/latestOf/2: The end after 'invoice-date' is listed twice. Remove one of them.",
            "GDPR4116 /activities/orders/retention/orders/latestOf/3/fallback: The event 'invoice-date' is listed twice. Remove one of them.");

    [Fact]
    public void Two_ends_that_differ_in_the_order_of_their_events_only_are_one_end() =>
        Judgement.With(register => register.Rule(Orders, rule => rule with
        {
            Term = new RetentionTerm.LatestOf([End(LastPurchase, InvoiceDate), End(InvoiceDate, LastPurchase)]),
        })).Should().Equal(
            "GDPR4116 /activities/orders/retention/orders/latestOf/1: The end after 'invoice-date', 'last-purchase' is listed twice. Remove one of them.");

    [Fact]
    public void Nothing_else_is_listed_twice() =>
        Judgement.With(register => register
            .Recipient(MailProgram, recipient => recipient with { Transfers = [recipient.Transfers[0], recipient.Transfers[0]] })
            .Controller(controller => controller with { JointControllers = [Partner, Partner] }) with
        {
            Languages = [Language.Dutch, Language.English, Language.Dutch],
        }).Should().Equal(
            "GDPR4116 /controller/jointControllers/1: The joint controller 'Partner' is listed twice. Remove one of them.",
            "GDPR4116 /languages/2: The language 'nl' is listed twice. Remove one of them.",
            "GDPR4116 /recipients/mail-program/transfers/1: The transfer to 'US' is listed twice. Remove one of them.");

    private static JointController Partner { get; } =
        new("Partner", new ContactDetails { Email = "partner@example.nl" }, LocalizedText.Of("wij doen alles samen", "we do everything together"));

    private static RetentionTerm.After End(params Key<RetentionEvent>[] events) =>
        new() { Events = events.ToValueList(), Anchor = RetentionAnchor.Exact, Period = Period.FromYears(1) };
}
