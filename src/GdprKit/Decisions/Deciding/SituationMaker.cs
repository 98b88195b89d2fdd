using NodaTime;

namespace GdprKit.Decisions;

/// <summary>Makes the situation that the rules judge of what is declared, what is known of the person, and what is to be done.</summary>
internal sealed class SituationMaker(ProcessingRegister register, DigitalConsentAges ages)
{
    private static readonly LawfulBasis AskedBefore = new LawfulBasis.Consent();

    public ProcessingSituation Make(ProcessingActivity activity, PersonFacts facts, ConsentChoice? consent, ProcessingUse use, bool isSuppressed, Instant now)
    {
        var isMarketing = !activity.Marketing.IsEmpty;
        var (special, offences, numbers, allowed) = (false, false, false, true);
        foreach (var key in activity.Categories)
        {
            var category = register.Categories[key];
            special |= category.Sensitivity is DataSensitivity.Special;
            offences |= category.Sensitivity is DataSensitivity.CriminalOffence;
            numbers |= category.Sensitivity is DataSensitivity.NationalNumber;
            allowed &= category.Sensitivity is not (DataSensitivity.CriminalOffence or DataSensitivity.NationalNumber) || category.Law is not null;
        }

        return new ProcessingSituation
        {
            Basis = activity.Basis,
            FormerBasis = activity.AsksConsent || facts.Consents.IsEmpty ? null : AskedBefore,
            IsDirectMarketing = isMarketing,
            Operation = use.Operation,
            Channel = use.Channel,
            IsChannelDeclared = use.Channel is not { } channel || activity.Marketing.Contains(channel),
            At = use.At,
            Consent = consent?.Facts,
            Objection = ObjectionOf(facts, isMarketing),
            IsRestricted = facts.IsRestricted,
            Exemption = use.Exemption,
            IsSuppressed = isSuppressed,
            IsToldOfPurpose = use.IsToldOfPurpose && facts.IsTold,
            UsesSpecialCategories = special,
            SpecialCategoryGround = activity.SpecialCategoryCondition?.Ground,
            UsesCriminalOffences = offences,
            UsesNationalNumbers = numbers,
            IsAllowedByLaw = allowed,

            // Who consented in person was of age then, or it would not have been recorded; of a list nobody knows.
            AddressesMinors = activity.AddressesMinors && (use.SubjectAge is not null || consent is not { By: ConsentActor.Person or ConsentActor.Employee }),
            SubjectAge = use.SubjectAge,
            AgeOfConsent = activity.AddressesMinors
                ? ages.On(now.InZone(register.Controller.TimeZone).Date, use.MemberState ?? register.Controller.Country)
                : DigitalConsentAges.WithoutLaw,
            SoftOptIn = activity.SoftOptIn ? use.SoftOptIn ?? new SoftOptIn() : null,
        };
    }

    private static ObjectionStatus? ObjectionOf(PersonFacts facts, bool isMarketing) =>
        isMarketing && facts.ObjectionToMarketing is not (null or ObjectionStatus.Withdrawn) ? facts.ObjectionToMarketing : facts.Objection;
}
