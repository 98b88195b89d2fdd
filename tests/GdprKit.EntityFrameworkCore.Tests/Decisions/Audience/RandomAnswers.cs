using NodaTime.Testing;
using static GdprKit.ShopKeys;

namespace GdprKit.EntityFrameworkCore.Decisions.Audience;

/// <summary>What people say and what is said of them, at random, as the services of a register accept it.</summary>
internal sealed class RandomAnswers(Random random, GdprUnitOfWork gdpr, ProcessingRegister register, FakeClock clock, CancellationToken cancellationToken)
{
    private static readonly ConsentSignal Online = ConsentSignal.ByPersonOnline;

    private readonly Consents _consents = OfferedNotice.Consents(register, gdpr, clock);

    private readonly ConsentTopic[] _topics =
    [
        .. from activity in register.Activities
           where activity.AsksConsent && activity.People.Contains(Customers)
           from channel in activity.Consent is { PerChannel: true } ? activity.Marketing.Select(channel => (MarketingChannel?)channel) : [null]
           select new ConsentTopic(activity.Key, channel),
    ];

    // What is asked otherwise later, where both answers count.
    private ConsentTopic[] Reshaped => [.. _topics.Where(topic => topic.Activity == AudienceRegisters.Club || topic.Activity == AudienceRegisters.Offers)];

    private readonly Key<ProcessingActivity>[] _activities = [.. register.Activities.Where(activity => activity.People.Contains(Customers)).Select(activity => activity.Key)];

    /// <summary>One thing that happens to one person; what the services refuse happens not.</summary>
    public async Task HappenAsync(SubjectId person)
    {
        var topic = One(random.Next(2) == 0 || Reshaped.Length == 0 ? _topics : Reshaped);
        var activity = One(_activities);
        try
        {
            await (random.Next(21) switch
            {
                0 or 1 or 2 => Done(_consents.GiveAsync(person, topic, Evidence(ConsentActor.Person), cancellationToken)),
                3 => Done(_consents.GiveAsync(person, topic, Evidence(One([ConsentActor.ParentalResponsibility, ConsentActor.Representative, ConsentActor.Employee])), cancellationToken)),
                4 => Done(_consents.RenewAsync(person, topic, Evidence(ConsentActor.Person), cancellationToken)),
                5 => Done(_consents.ConfirmAsync(person, topic, MarketingChannel.Email, cancellationToken)),
                6 => Done(_consents.RequestAsync(person, topic, Online, cancellationToken)),
                7 => Done(_consents.DeferAsync(person, topic, Online, cancellationToken)),
                8 => Done(_consents.RefuseAsync(person, topic, Online, cancellationToken)),
                9 => _consents.WithdrawAsync(person, topic, Online, cancellationToken).AsTask(),
                10 => Done(_consents.RevokeAsync(person, topic, ConsentEndReason.NotProven, cancellationToken)),
                11 or 16 => ImportAsync(person, topic),
                12 => Done(gdpr.Objections.ObjectAsync(person, activity, cancellationToken: cancellationToken)),
                13 => Done(random.Next(2) == 0
                    ? gdpr.Objections.ObjectToMarketingAsync(person, cancellationToken: cancellationToken)
                    : gdpr.Objections.WithdrawMarketingObjectionAsync(person, cancellationToken: cancellationToken)),
                14 => Done(One<Func<ValueTask<Objection>>>(
                [
                    () => gdpr.Objections.WeighAsync(person, activity, cancellationToken),
                    () => gdpr.Objections.OverrideAsync(person, activity, "De bewaarplicht.", cancellationToken),
                    () => gdpr.Objections.UpholdAsync(person, activity, cancellationToken),
                    () => gdpr.Objections.WithdrawAsync(person, activity, cancellationToken: cancellationToken),
                ])()),
                17 or 18 => AskAsync(person),
                19 => TakeOffAsync(person, topic),
                20 => _consents.ChangeAddressAsync(person, MarketingChannel.Email, cancellationToken).AsTask(),
                _ => Done(random.Next(3) > 0
                    ? gdpr.Restrictions.PlaceAsync(person, RestrictionGround.AccuracyContested, random.Next(2) == 0 ? activity : null, cancellationToken: cancellationToken)
                    : gdpr.Restrictions.LiftAsync(person, RestrictionGround.AccuracyContested, clock.GetCurrentInstant(), random.Next(2) == 0 ? activity : null, cancellationToken: cancellationToken)),
            });
        }
        catch (Exception exception) when (exception is ConsentException or ArgumentException or InvalidOperationException)
        {
            // Nobody can do that in the state that it is in.
        }
    }

    /// <summary>Records what the register ended.</summary>
    public async Task ReviseAsync() => await _consents.InvalidateOutdatedAsync(null, cancellationToken);

    private static async Task Done<T>(ValueTask<T> work) => await work;

    private async Task ImportAsync(SubjectId person, ConsentTopic topic)
    {
        var item = new ImportedConsent
        {
            Subject = person,
            Topic = topic,
            GivenAt = clock.GetCurrentInstant(),
            IsExplicit = true,
            Confirmed = random.Next(2) == 0 ? [MarketingChannel.Email] : [],
            Addresses = random.Next(2) == 0 ? [AnAddress(person)] : [],
        };
        await _consents.ImportAsync([item], ConsentSource.Of("Een oude lijst.", clock.GetCurrentInstant(), random.Next(4) == 0 ? AgreedRegister.Unknown : AgreedRegister.Today), null, cancellationToken);
    }

    // Some of whom the list is asked are on it, and some have another address by then.
    private async Task AskAsync(SubjectId person)
    {
        var address = AnAddress(person);
        if (random.Next(2) == 0)
        {
            await gdpr.Suppression.AddAsync([address], SuppressionCause.Objection, cancellationToken: cancellationToken);
        }

        var link = (await gdpr.Subjects.LinkAsync([person], clock.GetCurrentInstant(), cancellationToken))[0];
        await gdpr.Suppression.AskForAsync(link.Ref, [address], cancellationToken);
    }

    private async Task TakeOffAsync(SubjectId person, ConsentTopic topic)
    {
        var link = (await gdpr.Subjects.LinkAsync([person], clock.GetCurrentInstant(), cancellationToken))[0];
        await gdpr.Suppression.RemoveAsync(link.Ref, topic, AnAddress(person), cancellationToken);
    }

    private MarketingAddress AnAddress(SubjectId person) => random.Next(4) switch
    {
        0 => MarketingAddress.Post($"Dorpsstraat {person.Key[0]}, bus {random.Next(2)}"),
        1 => MarketingAddress.Phone($"+3161000{random.Next(2)}{int.Parse(person.Key[0], System.Globalization.CultureInfo.InvariantCulture) % 1000:000}"),
        _ => MarketingAddress.Email($"{person.Key[0]}-{random.Next(2)}@voorbeeld.example"),
    };

    private ConsentEvidence Evidence(ConsentActor by) => OfferedNotice.Evidence(register) with { By = by, Age = by is ConsentActor.ParentalResponsibility ? 9 : 40 };

    private T One<T>(IReadOnlyList<T> list) => list[random.Next(list.Count)];
}
