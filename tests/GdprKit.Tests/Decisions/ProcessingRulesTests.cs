using NodaTime;
using static GdprKit.DecisionReasons;
using static GdprKit.Decisions.Situations;

namespace GdprKit.Decisions;

/// <summary>What a lawyer would ask after the published situations, each with the source of its answer.</summary>
public sealed class ProcessingRulesTests
{
    private static readonly Duration OneDay = Duration.FromDays(1);

    private static readonly (string Says, ProcessingSituation Situation, DecisionReason Reason)[] Asked =
    [
        // Art. 6(1)(a), 7: the ten states, and when they hold.
        ("renewed consent stands", OnConsent.WithConsent(c => c with { Status = ConsentStatus.Renewed }), ConsentGiven),
        ("nobody was asked", OnConsent with { Consent = null }, ConsentUnknown),
        ("no answer yet", OnConsent.WithConsent(c => c with { Status = ConsentStatus.Requested }), ConsentRequested),
        ("put off", OnConsent.WithConsent(c => c with { Status = ConsentStatus.Deferred }), ConsentDeferred),
        ("refused", OnConsent.WithConsent(c => c with { Status = ConsentStatus.Refused }), ConsentRefused),
        ("withdrawn", OnConsent.WithConsent(c => c with { Status = ConsentStatus.Withdrawn, EndsAt = Ended }), ConsentWithdrawn),
        ("revoked", OnConsent.WithConsent(c => c with { Status = ConsentStatus.Revoked, EndsAt = Ended }), ConsentRevoked),
        ("invalidated", OnConsent.WithConsent(c => c with { Status = ConsentStatus.Invalidated }), ConsentInvalidated),
        ("expired", OnConsent.WithConsent(c => c with { Status = ConsentStatus.Expired, EndsAt = Ended }), ConsentExpired),
        ("a state of a newer program", OnConsent.WithConsent(c => c with { Status = (ConsentStatus)99 }), ConsentNotYetGiven),

        // Art. 7(3): what was done before the withdrawal stays lawful; what was done before the consent never was.
        ("the day before it was given", OnConsent with { At = Given - OneDay }, ConsentNotYetGiven),
        ("the moment it was given", OnConsent with { At = Given }, ConsentGiven),
        ("between giving and withdrawing", OnConsent.WithConsent(c => c with { Status = ConsentStatus.Withdrawn, EndsAt = Ended }) with { At = Given + OneDay }, ConsentStoodThen),
        ("before giving what was withdrawn", OnConsent.WithConsent(c => c with { Status = ConsentStatus.Withdrawn, EndsAt = Ended }) with { At = Given - OneDay }, ConsentNotYetGiven),
        ("the moment of withdrawing", OnConsent.WithConsent(c => c with { Status = ConsentStatus.Withdrawn, EndsAt = Ended }) with { At = Ended }, ConsentWithdrawn),
        ("after withdrawing", OnConsent.WithConsent(c => c with { Status = ConsentStatus.Withdrawn, EndsAt = Ended }) with { At = Ended + OneDay }, ConsentWithdrawn),
        ("withdrawn, and nobody knows when", OnConsent.WithConsent(c => c with { Status = ConsentStatus.Withdrawn }) with { At = Given + OneDay }, ConsentWithdrawn),
        ("before it expired", OnConsent.WithConsent(c => c with { Status = ConsentStatus.Expired, EndsAt = Ended }) with { At = Given + OneDay }, ConsentStoodThen),
        ("a day to come, when it will have expired", OnConsent.WithConsent(c => c with { EndsAt = Ended }) with { At = Ended }, ConsentExpired),
        ("what was invalid was so from the beginning", OnConsent.WithConsent(c => c with { Status = ConsentStatus.Invalidated, EndsAt = Ended }) with { At = Given + OneDay }, ConsentInvalidated),

        // EDPB 05/2020, 121-123: who was asked keeps the answer, whatever the basis becomes.
        ("refused, then an interest", OnInterest.WithConsent(c => c with { Status = ConsentStatus.Refused }) with { FormerBasis = Bases[0] }, BasisSwapped),
        ("withdrawn, then a contract", OnContract.WithConsent(c => c with { Status = ConsentStatus.Withdrawn }) with { FormerBasis = Bases[0] }, BasisSwapped),
        ("refused, asked again and not answered", OnInterest.WithConsent(c => c with { Status = ConsentStatus.Requested, WasEverRefusedOrWithdrawn = true }) with { FormerBasis = Bases[0] }, BasisSwapped),
        ("refused once, given since", OnInterest.WithConsent(c => c with { Status = ConsentStatus.Given, WasEverRefusedOrWithdrawn = true }) with { FormerBasis = Bases[0] }, LegitimateInterest),
        ("asked and not answered", OnInterest.WithConsent(c => c with { Status = ConsentStatus.Requested }) with { FormerBasis = Bases[0] }, LegitimateInterest),
        ("another basis before, and no consent in it", OnInterest.WithConsent(c => c with { Status = ConsentStatus.Withdrawn }) with { FormerBasis = Bases[1] }, LegitimateInterest),

        // Art. 21: absolute in marketing, weighed under (e) and (f), unknown to the other bases.
        ("objection to a public task", OnPublicTask with { Objection = ObjectionStatus.Raised }, ObjectionStanding),
        ("kept while it is weighed", OnInterest with { Objection = ObjectionStatus.Pending, Operation = ProcessingOperation.Store }, StoringOnly),
        ("not kept once it is upheld", OnInterest with { Objection = ObjectionStatus.Upheld, Operation = ProcessingOperation.Store }, ObjectionStanding),
        ("an objection of which nothing is known", OnInterest with { Objection = ObjectionStatus.Unknown }, ObjectionStanding),
        ("taken back", OnInterest with { Objection = ObjectionStatus.Withdrawn }, LegitimateInterest),
        ("no right against a legal obligation", OnLegalObligation with { Objection = ObjectionStatus.Upheld }, LegalObligation),
        ("no right against consent, which one withdraws", OnConsent with { Objection = ObjectionStatus.Raised }, ConsentGiven),
        ("no grounds outweigh one against marketing", ToCustomer with { Objection = ObjectionStatus.Overridden }, ObjectionToMarketing),
        ("marketing under a contract", OnContract with { IsDirectMarketing = true, Objection = ObjectionStatus.Raised }, ObjectionToMarketing),
        ("marketing under consent", Newsletter with { Objection = ObjectionStatus.Raised }, ObjectionToMarketing),
        ("not even kept for marketing", ToCustomer with { Objection = ObjectionStatus.Raised, Operation = ProcessingOperation.Store }, ObjectionToMarketing),

        // Art. 18(2).
        ("restricted, and used for another's rights", OnContract with { IsRestricted = true, Exemption = RestrictionExemption.RightsOfAnother }, RestrictionExempt),
        ("restricted, and used with consent", OnContract with { IsRestricted = true, Exemption = RestrictionExemption.SubjectConsent }, RestrictionExempt),
        ("restricted, and used for the public", OnContract with { IsRestricted = true, Exemption = RestrictionExemption.PublicInterest }, RestrictionExempt),
        ("an exemption that nobody named", OnContract with { IsRestricted = true, Exemption = RestrictionExemption.Unspecified }, Restricted),
        ("an operation that nobody named", OnContract with { IsRestricted = true, Operation = ProcessingOperation.Unspecified }, Restricted),
        ("an exemption helps no withdrawn consent", OnConsent.WithConsent(c => c with { Status = ConsentStatus.Withdrawn }) with { IsRestricted = true, Exemption = RestrictionExemption.LegalClaims }, ConsentWithdrawn),

        // Art. 9, 10, 87.
        ("explicit consent under consent", (OnConsent with { UsesSpecialCategories = true }).WithConsent(c => c with { IsExplicit = true }), ConsentGiven),
        ("explicit consent beside a contract", (OnContract with { UsesSpecialCategories = true, SpecialCategoryGround = SpecialCategoryGround.ExplicitConsent }).WithConsent(c => c with { Status = ConsentStatus.Given, IsExplicit = true }), Contract),
        ("declared, and not explicit", (OnContract with { UsesSpecialCategories = true, SpecialCategoryGround = SpecialCategoryGround.ExplicitConsent }).WithConsent(c => c with { Status = ConsentStatus.Given }), ConsentNotExplicit),
        ("declared, and withdrawn", (OnContract with { UsesSpecialCategories = true, SpecialCategoryGround = SpecialCategoryGround.ExplicitConsent }).WithConsent(c => c with { Status = ConsentStatus.Withdrawn, IsExplicit = true }), ConsentWithdrawn),
        ("an exception that nobody named", OnContract with { UsesSpecialCategories = true, SpecialCategoryGround = SpecialCategoryGround.Unspecified }, SpecialCategoryWithoutGround),
        ("an exception without a basis", new() { UsesSpecialCategories = true, SpecialCategoryGround = SpecialCategoryGround.LegalClaims }, NoBasis),
        ("offences, and a law", OnInterest with { UsesCriminalOffences = true, IsAllowedByLaw = true }, LegitimateInterest),
        ("offences that a law demands", OnLegalObligation with { UsesCriminalOffences = true }, LegalObligation),
        ("offences, and only consent", OnConsent with { UsesCriminalOffences = true }, CriminalOffenceWithoutLaw),
        ("a national number without a law", OnContract with { UsesNationalNumbers = true }, NationalNumberWithoutLaw),
        ("a national number with a law", OnContract with { UsesNationalNumbers = true, IsAllowedByLaw = true }, Contract),

        // Art. 8.
        ("fifteen where it is sixteen", (OnConsent with { AddressesMinors = true }) with { SubjectAge = 15 }, MinorWithoutParent),
        ("sixteen where it is sixteen", OnConsent with { AddressesMinors = true, SubjectAge = 16 }, ConsentGiven),
        ("twelve where it is thirteen", OnConsent with { AddressesMinors = true, SubjectAge = 12, AgeOfConsent = 13 }, MinorWithoutParent),
        ("thirteen where it is thirteen", OnConsent with { AddressesMinors = true, SubjectAge = 13, AgeOfConsent = 13 }, ConsentGiven),
        ("an age that nobody knows", OnConsent with { AddressesMinors = true }, AgeUnknown),
        ("a parent's consent, the age unknown", (OnConsent with { AddressesMinors = true }).WithConsent(c => c with { IsByHolderOfParentalResponsibility = true }), ConsentGiven),
        ("a parent's consent, of age by now (EDPB 05/2020, 149)", (OnConsent with { AddressesMinors = true, SubjectAge = 17 }).WithConsent(c => c with { IsByHolderOfParentalResponsibility = true }), ConsentGiven),
        ("a child, in what addresses no children", OnConsent with { SubjectAge = 12 }, ConsentGiven),
        ("a child, under a contract", OnContract with { AddressesMinors = true, SubjectAge = 12 }, Contract),

        // Art. 13(3): under every basis, and for storing too.
        ("untold and only kept", OnInterest with { IsToldOfPurpose = false, Operation = ProcessingOperation.Store }, NotTold),
        ("untold under consent", OnConsent with { IsToldOfPurpose = false }, NotTold),

        // BGH I ZR 164/09; art. 11.7 Tw; art. 13 ePrivacy Directive.
        ("confirmed by e-mail, and called", Newsletter with { Channel = MarketingChannel.Phone }, ConsentNotForChannel),
        ("no channel proven", OnConsent with { Channel = MarketingChannel.Email }, ConsentNotForChannel),
        ("unconfirmed, without a message", OnConsent.WithConsent(c => c with { AwaitsConfirmation = true }), ConsentUnconfirmed),
        ("unconfirmed, and called without proof", OnConsent.WithConsent(c => c with { AwaitsConfirmation = true }) with { Channel = MarketingChannel.Phone }, ConsentUnconfirmed),
        ("unconfirmed by e-mail, signed for letters", OnConsent.WithConsent(c => c with { AwaitsConfirmation = true, ProvenChannels = [MarketingChannel.Post] }) with { Channel = MarketingChannel.Post }, ConsentGiven),
        ("unconfirmed by e-mail, whatever else is proven", Newsletter.WithConsent(c => c with { AwaitsConfirmation = true }), ConsentUnconfirmed),
        ("a letter to who did not object", OnInterest with { IsDirectMarketing = true, Channel = MarketingChannel.Post }, LegitimateInterest),
        ("an e-mail to a stranger", OnInterest with { IsDirectMarketing = true, Channel = MarketingChannel.Email }, MarketingUnsolicited),
        ("a call to a stranger", OnInterest with { IsDirectMarketing = true, Channel = MarketingChannel.Phone }, MarketingUnsolicited),
        ("a text message to a customer", ToCustomer with { Channel = MarketingChannel.TextMessage }, ExistingCustomer),
        ("a call to a customer who did not agree to calls", ToCustomer with { Channel = MarketingChannel.Phone }, MarketingUnsolicited),
        ("an e-mail to who agreed, under an interest", (OnInterest with { IsDirectMarketing = true, Channel = MarketingChannel.Email }).Agreeing(MarketingChannel.Email), LegitimateInterest),
        ("an invoice by e-mail", OnContract with { Channel = MarketingChannel.Email }, Contract),
        ("a channel that the activity does not declare", ToCustomer with { IsChannelDeclared = false }, ChannelUndeclared),

        // Art. 21(3): the list is about marketing, and only the person's own new consent takes an address off it.
        ("suppressed, and agreed to", Newsletter with { IsSuppressed = true }, Suppressed),
        ("an invoice to a suppressed address", OnContract with { Channel = MarketingChannel.Email, IsSuppressed = true }, Contract),
    ];

