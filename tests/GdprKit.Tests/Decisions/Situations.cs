using NodaTime;

namespace GdprKit.Decisions;

/// <summary>Situations from which tests start.</summary>
internal static class Situations
{
    public static readonly Instant Given = Instant.FromUtc(2026, 1, 10, 12, 0);

    public static readonly Instant Ended = Instant.FromUtc(2026, 3, 1, 12, 0);

    public static readonly LawfulBasis[] Bases =
    [
        new LawfulBasis.Consent(),
        new LawfulBasis.Contract(),
        new LawfulBasis.LegalObligation(new Citation("art. 52 AWR")),
        new LawfulBasis.VitalInterest(),
        new LawfulBasis.PublicTask(new Citation("art. 2 Wet op het voorbeeld")),
        new LawfulBasis.LegitimateInterest(LocalizedText.Of("fraude te voorkomen", "to prevent fraud")),
    ];

    public static ProcessingSituation OnConsent => new() { Basis = Bases[0], Consent = new ConsentFacts { Status = ConsentStatus.Given, GivenAt = Given } };

    public static ProcessingSituation OnContract => new() { Basis = Bases[1] };

    public static ProcessingSituation OnLegalObligation => new() { Basis = Bases[2] };

    public static ProcessingSituation OnVitalInterest => new() { Basis = Bases[3] };

    public static ProcessingSituation OnPublicTask => new() { Basis = Bases[4] };

    public static ProcessingSituation OnInterest => new() { Basis = Bases[5] };

    /// <summary>A newsletter to which the person agreed, confirmed by e-mail.</summary>
    public static ProcessingSituation Newsletter => OnConsent.Agreeing(MarketingChannel.Email) with { IsDirectMarketing = true, Channel = MarketingChannel.Email };

    /// <summary>A mailing to a customer who could opt out and did not.</summary>
    public static ProcessingSituation ToCustomer => OnInterest with
    {
        IsDirectMarketing = true,
        Channel = MarketingChannel.Email,
        SoftOptIn = new SoftOptIn
        {
            IsSameLegalEntity = true,
            IsFromSale = true,
            IsAboutOwnSimilarProducts = true,
            WasOptOutOfferedAtCollection = true,
            IsOptOutInEveryMessage = true,
        },
    };

    public static ProcessingSituation Agreeing(this ProcessingSituation situation, params MarketingChannel[] channels) =>
        situation with { Consent = (situation.Consent ?? new ConsentFacts { Status = ConsentStatus.Given }) with { ProvenChannels = channels.ToValueList() } };

    public static ProcessingSituation WithConsent(this ProcessingSituation situation, Func<ConsentFacts, ConsentFacts> change) =>
        situation with { Consent = change(situation.Consent ?? ConsentFacts.None) };
}
