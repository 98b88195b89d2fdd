using System.Text.Json.Nodes;
using NodaTime;
using static GdprKit.DecisionReasons;
using static GdprKit.ShopKeys;

namespace GdprKit.Decisions;

/// <summary>A register that changed what was agreed to counts from when it is used, before anybody records that.</summary>
public sealed class ChangedRegisterTests : DecidingTest
{
    [Fact]
    public async Task What_a_person_did_not_agree_to_is_denied_at_once()
    {
        await Consents.GiveAsync(Ann, Newsletter, Evidence(), Token);
        var decisions = Under(Changed("marketing", """["email", "post"]"""));

        (await decisions.DecideAsync(Ann, Newsletter, cancellationToken: Token)).Reason.Should().BeSameAs(ConsentForAnotherPurpose);
        (await Decisions.DecideAsync(Ann, Newsletter, cancellationToken: Token)).Reason.Should().BeSameAs(ConsentGiven);
    }

    [Fact]
    public async Task A_change_of_words_takes_nothing_away()
    {
        await Consents.GiveAsync(Ann, Newsletter, Evidence(), Token);
        var decisions = Under(Changed("name", """{ "nl": "Nieuws", "en": "News" }"""));

        (await decisions.DecideAsync(Ann, Newsletter, cancellationToken: Token)).Reason.Should().BeSameAs(ConsentGiven);
    }

    [Fact]
    public async Task What_is_offered_to_children_from_now_on_was_agreed_to_by_nobody_whose_age_was_looked_at()
    {
        await Consents.GiveAsync(Ann, Newsletter, Evidence(), Token);
        var decisions = Under(Changed("addressesMinors", "true"));

        (await decisions.DecideAsync(Ann, Newsletter, cancellationToken: Token)).Reason.Should().BeSameAs(ConsentForAnotherPurpose);
    }

    [Fact]
    public async Task What_somebody_took_back_as_a_whole_is_not_given_by_a_list_when_each_channel_is_asked_apart()
    {
        await Consents.GiveAsync(Ann, Newsletter, Evidence(), Token);
        Clock.AdvanceMinutes(1);
        await Consents.WithdrawAsync(Ann, Newsletter, Signal, Token);
        var apart = Changed("consent", """{ "perChannel": true }""", "marketing", """["email", "post"]""");
        var topic = new ConsentTopic(Newsletter, MarketingChannel.Post);
        var consents = ConsentsUnder(apart);
        Clock.AdvanceMinutes(1);
        var whole = await Consents.ImportAsync([new ImportedConsent { Subject = Ann, Topic = Newsletter, GivenAt = Clock.GetCurrentInstant() }], ConsentSource.Of("A list.", Clock.GetCurrentInstant(), AgreedRegister.Today), null, Token);
        var imported = await consents.ImportAsync([new ImportedConsent { Subject = Ann, Topic = topic, GivenAt = Clock.GetCurrentInstant() }], ConsentSource.Of("A list.", Clock.GetCurrentInstant(), AgreedRegister.Today), null, Token);

        whole.Skipped.Should().Equal(new SkippedConsents(ImportObstacle.RefusedOrWithdrawn, 1));
        imported.Should().Be(new ConsentImport(0, [new SkippedConsents(ImportObstacle.RefusedOrWithdrawn, 1)]), "it is the same no in another shape");
        (await consents.FindAsync(Ann, topic, Token)).Status.Should().Be(ConsentStatus.Unknown);
        (await Under(apart).DecideAsync(Ann, Newsletter, ProcessingUse.MessageOver(MarketingChannel.Post), Token)).Permitted.Should().BeFalse();

        Clock.AdvanceMinutes(1);
        await consents.GiveAsync(Ann, topic, Evidence(), Token);

        (await Under(apart).DecideAsync(Ann, Newsletter, ProcessingUse.MessageOver(MarketingChannel.Post), Token)).Permitted.Should().BeTrue("the person agreed anew");
        (await Under(apart).DecideAsync(Ann, Newsletter, ProcessingUse.MessageOver(MarketingChannel.Email), Token)).Permitted.Should().BeFalse();
    }

    [Fact]
    public async Task A_no_of_before_that_is_recorded_after_a_list_was_imported_goes_over_the_list_in_whatever_shape_it_was_asked()
    {
        var apart = Changed("consent", """{ "perChannel": true }""", "marketing", """["email", "post"]""");
        var topic = new ConsentTopic(Newsletter, MarketingChannel.Email);
        await ConsentsUnder(apart).ImportAsync([new ImportedConsent { Subject = Ann, Topic = topic, GivenAt = Start }], ConsentSource.Of("A list.", Start, AgreedRegister.Today), null, Token);
        (await Under(apart).DecideAsync(Ann, Newsletter, cancellationToken: Token)).Permitted.Should().BeTrue();

        await Consents.RefuseAsync(Ann, Newsletter, Signal with { At = Start - Duration.FromDays(9) }, Token);

        (await Under(apart).DecideAsync(Ann, Newsletter, cancellationToken: Token)).Reason.Should().BeSameAs(ConsentWithdrawn);
    }

    [Fact]
    public async Task What_somebody_refused_for_a_channel_is_not_given_for_all_of_them_by_a_list()
    {
        var apart = ConsentsUnder(Changed("consent", """{ "perChannel": true }""", "marketing", """["email", "post"]"""));
        await apart.RefuseAsync(Ann, new ConsentTopic(Newsletter, MarketingChannel.Email), Signal, Token);
        var bert = SubjectId.Of(Customers, 8);
        await apart.RequestAsync(bert, new ConsentTopic(Newsletter, MarketingChannel.Email), Signal, Token);
        var list = new[] { Ann, bert }.Select(person => new ImportedConsent { Subject = person, Topic = Newsletter, GivenAt = Start });

        var imported = await Consents.ImportAsync(list, ConsentSource.Of("A list.", Start, AgreedRegister.Today), null, Token);

        imported.Should().Be(new ConsentImport(1, [new SkippedConsents(ImportObstacle.RefusedOrWithdrawn, 1)]), "who was asked and did not answer has not said no");
        (await Consents.FindAsync(Ann, Newsletter, Token)).Status.Should().Be(ConsentStatus.Unknown);
        (await Consents.FindAsync(bert, Newsletter, Token)).Status.Should().Be(ConsentStatus.Given);
    }

    [Fact]
    public async Task What_was_never_freely_given_did_not_stand_in_the_past_either()
    {
        await Consents.GiveAsync(Ann, Newsletter, Evidence(), Token);
        Clock.AdvanceDays(2);
        await Consents.InvalidateAsync(Ann, Newsletter, ConsentEndReason.AnotherPerson, Token);
        Clock.AdvanceDays(2);
        await Consents.GiveAsync(Ann, Newsletter, Evidence(), Token);

        (await ReasonAsync(Newsletter, new ProcessingUse { At = Start + Duration.FromDays(1) })).Permits.Should().BeFalse();
        (await ReasonAsync(Newsletter)).Should().BeSameAs(ConsentGiven);
    }

    private static ProcessingRegister Changed(params string[] nameAndJson) => ConsentTest.Register.Edited(file =>
    {
        var activity = file["activities"]![Newsletter.ToString()]!.AsObject();
        for (var i = 0; i < nameAndJson.Length; i += 2)
        {
            activity[nameAndJson[i]] = JsonNode.Parse(nameAndJson[i + 1]);
        }
    });

    private ProcessingDecisions Under(ProcessingRegister register) => new(register, Store, Streams, Subjects, Clock);
}
