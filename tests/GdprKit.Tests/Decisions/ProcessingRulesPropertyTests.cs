using CsCheck;
using NodaTime;

namespace GdprKit.Decisions;

/// <summary>Whatever else is true, one denial is enough, and what protects a person never helps against them.</summary>
public sealed class ProcessingRulesPropertyTests
{
    private static readonly Gen<bool> Mostly = Gen.Int[0, 9].Select(number => number > 0);

    private static readonly Gen<bool> Seldom = Gen.Int[0, 9].Select(number => number == 0);

    private static readonly Gen<ValueList<MarketingChannel>> Channels =
        Gen.Enum<MarketingChannel>().Array[0, 4].Select(channels => channels.Distinct().ToValueList());

    private static readonly Gen<Instant?> Moments = Gen.Int[-30, 90].Select(days => days < 0 ? (Instant?)null : Situations.Given + Duration.FromDays(days));

    private static readonly Gen<ConsentFacts> Consents =
        from status in Gen.Frequency((4, Gen.Const(ConsentStatus.Given)), (3, Gen.Enum<ConsentStatus>()))
        from isExplicit in Gen.Bool
        from isForThis in Mostly
        from isTextKnown in Mostly
        from awaits in Seldom
        from channels in Channels
        from byParent in Gen.Bool
        from given in Gen.Int[0, 60]
        from ends in Moments
        from refused in Seldom
        select new ConsentFacts
        {
            Status = status,
            IsExplicit = isExplicit,
            IsForThisPurpose = isForThis,
            IsTextKnown = isTextKnown,
            AwaitsConfirmation = awaits,
            ProvenChannels = channels,
            IsByHolderOfParentalResponsibility = byParent,
            GivenAt = Situations.Given + Duration.FromDays(given),
            EndsAt = ends,
            WasEverRefusedOrWithdrawn = refused,
        };

    private static readonly Gen<SoftOptIn?> SoftOptIns =
        from isRelied in Gen.Bool
        from conditions in Mostly.Array[5]
        select isRelied
            ? new SoftOptIn
            {
                IsSameLegalEntity = conditions[0],
                IsFromSale = conditions[1],
                IsAboutOwnSimilarProducts = conditions[2],
                WasOptOutOfferedAtCollection = conditions[3],
                IsOptOutInEveryMessage = conditions[4],
            }
            : null;

    private static readonly Gen<ProcessingSituation> Any =
        from basis in OneOf<LawfulBasis?>([.. Situations.Bases, null])
        from former in OneOf<LawfulBasis?>(null, null, Situations.Bases[0], Situations.Bases[1])
        from isMarketing in Gen.Bool
        from operation in Gen.Enum<ProcessingOperation>()
        from channel in Gen.OneOf(Gen.Const((MarketingChannel?)null), Gen.Enum<MarketingChannel>().Select(each => (MarketingChannel?)each))
        from at in Moments
        from consent in Gen.OneOf(Gen.Const((ConsentFacts?)null), Consents.Select(each => (ConsentFacts?)each))
        from objection in Gen.OneOf(Gen.Const((ObjectionStatus?)null), Gen.Enum<ObjectionStatus>().Select(each => (ObjectionStatus?)each))
        from flags in Seldom.Array[5]
        from exemption in Gen.Enum<RestrictionExemption>()
        from ground in Gen.OneOf(Gen.Const((SpecialCategoryGround?)null), Gen.Enum<SpecialCategoryGround>().Select(each => (SpecialCategoryGround?)each))
        from isLaw in Gen.Bool
        from addressesMinors in Gen.Bool
        from age in Gen.Int[10, 22]
        from soft in SoftOptIns
        select new ProcessingSituation
        {
            Basis = basis,
            FormerBasis = former,
            IsDirectMarketing = isMarketing,
            Operation = operation,
            Channel = channel,
            At = at,
            Consent = consent,
            Objection = objection,
            IsRestricted = flags[0],
            Exemption = exemption,
            IsSuppressed = flags[1],
            IsToldOfPurpose = !flags[2],
            UsesSpecialCategories = flags[3],
            SpecialCategoryGround = ground,
            UsesCriminalOffences = flags[4],
            IsAllowedByLaw = isLaw,
            AddressesMinors = addressesMinors,
            SubjectAge = age > 18 ? null : age,
            SoftOptIn = soft,
        };

