using System.Text;
using GdprKit.Consent;
using GdprKit.Ledger;
using NodaTime;

namespace GdprKit.EntityFrameworkCore.Decisions.Audience;

/// <summary>The notice of a register, as it was offered to whoever consents under it.</summary>
internal sealed class OfferedNotice(ProcessingRegister register) : IConsentNotices
{
    private readonly PrivacyNotice _notice = PrivacyNotice.From(register, Language.Dutch);

    public static Consents Consents(ProcessingRegister register, GdprUnitOfWork gdpr, IClock clock) =>
        new(register, gdpr.Streams, gdpr.Store, gdpr.Subjects, clock, new OfferedNotice(register), null, gdpr.Suppression);

    public static ConsentEvidence Evidence(ProcessingRegister register) => new()
    {
        By = ConsentActor.Person,
        Medium = ConsentMedium.Website,
        Mechanism = ConsentMechanism.Checkbox,
        Wording = ConsentWording.Of("Ja, graag.", Language.Dutch),
        Notice = PrivacyNotice.From(register, Language.Dutch).Digest,
        Age = 40,
    };

    public LedgerContent? Find(Digest digest) => digest == _notice.Digest ? LedgerContent.Of(Encoding.UTF8.GetBytes(_notice.ToJson())) : null;
}
