using GdprKit.Ledger;
using NodaTime;

namespace GdprKit.Notices;

/// <summary>Hands one delivery over, and says what is to be recorded of it.</summary>
internal sealed class DeliveryHandling(INoticeTransport transport, NoticeMailWriter writer, NoticeMailOptions options, NoticeVersion version, RefusalStreak refusals, IClock clock)
{
    public async ValueTask<DeliveryOutcome> HandleAsync(DueDelivery due, CancellationToken cancellationToken)
    {
        if (due.Contact is not { EmailAddress: not null } contact)
        {
            return Failed(due, due.Contact is null ? NoticeObstacle.Left : NoticeObstacle.NoAddress);
        }

        var outcome = await transport.SendAsync(writer.Write(contact, due.Stream.Subject, version, due.IsReminder, clock.GetCurrentInstant()), cancellationToken).ConfigureAwait(false);
        var isDoubted = refusals.IsDoubted(outcome);
        return outcome switch
        {
            MailOutcome.Refused doubted when isDoubted => new DeliveryOutcome(due, due.IsReminder ? null : Deferred(due, doubted.Fault), new MailOutcome.Stalled(doubted.Fault)),
            MailOutcome.Accepted => new DeliveryOutcome(due, Sent(due, contact), outcome),
            MailOutcome.Refused refused => Failed(due, ObstacleOf(refused.Fault)) with { Mail = outcome },
            MailOutcome.Deferred deferred when !due.IsReminder => new DeliveryOutcome(due, Deferred(due, deferred.Fault), outcome),
            _ => new DeliveryOutcome(due, null, outcome),
        };
    }

    private EntryDraft Sent(DueDelivery due, Contact contact) => (due.IsReminder ? DeliveryEntries.Reminded : DeliveryEntries.Sent).Draft(new DeliverySent
    {
        Version = version.Digest,
        Channel = NoticeChannel.Email,
        Language = writer.LanguageOf(contact, version),
        At = clock.GetCurrentInstant(),
    }) with
    {
        StoredContent = [version.Digest],
    };

    private EntryDraft Deferred(DueDelivery due, MailFault fault)
    {
        var now = clock.GetCurrentInstant();
        return due.Before.Attempts < options.RetryAfter.Count
            ? DeliveryEntries.Deferred.Draft(new DeliveryDeferred { Fault = fault, At = now, RetryAt = now + options.RetryAfter[due.Before.Attempts] })
            : DeliveryEntries.Unreachable.Draft(new DeliveryFailed { Obstacle = NoticeObstacle.TriedInVain, At = now });
    }

    // Who was told stays told, unless the address has stopped working since.
    private DeliveryOutcome Failed(DueDelivery due, NoticeObstacle obstacle)
    {
        var facts = new DeliveryFailed { Obstacle = obstacle, At = clock.GetCurrentInstant() };
        return new DeliveryOutcome(
            due,
            !due.IsReminder ? DeliveryEntries.Unreachable.Draft(facts) : due.Contact is null ? null : DeliveryEntries.Bounced.Draft(facts),
            null);
    }

    private static NoticeObstacle ObstacleOf(MailFault fault) => fault switch
    {
        MailFault.AddressMalformed => NoticeObstacle.AddressMalformed,
        MailFault.AddressNotSupported => NoticeObstacle.AddressNotSupported,
        MailFault.AddressRefused => NoticeObstacle.AddressRefused,
        _ => NoticeObstacle.MessageRefused,
    };
}
