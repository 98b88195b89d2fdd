using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using static GdprKit.ShopKeys;

namespace GdprKit.Decisions;

/// <summary>A purpose that was added after the first published version is permitted for those who were told of it (Art. 13(3)).</summary>
public sealed class ToldOfPurposeTests : ToldOfPurposeTest
{
    [Fact]
    public async Task Where_nothing_is_published_the_host_says_it_itself()
    {
        var now = Program(WithAdvice);
        await LinkAsync(now);

        (await PermittedAsync(now, Ann)).Should().BeTrue();
        (await PermittedAsync(now, Ann, new ProcessingUse { IsToldOfPurpose = false })).Should().BeFalse();
    }

    [Fact]
    public async Task What_the_first_version_names_is_permitted_for_everybody()
    {
        var now = Program(WithAdvice);
        await LinkAsync(now);
        await PublishAsync(now);

        (await PermittedAsync(now, Ann)).Should().BeTrue();
        (await ReasonAsync(now, Ann, Orders)).Permits.Should().BeTrue();
    }

    [Fact]
    public async Task A_purpose_that_no_version_names_yet_is_permitted_for_nobody()
    {
        var before = Program(Shop);
        await LinkAsync(before);
        await PublishAsync(before);
        var now = Program(WithAdvice);

        (await ReasonAsync(now, Ann)).Should().BeSameAs(DecisionReasons.NotTold);
        (await ReasonAsync(now, Ann, Orders)).Permits.Should().BeTrue("the first version named it");
    }

    [Fact]
    public async Task Once_the_version_that_names_it_was_sent_to_a_person_it_is_permitted_for_that_person_only()
    {
        var (now, version) = await AddedLaterAsync();
        (await PermittedAsync(now, Ann)).Should().BeFalse();

        await SentAsync(now, Ann, version);

        (await PermittedAsync(now, Ann)).Should().BeTrue();
        (await PermittedAsync(now, Ben)).Should().BeFalse();
        (await BatchAsync(now, Ann, Ben)).Should().Equal(true, false);
        (await ReasonAsync(now, Ben, Orders)).Permits.Should().BeTrue();
    }

    [Fact]
    public async Task Who_said_to_have_read_it_was_told()
    {
        var (now, version) = await AddedLaterAsync();

        await ReadAsync(now, Ann, version);

        (await PermittedAsync(now, Ann)).Should().BeTrue();
    }

    [Fact]
    public async Task Who_said_to_have_read_the_version_before_was_not()
    {
        var before = Program(Shop);
        await LinkAsync(before);
        await ReadAsync(before, Ann, await PublishAsync(before));
        var now = Program(WithAdvice);
        await PublishAsync(now);

        (await PermittedAsync(now, Ann)).Should().BeFalse();
    }

    [Fact]
    public async Task What_came_back_told_nobody()
    {
        var (now, version) = await AddedLaterAsync();
        await SentAsync(now, Ann, version);
        await AppendAsync(now, Ann, version, Notices.DeliveryEntries.Bounced.Draft(new Notices.DeliveryFailed { Obstacle = NoticeObstacle.AddressRefused, At = Clock.GetCurrentInstant() }));

        (await PermittedAsync(now, Ann)).Should().BeFalse();
    }

    [Fact]
    public async Task Who_was_told_of_a_later_version_that_names_it_too_was_told()
    {
        var (_, _) = await AddedLaterAsync();
        var later = Program(WithOtherWords);
        var third = await PublishAsync(later, ChangeSignificance.Material);

        (await PermittedAsync(later, Ann)).Should().BeFalse();
        await SentAsync(later, Ann, third);
        (await PermittedAsync(later, Ann)).Should().BeTrue();
    }