    public static TheoryData<string> Cases => [.. Asked.Select(each => each.Says)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Law_answers(string says)
    {
        var (_, situation, reason) = Asked.Single(each => each.Says == says);

        ProcessingRules.Judge(situation).Should().BeSameAs(reason);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void The_rule_for_existing_customers_needs_all_five_conditions(int missing)
    {
        var rule = ToCustomer.SoftOptIn!;
        SoftOptIn[] broken =
        [
            rule with { IsSameLegalEntity = false },
            rule with { IsFromSale = false },
            rule with { IsAboutOwnSimilarProducts = false },
            rule with { WasOptOutOfferedAtCollection = false },
            rule with { IsOptOutInEveryMessage = false },
        ];

        ProcessingRules.Judge(ToCustomer).Should().BeSameAs(ExistingCustomer);
        ProcessingRules.Judge(ToCustomer with { SoftOptIn = broken[missing] }).Should().BeSameAs(SoftOptInIncomplete);
    }

    [Theory]
    [InlineData(MarketingChannel.Email)]
    [InlineData(MarketingChannel.TextMessage)]
    [InlineData(MarketingChannel.Phone)]
    [InlineData(MarketingChannel.Post)]
    public void An_objection_to_marketing_counts_for_every_channel_and_under_every_basis(MarketingChannel channel)
    {
        foreach (var basis in Bases)
        {
            var agreed = Newsletter.Agreeing(channel) with { Basis = basis, Channel = channel };

            ProcessingRules.Judge(agreed).Permits.Should().BeTrue();
            ProcessingRules.Judge(agreed with { Objection = ObjectionStatus.Raised }).Should().BeSameAs(ObjectionToMarketing);
            ProcessingRules.Judge(agreed with { IsSuppressed = true }).Should().BeSameAs(Suppressed);
        }
    }

    [Fact]
    public void Every_exception_of_Article_9_but_explicit_consent_stands_by_itself()
    {
        foreach (var ground in Enum.GetValues<SpecialCategoryGround>().Except([SpecialCategoryGround.Unspecified, SpecialCategoryGround.ExplicitConsent]))
        {
            ProcessingRules.Judge(OnContract with { UsesSpecialCategories = true, SpecialCategoryGround = ground }).Should().BeSameAs(Contract);
        }
    }

    [Fact]
    public void Nothing_that_was_said_permits_nothing() => ProcessingRules.Judge(new ProcessingSituation()).Should().BeSameAs(NoBasis);

    [Fact]
    public void All_reasons_to_deny_are_found_the_weightiest_first() =>
        ProcessingRules.FindDenials(ToCustomer with { Objection = ObjectionStatus.Raised, IsSuppressed = true, SoftOptIn = null })
            .Should().Equal(ObjectionToMarketing, Suppressed, MarketingUnsolicited);
}
