using GdprKit.Ledger;
using GdprKit.Notices;
using Microsoft.Extensions.DependencyInjection;
using static GdprKit.ShopKeys;

namespace GdprKit.Decisions;

/// <summary>The terms of an audience say of who was told what a decision says, for every state that a delivery can be in.</summary>
public sealed class ToldAudienceTests : ToldOfPurposeTest
{
    [Fact]
    public async Task Where_nothing_was_added_later_nobody_needs_to_be_told()
    {
        var now = Program(WithAdvice);

        (await TermsAsync(now)).Told.Should().BeNull("nothing is published");
        await PublishAsync(now);
        (await TermsAsync(now)).Told.Should().BeNull("the first version names it");
    }

    [Fact]
    public async Task The_terms_find_who_was_told_in_every_state_of_a_delivery()
    {
        var (now, version) = await AddedLaterAsync();
        await ExpectAsync(isTold: false);

        await AppendAsync(now, Ann, version, DeliveryEntries.Deferred.Draft(new DeliveryDeferred { Fault = MailFault.TryLater, At = Clock.GetCurrentInstant(), RetryAt = Clock.GetCurrentInstant() }));
        await ExpectAsync(isTold: false);

        await SentAsync(now, Ann, version);
        await ExpectAsync(isTold: true);

        await AppendAsync(now, Ann, version, DeliveryEntries.Bounced.Draft(new DeliveryFailed { Obstacle = NoticeObstacle.AddressRefused, At = Clock.GetCurrentInstant() }));
        await ExpectAsync(isTold: false);

        await AppendAsync(now, Ann, version, DeliveryEntries.Sent.Draft(new DeliverySent { Version = version.Digest, Channel = NoticeChannel.Letter, Language = Language.Dutch, At = Clock.GetCurrentInstant() }));
        await ExpectAsync(isTold: true);

        await ReadAsync(now, Ann, version);
        await ExpectAsync(isTold: true);

        async Task ExpectAsync(bool isTold)
        {
            (await PermittedAsync(now, Ann)).Should().Be(isTold);
            (await IsChosenAsync(now, Ann)).Should().Be(isTold);
            (await IsChosenAsync(now, Ben)).Should().BeFalse();
        }
    }

    [Fact]
    public async Task Of_people_whose_own_notice_named_it_from_the_first_version_on_nobody_needs_to_be_told()
    {
        var (now, _) = await AddedLaterAsync();
        await PublishAsync(now, audience: NoticeAudience.Of(Employees));

        (await TermsAsync(now)).Told!.NotNeededOf.Should().Equal(Employees);
        (await PermittedAsync(now, Carl)).Should().BeTrue();
        (await PermittedAsync(now, Ann)).Should().BeFalse();
    }

    [Fact]
    public async Task Without_a_look_at_the_versions_it_is_left_to_the_decision()
    {
        await AddedLaterAsync();

        AudienceTerms.Of(WithAdvice, Advice, null, Clock).Told.Should().BeNull();
    }

    private ValueTask<AudienceTerms> TermsAsync(ServiceProvider program) =>
        AudienceTerms.OfAsync(program.GetRequiredService<ProcessingRegister>(), Advice, null, Clock, Store, cancellationToken: Token);

    private async Task<bool> IsChosenAsync(ServiceProvider program, SubjectId person)
    {
        var terms = (await TermsAsync(program)).Told!;
        var link = (await Directory.FindBySubjectAsync([person], Token))[0];
        var heads = await Store.FindHeadsAsync(terms.Heads.Select(term => new StreamId(term.Kind, link.Ref, term.Key)).ToValueList(), Token);
        return heads.Any(head => terms.Heads.Any(term =>
            term.Kind == head.Stream.Kind && term.Key == head.Stream.Key && term.FoldVersion == head.FoldVersion && term.Statuses.Contains(head.Index.Status)));
    }
}
