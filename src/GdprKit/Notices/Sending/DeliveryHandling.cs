using GdprKit.Ledger;
using NodaTime;

namespace GdprKit.Notices;

/// <summary>Hands one delivery over, and says what is to be recorded of it. What fails for one person keeps nobody else waiting.</summary>
internal sealed class DeliveryHandling(
    INoticeTransport transport, NoticeMailWriter writer, NoticeMailOptions options, NoticeVersion version, SendingDoubts doubts, SendingLog log, IClock clock)
{
    /// <param name="due">The delivery.</param>
    /// <param name="stopping">Whether the work is being ended, so that a mail that is broken off is nobody's fault.</param>
    /// <param name="cancellationToken">Breaks a mail off.</param>
    public async ValueTask<DeliveryOutcome> HandleAsync(DueDelivery due, CancellationToken stopping, CancellationToken cancellationToken)
    {
        if (due.Contact is not { EmailAddress: not null } contact)
        {
            // That the program cannot read an address by now says nothing about the mail that went there.
            return due is { IsReminder: true, Contact.IsAddressUnreadable: true }
                ? new DeliveryOutcome(due, Deferred(due, MailFault.MailNotWritten), null)
                : Failed(due, ObstacleOf(due.Contact));
        }

        var outcome = await HandOverAsync(due, contact, stopping, cancellationToken).ConfigureAwait(false);
        var isDoubted = doubts.IsDoubted(outcome);
        return outcome switch
        {
            MailOutcome.Refused doubted when isDoubted => new DeliveryOutcome(due, Deferred(due, doubted.Fault), new MailOutcome.Stalled(doubted.Fault)),
            MailOutcome.Accepted => new DeliveryOutcome(due, Sent(due, contact), outcome),
            MailOutcome.Refused refused => Failed(due, ObstacleOf(refused.Fault)) with { Mail = outcome },
            MailOutcome.Deferred deferred when SendingDoubts.IsOfProgram(deferred.Fault) => new DeliveryOutcome(
                due, Deferred(due, deferred.Fault, mayGiveUp: !isDoubted && doubts.HasSent), isDoubted ? new MailOutcome.Stalled(deferred.Fault) : outcome),
            MailOutcome.Deferred deferred => new DeliveryOutcome(due, Deferred(due, deferred.Fault), outcome),

            // Tried first by every run, it would keep everybody behind it waiting. While no mail goes at all, nobody is given up for it.
            MailOutcome.Stalled { MayBeOfMail: true } stalled => new DeliveryOutcome(due, Deferred(due, stalled.Fault, mayGiveUp: doubts.HasSent), outcome),
            _ => new DeliveryOutcome(due, null, outcome),
        };
    }

#pragma warning disable CA1031 // Code of the host may throw anything, and for one person only: it is that person's obstacle, and not that of everybody behind.
    private async ValueTask<MailOutcome> HandOverAsync(DueDelivery due, Contact contact, CancellationToken stopping, CancellationToken cancellationToken)
    {
        NoticeMail mail;
        try
        {
            mail = writer.Write(contact, due.Stream.Subject, version, due.IsReminder, clock.GetCurrentInstant());
        }
        catch (Exception exception)
        {
            log.MailNotWritten(exception);
            return new MailOutcome.Deferred(MailFault.MailNotWritten);
        }

        try
        {
            return await transport.SendAsync(mail, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (!(exception is OperationCanceledException && stopping.IsCancellationRequested))
        {
            log.TransportFailed(exception);
            return new MailOutcome.Deferred(MailFault.TransportFailed);
        }
    }
#pragma warning restore CA1031

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

    // While the program fails for everybody, nobody is given up for it.
    private EntryDraft Deferred(DueDelivery due, MailFault fault, bool mayGiveUp = true)
    {
        var (now, attempts) = (clock.GetCurrentInstant(), due.IsReminder ? due.Before.ReminderAttempts : due.Before.Attempts);
        Instant? retryAt = attempts < options.RetryAfter.Count ? now + options.RetryAfter[attempts]
            : mayGiveUp ? null
            : now + (options.RetryAfter.IsEmpty ? SendingRun.Pause : options.RetryAfter[^1]);
        return due.IsReminder ? DeliveryEntries.ReminderDeferred.Draft(new ReminderDeferred { Fault = fault, At = now, RetryAt = retryAt })
            : retryAt is { } later ? DeliveryEntries.Deferred.Draft(new DeliveryDeferred { Fault = fault, At = now, RetryAt = later })
            : DeliveryEntries.Unreachable.Draft(new DeliveryFailed { Obstacle = fault is MailFault.MailNotWritten ? NoticeObstacle.MailNotWritten : NoticeObstacle.TriedInVain, At = now });
    }

    // Who was told stays told, unless a server says that the address has stopped working since: that none is known any more takes nothing back.
    private DeliveryOutcome Failed(DueDelivery due, NoticeObstacle obstacle)
    {
        var facts = new DeliveryFailed { Obstacle = obstacle, At = clock.GetCurrentInstant() };
        return new DeliveryOutcome(
            due,
            !due.IsReminder ? DeliveryEntries.Unreachable.Draft(facts)
                : due.Contact is null ? null
                : obstacle is NoticeObstacle.AddressRefused or NoticeObstacle.MessageRefused ? DeliveryEntries.Bounced.Draft(facts)
                : DeliveryEntries.ReminderDeferred.Draft(new ReminderDeferred { Fault = MailFault.AddressMalformed, At = facts.At }),
            null);
    }

    private NoticeObstacle ObstacleOf(Contact? contact)
    {
        if (contact is { IsAddressUnreadable: true })
        {
            log.AddressUnreadable();
            return NoticeObstacle.AddressUnreadable;
        }

        return contact is null ? NoticeObstacle.Left : NoticeObstacle.NoAddress;
    }

    private static NoticeObstacle ObstacleOf(MailFault fault) => fault switch
    {
        MailFault.AddressMalformed => NoticeObstacle.AddressMalformed,
        MailFault.AddressNotSupported => NoticeObstacle.AddressNotSupported,
        MailFault.AddressRefused => NoticeObstacle.AddressRefused,
        _ => NoticeObstacle.MessageRefused,
    };
}
