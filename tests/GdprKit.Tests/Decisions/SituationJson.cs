using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace GdprKit.Decisions;

/// <summary>Reads the situations of may-process.json. Whatever the schema in the file does not name is a fault of the test, not a fact to pass over.</summary>
internal static class SituationJson
{
    private static readonly Citation SomeLaw = new("art. 1 Voorbeeldwet");

    private static readonly Dictionary<string, LawfulBasis> Bases = new()
    {
        ["consent"] = new LawfulBasis.Consent(),
        ["contract"] = new LawfulBasis.Contract(),
        ["legalObligation"] = new LawfulBasis.LegalObligation(SomeLaw),
        ["vitalInterest"] = new LawfulBasis.VitalInterest(),
        ["vitalInterests"] = new LawfulBasis.VitalInterest(),
        ["publicTask"] = new LawfulBasis.PublicTask(SomeLaw),
        ["publicInterest"] = new LawfulBasis.PublicTask(SomeLaw),
        ["officialAuthority"] = new LawfulBasis.PublicTask(SomeLaw),
        ["legitimateInterest"] = Interest(),
        ["legitimateInterests"] = Interest(),
    };

    private static readonly Dictionary<string, ConsentStatus> Statuses = new()
    {
        ["ConsentUnknown"] = ConsentStatus.Unknown,
        ["ConsentRequested"] = ConsentStatus.Requested,
        ["ConsentRequestDeferred"] = ConsentStatus.Deferred,
        ["ConsentDeferred"] = ConsentStatus.Deferred,
        ["ConsentRefused"] = ConsentStatus.Refused,
        ["ConsentGiven"] = ConsentStatus.Given,
        ["RenewedConsentGiven"] = ConsentStatus.Renewed,
        ["ConsentRenewed"] = ConsentStatus.Renewed,
        ["ConsentWithdrawn"] = ConsentStatus.Withdrawn,
        ["ConsentRevoked"] = ConsentStatus.Revoked,
        ["ConsentInvalidated"] = ConsentStatus.Invalidated,
        ["ConsentExpired"] = ConsentStatus.Expired,
    };

    private static readonly Dictionary<string, MarketingChannel> Channels = new()
    {
        ["email"] = MarketingChannel.Email,
        ["sms"] = MarketingChannel.TextMessage,
        ["textMessage"] = MarketingChannel.TextMessage,
        ["phone"] = MarketingChannel.Phone,
        ["post"] = MarketingChannel.Post,
    };

    public static ProcessingSituation Read(string vector)
    {
        var situation = new ProcessingSituation();
        foreach (var fact in JsonElement.Parse(vector).GetProperty("situation").EnumerateObject())
        {
            situation = With(situation, fact.Name, fact.Value);
        }

        return situation;
    }

    private static ProcessingSituation With(ProcessingSituation situation, string name, JsonElement value) => name switch
    {
        "basis" => situation with { Basis = Word(value, Bases) },
        "formerBasis" => situation with { FormerBasis = Word(value, Bases) },
        "purpose" => situation with { IsDirectMarketing = Word<bool>(value, new() { ["directMarketing"] = true, ["other"] = false }) },
        "operation" => situation with { Operation = Word<ProcessingOperation>(value, new() { ["use"] = ProcessingOperation.Use, ["store"] = ProcessingOperation.Store }) },
        "channel" => situation with { Channel = Word(value, Channels) },
        "consent" => situation with { Consent = Consent(value, situation.Consent) },
        "objection" => situation with { Objection = Objection(value) },
        "restricted" => situation with { IsRestricted = value.GetBoolean() },
        "restrictionException" => situation with { Exemption = Exemption(value) },
        "suppressed" => situation with { IsSuppressed = value.GetBoolean() },
        "toldOfPurpose" => situation with { IsToldOfPurpose = value.GetBoolean() },
        "category" => WithCategory(situation, value.GetString()!),
        "specialCondition" => situation with { SpecialCategoryGround = SpecialConditions.Read(value.GetString()!) },
        "softOptIn" => situation with { SoftOptIn = SoftOptIn(value) },
        "processedOn" => situation with { At = Day(value) },

        // The age is told where it counts: in a service that is offered directly to children.
        "subjectAge" => situation with { SubjectAge = value.GetInt32(), AddressesMinors = true },
        "memberState" => situation with { AgeOfConsent = AgesOfConsent.In(value.GetString()!) },
        "parental" => situation with { Consent = (situation.Consent ?? ConsentFacts.None) with { IsByHolderOfParentalResponsibility = value.GetBoolean() } },
        _ => throw new NotSupportedException($"The schema has no '{name}'."),
    };