    [Fact]
    public async Task A_correction_tells_of_the_version_that_it_corrects()
    {
        var (_, version) = await AddedLaterAsync();
        var later = Program(WithOtherWords);
        var corrected = await PublishAsync(later, ChangeSignificance.Editorial);

        corrected.TellsOf.Should().Be(version.Digest);
        await ReadAsync(later, Ann, corrected);
        (await PermittedAsync(later, Ann)).Should().BeTrue();
        (await PermittedAsync(later, Ben)).Should().BeFalse();
    }

    [Fact]
    public async Task A_purpose_that_was_dropped_and_comes_back_must_be_told_again()
    {
        var (now, version) = await AddedLaterAsync();
        await SentAsync(now, Ann, version);
        await PublishAsync(Program(Shop), ChangeSignificance.Material);
        (await PermittedAsync(now, Ann)).Should().BeFalse("the version that holds names it no more");

        var back = await PublishAsync(now, ChangeSignificance.Material);

        (await PermittedAsync(now, Ann)).Should().BeFalse();
        await SentAsync(now, Ann, back);
        (await PermittedAsync(now, Ann)).Should().BeTrue();
    }

    [Fact]
    public async Task What_is_announced_is_permitted_from_the_moment_at_which_it_holds_for_those_who_were_told_and_what_is_remembered_ends_then()
    {
        var before = Program(Shop);
        await LinkAsync(before);
        await PublishAsync(before);
        var now = Program(WithAdvice, remembered: Duration.FromHours(1));
        var announced = await PublishAsync(now, effectiveOn: new LocalDate(2027, 1, 1));
        await SentAsync(now, Ann, announced);
        Clock.Reset(announced.EffectiveFrom - Duration.FromSeconds(1));
        (await PermittedAsync(now, Ann)).Should().BeFalse();

        Clock.Reset(announced.EffectiveFrom);

        (await PermittedAsync(now, Ann)).Should().BeTrue();
        (await PermittedAsync(now, Ben)).Should().BeFalse();
    }

    [Fact]
    public async Task Who_consented_read_what_for_and_whose_consent_stood_on_a_list_did_not()
    {
        var before = Program(Shop);
        await LinkAsync(before);
        await PublishAsync(before);
        var now = Program(ConsentTest.Register);
        await PublishAsync(now);
        (await ReasonAsync(now, Ann, ClubKeys.Club)).Should().BeSameAs(DecisionReasons.NotTold);

        await using var scope = now.CreateAsyncScope();
        var consents = scope.ServiceProvider.GetRequiredService<Consents>();
        var list = ConsentSource.Of("A list of the fair.", Clock.GetCurrentInstant(), AgreedRegister.Today);
        (await consents.ImportAsync([new ImportedConsent { Subject = Ben, Topic = ClubKeys.Club, GivenAt = Clock.GetCurrentInstant(), Age = 40 }], list, cancellationToken: Token)).Imported.Should().Be(1);
        await consents.GiveAsync(
            Ann,
            ClubKeys.Club,
            new ConsentEvidence
            {
                By = ConsentActor.Person,
                Medium = ConsentMedium.Website,
                Mechanism = ConsentMechanism.Checkbox,
                Wording = ConsentWording.Of("Ja, graag.", Language.Dutch),
                Notice = PrivacyNotice.From(ConsentTest.Register, Language.Dutch).Digest,
                Age = 40,
            },
            Token);

        (await ReasonAsync(now, Ann, ClubKeys.Club)).Should().NotBeSameAs(DecisionReasons.NotTold);
        (await ReasonAsync(now, Ben, ClubKeys.Club)).Should().BeSameAs(DecisionReasons.NotTold);
    }

    [Fact]
    public async Task Of_somebody_of_whom_nothing_is_known_it_is_not_permitted()
    {
        var (now, _) = await AddedLaterAsync();
        var stranger = SubjectId.Of(Customers, 99);

        (await now.GetRequiredService<ProcessingDecisions>().DecideAsync(stranger, Advice, cancellationToken: Token)).Reason.Should().BeSameAs(DecisionReasons.NotTold);
        (await BatchAsync(now, stranger, SubjectId.Of(Employees, 98))).Should().Equal(false, true);
    }

