using Microsoft.Extensions.Options;
using NodaTime;

namespace GdprKit.EntityFrameworkCore.Decisions.Audience;

/// <summary>Publishes the notice of a register, and lets people read what was published.</summary>
internal sealed class ToldPeople(GdprUnitOfWork gdpr, IClock clock, CancellationToken cancellationToken)
{
    private readonly List<NoticeVersion> _published = [];

    /// <summary>Publishes what a register says; nothing where that is what was published last.</summary>
    public async Task PublishAsync(ProcessingRegister register, bool isLater = false, bool isEditorial = false)
    {
        var versions = new NoticeVersions(new PrivacyNotices(register, Options.Create(new NoticeOptions())), gdpr.Streams, gdpr.Store, clock);
        var proposal = await versions.ProposeAsync(cancellationToken: cancellationToken);
        try
        {
            _published.Add(await versions.PublishAsync(
                new NoticePublication
                {
                    Version = proposal.Digest,
                    Significance = isEditorial && _published.Count > 0 ? ChangeSignificance.Editorial : ChangeSignificance.Material,
                    Reason = "Only words.",
                    EffectiveOn = isLater ? clock.GetCurrentInstant().InZone(register.Controller.TimeZone).Date.PlusDays(4) : null,
                },
                cancellationToken: cancellationToken));
        }
        catch (NoticeException)
        {
            // The same content twice, or an earlier day than that of the version before.
        }
    }

    /// <summary>Somebody says to have read what was published last, or one of all.</summary>
    public async Task ReadAsync(SubjectId person, Random? random = null)
    {
        if (_published.Count == 0)
        {
            return;
        }

        var version = random is null ? _published[^1] : _published[random.Next(_published.Count)];
        await gdpr.Acknowledgements.AcknowledgeAsync(
            person, new Acknowledgement { Version = version.Digest, Language = Language.Dutch, Means = AcknowledgementMeans.Account, Label = "Gelezen" }, cancellationToken);
    }
}
