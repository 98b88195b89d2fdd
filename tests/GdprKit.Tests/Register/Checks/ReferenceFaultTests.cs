using NodaTime;
using static GdprKit.ShopKeys;

namespace GdprKit;

public sealed class ReferenceFaultTests
{
    [Fact]
    public void A_reference_to_nothing_is_answered_with_the_nearest_key() =>
        Judgement.With(register => register.Activity(Orders, activity => activity with { People = [new("customer")], Categories = [Name, Purchases, new("email")] })).Should().Equal(
            "GDPR4117 /activities/orders/categories/2: There is no category 'email'. Declare it, or did you mean 'email-address'?",
            "GDPR4117 /activities/orders/people/0: There is no kind of people 'customer'. Declare it, or did you mean 'customers'?");

    [Fact]
    public void A_reference_that_resembles_nothing_gets_no_suggestion() =>
        Judgement.With(register => register.Activity(Orders, activity => activity with { Recipients = [new("bank")] })).Should().Equal(
            "GDPR4117 /activities/orders/recipients/0: There is no recipient 'bank'. Declare it, or use the key of one that is declared.");

    [Fact]
    public void Retention_rules_refer_to_what_is_declared() =>
        Judgement.With(register => register.Rule(Orders, rule => rule with
        {
            Categories = [Name, EmailAddress, Purchases, new("shoe-size")],
            Term = new RetentionTerm.LatestOf(
            [
                new RetentionTerm.After { Events = [new("last-purchases")], Fallback = new("sign-up"), Anchor = RetentionAnchor.Exact, Period = Period.FromYears(2) },
                new RetentionTerm.After { Events = [LastPurchase], Anchor = RetentionAnchor.Exact, Period = Period.FromYears(1) },
            ]),
        })).Should().Equal(
            "GDPR4117 /activities/orders/retention/orders/categories/3: There is no category 'shoe-size'. Declare it, or use the key of one that is declared.",
            "GDPR4117 /activities/orders/retention/orders/latestOf/0/events/0: There is no event 'last-purchases'. Declare it, or did you mean 'last-purchase'?",
            "GDPR4117 /activities/orders/retention/orders/latestOf/0/fallback: There is no event 'sign-up'. Declare it, or use the key of one that is declared.");

    [Fact]
    public void The_birth_of_a_person_is_a_declared_event() =>
        Judgement.With(register => register.Rule(Claims, rule => rule with { Term = new RetentionTerm.UntilAge(new("birth"), 18) })).Should().Equal(
            "GDPR4117 /activities/claims/retention/claims/untilAge/birthDate: There is no event 'birth'. Declare it, or use the key of one that is declared.");

    [Fact]
    public void A_choice_is_between_rules_that_exist() =>
        Judgement.Besides(register => register.Choose(new("staff-files"), new("old"), "omdat", "because")).Should().Equal(
            "GDPR4117 /conflictChoices/0/prevails: There is no retention rule 'staff-files'. Declare it, or did you mean 'staff-file'?",
            "GDPR4117 /conflictChoices/0/yields: There is no retention rule 'old'. Declare it, or use the key of one that is declared.");

    [Fact]
    public void What_no_activity_uses_warns() =>
        Judgement.Besides(register => register
            .People(new("members"), "leden", "members")
            .Event(new("sign-up"), "je aanmelding", "your sign-up")
            .Recipient(new("bank"), recipient => recipient.Name("Bank").Controller().Task("verwerkt betalingen", "handles payments").Country("NL"))).Should().Equal(
            "warning GDPR4119 /events/sign-up: No activity uses this event. Add it to an activity, or remove it.",
            "warning GDPR4119 /people/members: No activity uses this kind of people. Add it to an activity, or remove it.",
            "warning GDPR4119 /recipients/bank: No activity uses this recipient. Add it to an activity, or remove it.");

    [Fact]
    public void A_category_that_no_activity_uses_has_no_purpose_and_no_period() =>
        Judgement.Besides(register => register.Category(new("shoe-size"), "schoenmaat", "shoe size")).Should().Equal(
            "GDPR4120 /categories/shoe-size: No activity uses this category, so nothing says why it is held, nor how long (Art. 5(1)(b), 5(1)(e)). Add it to an activity with Uses(…) or 'categories', or remove it.");

    [Fact]
    public void A_register_without_an_activity_is_refused_and_the_rest_is_not_called_unused() =>
        Judgement.With(register => register with { Activities = [] }).Should().Equal(
            "GDPR4118 /activities: The register declares no activity (Art. 30(1)). Call Activity(key, …) for everything that is done with personal data, or write 'activities' in the register file.");
}