    [Fact]
    public async Task Each_audience_is_told_by_its_own_notice()
    {
        var (now, _) = await AddedLaterAsync();
        var staff = NoticeAudience.Of(Employees);
        (await PermittedAsync(now, Carl)).Should().BeTrue("of staff nothing is published");

        await PublishAsync(now, audience: staff, of: Shop);
        (await PermittedAsync(now, Carl)).Should().BeFalse();
        var version = await PublishAsync(now, audience: staff);
        await SentAsync(now, Carl, version);

        (await PermittedAsync(now, Carl)).Should().BeTrue();
        (await PermittedAsync(now, Ann)).Should().BeFalse();
        (await BatchAsync(now, Ann, Carl)).Should().Equal(false, true);
    }

    [Fact]
    public async Task What_this_process_publishes_is_seen_at_once_although_decisions_are_remembered()
    {
        var now = Program(WithAdvice, remembered: Duration.FromHours(1));
        await LinkAsync(now);
        (await PermittedAsync(now, Ann)).Should().BeTrue();

        await PublishAsync(now, of: Shop);
        (await PermittedAsync(now, Ann)).Should().BeFalse();

        var version = await PublishAsync(now);
        (await PermittedAsync(now, Ann)).Should().BeFalse();
        await SentAsync(now, Ann, version);
        (await PermittedAsync(now, Ann)).Should().BeTrue();
    }

    [Fact]
    public async Task What_another_instance_publishes_and_sends_is_seen_within_the_declared_time()
    {
        var now = Program(WithAdvice);
        await LinkAsync(now);
        (await PermittedAsync(now, Ann)).Should().BeTrue();
        await PublishAsync(Program(Shop));
        var version = await PublishAsync(Program(WithAdvice));
        Clock.Advance(Duration.FromSeconds(5));
        (await PermittedAsync(now, Ann)).Should().BeFalse();
        await SentAsync(Program(WithAdvice), Ann, version);
        Clock.Advance(Duration.FromSeconds(5));
        (await PermittedAsync(now, Ann)).Should().BeTrue();
    }

    [Fact]
    public async Task Where_no_purpose_was_added_a_decision_asks_once_and_a_remembered_one_not_at_all()
    {
        var now = Program(WithAdvice);
        await LinkAsync(now);
        await PublishAsync(now);
        await PermittedAsync(now, Ben);
        var (before, notices) = (Store.LookUps, Store.NoticeLookUps);

        await PermittedAsync(now, Ann);
        await PermittedAsync(now, Ann);
        (await BatchAsync(now, Ann, Ben)).Should().Equal(true, true);

        Store.LookUps.Should().Be(before + 2, "one for Ann alone, and one for both together");
        Store.NoticeLookUps.Should().Be(notices, "what is published is known");
    }

    [Fact]
    public async Task A_version_whose_register_is_gone_names_nothing()
    {
        var (_, version) = await AddedLaterAsync();
        Store.Missing = version.Register;
        var later = Program(WithAdvice);
        await SentAsync(later, Ann, version);

        (await PermittedAsync(later, Ann)).Should().BeFalse("what cannot be read tells nobody");
    }

    [Fact]
    public async Task The_decision_rests_on_the_notice_and_on_what_was_sent()
    {
        var (now, version) = await AddedLaterAsync();
        await SentAsync(now, Ann, version);
        var person = (await Directory.FindBySubjectAsync([Ann], Token))[0].Ref;

        var decision = await now.GetRequiredService<ProcessingDecisions>().DecideAsync(person, Advice, cancellationToken: Token);

        decision.RestsOn.Streams.Should().Contain(new StreamVersion(NoticeDelivery.StreamOf(person, version.Digest), 1))
            .And.Contain(stream => stream.Stream.Kind.ToString() == "notice" && stream.Version == 2);
    }
}