    /// <summary>Facts that protect, each as a change of a situation.</summary>
    private static readonly Func<ProcessingSituation, ProcessingSituation>[] Protecting =
    [
        situation => situation with { Basis = null },
        situation => situation with { IsSuppressed = true },
        situation => situation with { IsRestricted = true, Exemption = null, Operation = ProcessingOperation.Use },
        situation => situation with { Objection = ObjectionStatus.Upheld },
        situation => situation with { Objection = situation.Objection ?? ObjectionStatus.Raised },
        situation => situation with { IsToldOfPurpose = false },
        situation => situation with { IsDirectMarketing = true },
        situation => situation with { Operation = ProcessingOperation.Use },
        situation => situation.WithConsent(consent => consent with { Status = ConsentStatus.Withdrawn, EndsAt = null }),
        situation => situation.WithConsent(consent => consent with { Status = ConsentStatus.Refused }),
        situation => situation.WithConsent(consent => consent with { IsForThisPurpose = false }),
        situation => situation.WithConsent(consent => consent with { IsTextKnown = false }),
        situation => situation.WithConsent(consent => consent with { AwaitsConfirmation = true }),
        situation => situation.WithConsent(consent => consent with { ProvenChannels = [] }),
        situation => situation.WithConsent(consent => consent with { IsExplicit = false }),
        situation => situation.WithConsent(consent => consent with { WasEverRefusedOrWithdrawn = true }),
        situation => situation with { UsesSpecialCategories = true },
        situation => situation with { UsesCriminalOffences = true },
        situation => situation with { UsesNationalNumbers = true },
        situation => situation with { SpecialCategoryGround = null, Consent = situation.Consent is { } consent ? consent with { IsExplicit = false } : null },
        situation => situation with { IsAllowedByLaw = false },
        situation => situation with { AddressesMinors = true },
        situation => situation with { AddressesMinors = true, SubjectAge = null },
        situation => situation with { IsChannelDeclared = false },
        situation => situation with { SoftOptIn = null },
    ];

    [Fact]
    public void A_fact_that_protects_never_turns_a_denial_into_a_permission() =>
        Gen.Select(Any, OneOf(Protecting)).Sample(
            (situation, protect) => !ProcessingRules.Judge(protect(situation)).Permits || ProcessingRules.Judge(situation).Permits,
            iter: 20_000);

    [Fact]
    public void A_verdict_denies_exactly_when_a_rule_does() => Any.Sample(
        situation =>
        {
            var denials = ProcessingRules.FindDenials(situation);
            var reason = ProcessingRules.Judge(situation);
            return reason.Permits == denials.IsEmpty && (denials.IsEmpty || (reason == denials[0] && denials.All(denial => !denial.Permits)));
        },
        iter: 20_000);

    [Fact]
    public void Marketing_against_an_objection_or_to_a_suppressed_address_is_never_permitted() => Any.Sample(
        situation => !ProcessingRules.Judge(situation with { IsDirectMarketing = true, Objection = ObjectionStatus.Raised }).Permits
            && !ProcessingRules.Judge(situation with { IsDirectMarketing = true, IsSuppressed = true }).Permits,
        iter: 5_000);

    [Fact]
    public void Random_situations_meet_every_reason_that_rules_give()
    {
        // Otherwise the properties above would hold of too little.
        var met = new HashSet<DecisionReason>();
        Any.Sample(situation => { met.Add(ProcessingRules.Judge(situation)); }, iter: 50_000, threads: 1);

        DecisionReasons.All.Except([
            DecisionReasons.LookUpFailed, DecisionReasons.NewerProgram, DecisionReasons.AddressUnreadable, DecisionReasons.DatabaseOlder,
            DecisionReasons.NationalNumberWithoutLaw, DecisionReasons.ChannelUndeclared,
        ]).Should().BeSubsetOf(met);
    }

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);
}
