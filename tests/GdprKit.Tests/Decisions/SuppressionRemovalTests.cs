using static GdprKit.ClubKeys;
using static GdprKit.ShopKeys;

namespace GdprKit.Decisions;

public sealed class SuppressionRemovalTests : DecidingTest
{
    [Fact]
    public async Task Only_a_consent_that_is_younger_takes_an_address_off_the_list()
    {
        await Consents.GiveAsync(Ann, Newsletter, Evidence(), Token);
        Clock.AdvanceMinutes(1);
        await Suppression.AddAsync([Address], SuppressionCause.Withdrawal, cancellationToken: Token);

        await RefusedAsync(Newsletter);

        await Consents.WithdrawAsync(Ann, Newsletter, Signal, Token);
        Clock.AdvanceMinutes(1);
        await RefusedAsync(Newsletter);
        await Consents.GiveAsync(Ann, Newsletter, Evidence(), Token);
        await Suppression.RemoveAsync(Ref, Newsletter, Address, Token);

        (await Suppression.AskAsync([Address], Token)).Should().Equal(SuppressionAnswer.NotListed);
        await Suppression.RemoveAsync(Ref, Newsletter, Address, Token);
    }

    [Fact]
    public async Task An_address_is_taken_off_under_every_key()
    {
        await Suppression.AddAsync([Address], SuppressionCause.Objection, cancellationToken: Token);
        Keys.Rotate();
        Clock.AdvanceMinutes(1);
        await Consents.GiveAsync(Ann, Newsletter, Evidence(), Token);

        await Suppression.RemoveAsync(Ref, Newsletter, Address, Token);

        (await Suppression.AskAsync([Address], Token)).Should().Equal(SuppressionAnswer.NotListed);
    }

    [Fact]
    public async Task A_consent_that_is_still_to_be_confirmed_takes_nothing_off()
    {
        await Suppression.AddAsync([Address], SuppressionCause.Objection, cancellationToken: Token);
        Clock.AdvanceMinutes(1);
        await Consents.GiveAsync(Ann, Club, Evidence(), Token);
        await RefusedAsync(Club);

        await Consents.ConfirmAsync(Ann, Club, MarketingChannel.Email, Token);
        await Suppression.RemoveAsync(Ref, Club, Address, Token);

        (await Suppression.AskAsync([Address], Token)).Should().Equal(SuppressionAnswer.NotListed);
    }

    [Fact]
    public async Task Neither_an_employee_nor_consent_to_another_channel_takes_an_address_off()
    {
        await Suppression.AddAsync([Address], SuppressionCause.Objection, cancellationToken: Token);
        Clock.AdvanceMinutes(1);
        await Consents.GiveAsync(Ann, Newsletter, Evidence() with { By = ConsentActor.Employee }, Token);
        await Consents.GiveAsync(Ann, new ConsentTopic(Offers, MarketingChannel.Phone), Evidence(), Token);

        await RefusedAsync(Newsletter);
        await RefusedAsync(new ConsentTopic(Offers, MarketingChannel.Phone));
    }

    [Fact]
    public async Task Consent_to_something_that_is_no_marketing_takes_no_address_off()
    {
        await Suppression.AddAsync([Address], SuppressionCause.Objection, cancellationToken: Token);
        Clock.AdvanceMinutes(1);
        await Consents.GiveAsync(Ann, Game, Evidence(), Token);

        await RefusedAsync(Game);
    }

    [Fact]
    public async Task Who_objects_once_more_is_not_taken_off_by_a_consent_from_before_it()
    {
        await Suppression.AddAsync([Address], SuppressionCause.Objection, cancellationToken: Token);
        Clock.AdvanceMinutes(1);
        await Consents.GiveAsync(Ann, Newsletter, Evidence(), Token);
        Clock.AdvanceMinutes(1);
        Keys.Rotate();
        await Suppression.AddAsync([Address], SuppressionCause.Objection, cancellationToken: Token);

        await RefusedAsync(Newsletter);
    }

    [Fact]
    public async Task A_list_that_says_once_more_what_is_known_makes_nothing_newer()
    {
        await Suppression.AddAsync([Address], SuppressionCause.Objection, cancellationToken: Token);
        Clock.AdvanceMinutes(1);
        await Consents.GiveAsync(Ann, Newsletter, Evidence(), Token);
        Clock.AdvanceMinutes(1);
        await Suppression.AddAsync([Address], SuppressionCause.Import, cancellationToken: Token);

        await Suppression.RemoveAsync(Ref, Newsletter, Address, Token);

        (await Suppression.AskAsync([Address], Token)).Should().Equal(SuppressionAnswer.NotListed);
    }

    private async Task RefusedAsync(ConsentTopic topic)
    {
        var removing = () => Suppression.RemoveAsync(Ref, topic, Address, Token).AsTask();

        await removing.Should().ThrowAsync<InvalidOperationException>().WithMessage("GDPR1257: *");
        (await Suppression.AskAsync([Address], Token)).Should().Equal(SuppressionAnswer.Listed);
    }
}