    private static ConsentFacts Consent(JsonElement consent, ConsentFacts? before)
    {
        var facts = before ?? ConsentFacts.None;
        foreach (var fact in consent.EnumerateObject())
        {
            facts = With(facts, fact.Name, fact.Value);
        }

        // A double opt-in is a confirmation by e-mail (BGH I ZR 164/09), which is what it proves where nothing else is said.
        var isConfirmed = consent.TryGetProperty("doubleOptIn", out var confirmation) && confirmation.GetString() == "confirmed";
        return isConfirmed && !consent.TryGetProperty("provenChannels", out _) ? facts with { ProvenChannels = [MarketingChannel.Email] } : facts;
    }

    private static ConsentFacts With(ConsentFacts facts, string name, JsonElement value) => name switch
    {
        "status" => facts with { Status = Word(value, Statuses) },
        "type" => facts with { IsExplicit = Word<bool>(value, new() { ["ExpressedConsent"] = false, ["ExplicitlyExpressedConsent"] = true }) },
        "givenForThisPurpose" => facts with { IsForThisPurpose = value.GetBoolean() },
        "doubleOptIn" => facts with { AwaitsConfirmation = Word<bool>(value, new() { ["notRequired"] = false, ["pending"] = true, ["confirmed"] = false }) },
        "provenChannels" => facts with { ProvenChannels = value.EnumerateArray().Select(channel => Word(channel, Channels)).ToValueList() },
        "givenOn" or "renewedOn" => facts with { GivenAt = Day(value) },
        "withdrawnOn" or "revokedOn" or "expiredOn" or "expiresOn" => facts with { EndsAt = Day(value) },
        _ => throw new NotSupportedException($"The schema has no 'consent.{name}'."),
    };

    private static ObjectionStatus? Objection(JsonElement value) => Word<ObjectionStatus?>(value, new()
    {
        ["none"] = null,
        ["raised"] = ObjectionStatus.Raised,
        ["pending"] = ObjectionStatus.Pending,
        ["upheld"] = ObjectionStatus.Upheld,
        ["overridden"] = ObjectionStatus.Overridden,
        ["withdrawn"] = ObjectionStatus.Withdrawn,
    });

    private static RestrictionExemption Exemption(JsonElement value) => Word<RestrictionExemption>(value, new()
    {
        ["subjectConsent"] = RestrictionExemption.SubjectConsent,
        ["legalClaims"] = RestrictionExemption.LegalClaims,
        ["rightsOfAnother"] = RestrictionExemption.RightsOfAnother,
        ["publicInterest"] = RestrictionExemption.PublicInterest,
    });

    private static ProcessingSituation WithCategory(ProcessingSituation situation, string category) => category switch
    {
        "ordinary" => situation,
        "special" => situation with { UsesSpecialCategories = true },
        "criminalOffence" => situation with { UsesCriminalOffences = true },
        _ => throw new NotSupportedException($"The schema has no category '{category}'."),
    };

    private static SoftOptIn SoftOptIn(JsonElement conditions)
    {
        var rule = new SoftOptIn();
        foreach (var condition in conditions.EnumerateObject())
        {
            var holds = condition.Value.GetBoolean();
            rule = condition.Name switch
            {
                "sameLegalEntity" => rule with { IsSameLegalEntity = holds },
                "sale" => rule with { IsFromSale = holds },
                "ownSimilarProducts" => rule with { IsAboutOwnSimilarProducts = holds },
                "optOutOfferedAtCollection" => rule with { WasOptOutOfferedAtCollection = holds },
                "optOutInEveryMessage" => rule with { IsOptOutInEveryMessage = holds },
                _ => throw new NotSupportedException($"The schema has no 'softOptIn.{condition.Name}'."),
            };
        }

        return rule;
    }

    private static Instant Day(JsonElement value) => LocalDatePattern.Iso.Parse(value.GetString()!).Value.AtMidnight().InUtc().ToInstant();

    private static T Word<T>(JsonElement value, Dictionary<string, T> words) => words.TryGetValue(value.GetString()!, out var meaning)
        ? meaning
        : throw new NotSupportedException($"The schema has no '{value.GetString()}'; it has {string.Join(", ", words.Keys)}.");

    private static LawfulBasis.LegitimateInterest Interest() => new(LocalizedText.Of("onze klanten te kennen", "to know our customers"));
}
