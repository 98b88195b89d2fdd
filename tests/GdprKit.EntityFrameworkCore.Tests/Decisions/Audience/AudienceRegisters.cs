using NodaTime;
using static GdprKit.ShopKeys;

namespace GdprKit.EntityFrameworkCore.Decisions.Audience;

/// <summary>A shop with every kind of activity of which a decision depends on people, and what it may become later.</summary>
internal static class AudienceRegisters
{
    public static readonly Key<ProcessingActivity> Club = Key<ProcessingActivity>.Parse("club");

    public static readonly Key<ProcessingActivity> Offers = Key<ProcessingActivity>.Parse("offers");

    public static readonly Key<ProcessingActivity> Game = Key<ProcessingActivity>.Parse("game");

    public static readonly Key<ProcessingActivity> Diet = Key<ProcessingActivity>.Parse("diet");

    public static readonly Key<ProcessingActivity> Tips = Key<ProcessingActivity>.Parse("tips");

    public static ProcessingRegister Today { get; } = Shop();

    /// <summary>Nothing changed; each channel apart, or no more; and what was asked rests on an interest.</summary>
    public static IReadOnlyList<ProcessingRegister> Later { get; } =
        [Today, Shop(isClubApart: true), Shop(isOffersApart: false), Shop(isClubAsked: false), Shop(isOffersAsked: false)];

    private static ProcessingRegister Shop(bool isClubAsked = true, bool isClubApart = false, bool isOffersAsked = true, bool isOffersApart = true) => TestRegisters.Shop(register => register
        .Activity(Club, activity => Asked(
            activity.Name("Club", "Club").Purpose("Wij sturen je nieuws van de club.", "We send you news of the club.")
                .About(Customers).Uses(EmailAddress).Marketing(MarketingChannel.Email, MarketingChannel.Post),
            isClubAsked,
            consent => (isClubApart ? consent.PerChannel() : consent).ValidFor(Period.FromYears(2)).DoubleOptIn(MarketingChannel.Email)))
        .Activity(Offers, activity => Asked(
            activity.Name("Aanbiedingen", "Offers").Purpose("Wij sturen je aanbiedingen.", "We send you offers.")
                .About(Customers).Uses(EmailAddress).Marketing(MarketingChannel.Email, MarketingChannel.Phone),
            isOffersAsked,
            consent => (isOffersApart ? consent.PerChannel() : consent).DoubleOptIn(MarketingChannel.Email)))
        .Activity(Game, activity => Asked(
            activity.Name("Spel", "Game").Purpose("Wij houden je punten bij.", "We keep your score.").About(Customers).Uses(Name).AddressesMinors(), true, consent => consent))
        .Activity(Diet, activity => Asked(
            activity.Name("Dieet", "Diet").Purpose("Wij letten op wat je niet mag eten.", "We mind what you must not eat.")
                .SpecialCategories(SpecialCategoryGround.ExplicitConsent).ImpactAssessment("DPIA-3").About(Customers).Uses(SickLeave),
            true,
            consent => consent))
        .Activity(Tips, activity => activity
            .Name("Tips", "Tips").Purpose("Wij wijzen klanten op wat erop lijkt.", "We show customers what is like it.")
            .OnLegitimateInterest("te verkopen", "to sell", "LIA-2").About(Customers).Uses(EmailAddress)
            .Marketing(MarketingChannel.Email, MarketingChannel.Post).SoftOptIn()
            .Keep(keep => keep.For(Period.FromYears(2)).After(LastPurchase))));

    private static ProcessingActivityBuilder Asked(ProcessingActivityBuilder activity, bool isAsked, Func<ConsentTermsBuilder, ConsentTermsBuilder> terms) => isAsked
        ? activity.OnConsent().AskConsent(consent => terms(consent)).Keep(keep => keep.WhileConsentStands())
        : activity.OnLegitimateInterest("te verkopen", "to sell", "LIA-3").Keep(keep => keep.For(Period.FromYears(2)).After(LastPurchase));
}
